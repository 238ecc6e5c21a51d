"""The terms of treatments and conditions, for the index that finds all terms of all rules in one pass."""

from collections.abc import Iterator, Mapping
from typing import Any

from linter.knowledge.compile import knowledge_files, term_key, variants
from linter.language.patterns import literal


def knowledge_terms() -> Iterator[tuple[str, str, str, str]]:
    """Every ``(class, id, phrase pattern, exact spelling or "")``.

    Classes: ``treatment`` and ``condition``; ``use`` (further uses that a treatment, the id, is promoted for);
    ``mask`` (wordings that hold a condition's term and are not the condition); ``frame.risk`` and
    ``frame.exclusion`` (wordings that open a sentence about risks, or about who must not have a treatment).
    """
    treatments, conditions = knowledge_files()
    for entry in treatments["treatments"]:
        yield from _entry_terms("treatment", entry, [*entry["synonyms"], *entry["brands"]])
        yield from (
            ("use", entry["id"], literal(form), "") for term in entry["off_label_terms"] for form in variants(term)
        )
    for entry in conditions["conditions"]:
        yield from _entry_terms("condition", entry, entry["terms"])
        yield from (("mask", entry["id"], literal(term), "") for term in entry.get("masks", ()))
    for name in ("risk", "exclusion"):
        yield from ((f"frame.{name}", name, term, "") for term in treatments[f"{name}_frames"])


def _entry_terms(owner: str, entry: Mapping[str, Any], full: list[str]) -> Iterator[tuple[str, str, str, str]]:
    exact = {guard["term"] for guard in entry.get("terms_need_context", ()) if guard.get("case_sensitive")}
    yielded = set()
    for term in [*full, *entry["abbr"]]:
        spelled = term in exact or (term in entry["abbr"] and term not in full)
        for form in variants(term):
            key = (form if spelled else term_key(form), spelled)
            if key not in yielded:
                yielded.add(key)
                yield owner, entry["id"], literal(form), form if spelled else ""

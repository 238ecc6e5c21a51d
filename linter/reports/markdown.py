"""Describe findings and rules in Markdown: hover texts, a page for each rule, and the list of rules."""

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.reports.wording import open_ended, reason
from linter.rules.program import Rule
from linter.violation import Citation, Violation

_HEAD = "| Code | Rule | Severity | What is reported |\n|---|---|---|---|"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


def finding(violation: Violation) -> str:
    """Describe a finding: message, reason, suggestion, evidence and sources."""
    parts = [
        f"**{violation.code}** {_text(violation.rule)} ({violation.severity.value})",
        _text(violation.message),
        f"**Why:** {_text(violation.why)}",
        f"**Suggestion:** {_text(violation.suggestion)}",
    ]
    if violation.suppressed is not None:
        parts.append(f"**Suppressed:** {_text(reason(violation.suppressed))}")
    if violation.evidence:
        pieces = (f"- {_text(piece.kind)}: “{_text(piece.text)}”" for piece in violation.evidence)
        parts.append("\n".join(["**Evidence:**", "", *pieces]))
    return "\n\n".join([*parts, *_citations(violation.citations)])


def rule_page(rule: Rule) -> str:
    """Write the page of a rule, with its examples."""
    parts = [
        f"# {rule.code} {_text(rule.id)}",
        f"{rule.severity.value}, family {rule.family}, kind {rule.kind}, for {', '.join(rule.jurisdictions)}",
        *_notes(rule),
        f"**What:** {_text(open_ended(rule.message))}",
        f"**Why:** {_text(rule.why)}",
        f"**Suggestion:** {_text(open_ended(rule.suggestion))}",
        *_citations(cited.citation for cited in rule.citations),
    ]
    for title, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
        parts += [f"## {title}", "\n".join(f"- {_text(example)}" for example in examples)]
    return "\n\n".join(parts) + "\n"


def catalogue(rules: Sequence[Rule]) -> str:
    """Write the list of rules by family, with links to their pages ``CODE.md`` in the same folder."""
    parts = ["# Rules"]
    for family in sorted({rule.family for rule in rules}):
        parts += [f"## {family}", "\n".join([_HEAD, *(_row(rule) for rule in rules if rule.family == family)])]
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.id} | {rule.severity.value} | {_text(open_ended(rule.message))} |"


def _notes(rule: Rule) -> Iterator[str]:
    if rule.since:
        yield f"Since version {rule.since}."
    if rule.aliases:
        yield f"Formerly {', '.join(map(_text, rule.aliases))}: the old names still work."
    if rule.balanced:
        yield f"On a balanced page, the severity is at most {rule.balanced.value}."
    if rule.basis:
        yield f"The severity is {rule.basis} policy, not a legal duty."
    if rule.volatile:
        yield "The facts behind this rule may change: check its sources before you rely on it."
    if not rule.suppressible:
        yield "No comment, waiver or approved claim can suppress it."


def _citations(citations: Iterable[Citation]) -> Iterator[str]:
    lines = [f"- {_link(citation)} ({citation.reach})" for citation in citations]
    if lines:
        yield "\n".join(["**Based on:**", "", *lines])


def _link(citation: Citation) -> str:
    title = _text(citation.title)
    return f"[{title}](<{citation.url}>)" if citation.url else title


def _text(text: str) -> str:
    """Escape text of an article or rule as one line of Markdown without formatting."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

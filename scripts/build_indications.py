"""Build ``lint_rules/knowledge/indications.tsv``: the approved uses of prescription drugs.

    python scripts/build_indications.py FOLDER

FOLDER has the source files in JSON Lines: ``fda-label-indications.jsonl`` (names and indication texts of FDA labels, US
public domain), ``drugcentral-2016.jsonl`` (DrugCentral, CC BY 4.0) and ``pharmacotherapydb.jsonl`` (CC0); see NOTICE.
Identifiers of other databases are left out. ``indications.yaml``, maintained by hand beside this script, adds the
brands that clinics name most, and uses added to labels since. The output depends only on these files, and the names of
treatments and the condition terms of this project.

A drug's uses are the union of all sources, so a use counts as unlisted only if no source lists it.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from linter.files.data import read_yaml
from linter.knowledge.compile import full_terms, knowledge_files, term_key
from linter.knowledge.schema.treatments import TreatmentEntry
from linter.knowledge.terms import entry_terms
from linter.language.index.build import build
from linter.language.index.find import Index
from linter.language.index.patterns import expand
from linter.language.inflection import with_plural
from linter.language.syllables import pronounced
from linter.language.words import split_words

OUTPUT = Path(__file__).resolve().parent.parent / "lint_rules" / "knowledge" / "indications.tsv"
BY_HAND = read_yaml(Path(__file__).with_name("indications.yaml"))
NOT_DRUGS = re.compile(rf"\b({'|'.join(BY_HAND['not_drugs'])})\b")
MAX_NAMES = 8
MAX_NAME = 60
BRAND = re.compile(r"[a-z]{5,}")
SEVERAL = re.compile(r" and |[/,&]")
SALTS = re.compile(
    r" (hydrochloride|dihydrochloride|hydrobromide|sodium|disodium|potassium|calcium|magnesium|sulfate|phosphate|"
    r"acetate|citrate|tartrate|bitartrate|maleate|fumarate|succinate|mesylate|besylate|tosylate|nitrate|chloride|bromide|"
    r"dipropionate|propionate|valerate|palmitate|anhydrous|monohydrate|dihydrate|hemihydrate)\b.*"
)


class Gathered:
    """The uses of each drug as condition ids, their names as printed, and the sources."""

    def __init__(self) -> None:
        self.uses: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, list[str]] = defaultdict(list)
        self.sources: dict[str, set[str]] = defaultdict(set)

    def usable(self) -> set[str]:
        """The drugs with a known use whose name is unambiguous on a page."""
        return {drug for drug in self.sources if _usable(drug) and (self.uses[drug] or self.names[drug])}


def main() -> None:
    """Read the sources and write the table."""
    folder = Path(sys.argv[1])
    central = {row["drug"].lower(): row for row in _rows(folder / "drugcentral-2016.jsonl")}
    labels = [(_ingredient(row["names"], central), row) for row in _rows(folder / "fda-label-indications.jsonl")]
    gathered = _gathered(labels, central, _rows(folder / "pharmacotherapydb.jsonl"))
    usable = gathered.usable()
    brands = {
        brand: drug
        for brand, drug in _label_brands(labels, central)
        if drug in usable and brand not in BY_HAND["no_brands"]
    }
    _add_by_hand(gathered, brands)
    by_hand = {row["drug"] for row in BY_HAND["drugs"]}
    drugs = (usable | by_hand) - ({brand.lower() for brand in brands} - by_hand)
    lines = list(_lines(drugs, gathered, brands))
    head = "# drug\tconditions\tindications\tsources\tbrands (made by scripts/build_indications.py; see NOTICE)\n"
    OUTPUT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(lines)} drugs, {OUTPUT.stat().st_size:,} bytes\n")


def _gathered(labels: Iterable[tuple[str, Any]], central: dict[str, Any], others: Iterable[Any]) -> Gathered:
    """Collect labels, DrugCentral and PharmacotherapyDB (``others``), in this order; the last adds no drugs."""
    index = _condition_index()
    gathered = Gathered()
    for drug, row in labels:
        if drug and row["indications"]:
            gathered.sources[drug].add("fda")
            gathered.uses[drug] |= _conditions(row["indications"], index)
    for drug, row in central.items():
        # a drug with an established pharmacologic class of the FDA has a US label
        if row["indications"] and (row["fda_epc"] or drug in gathered.sources):
            indications = [entry["name"] for entry in row["indications"]]
            gathered.sources[drug].add("drugcentral")
            gathered.names[drug] = [name for name in indications if len(name) <= MAX_NAME]
            gathered.uses[drug] |= _conditions("; ".join(indications), index)
    for row in others:
        drug = row["drug"].lower()
        if drug in gathered.sources and row["category"] in ("DM", "SYM"):
            gathered.sources[drug].add("pharmacotherapydb")
            gathered.uses[drug] |= _conditions(row["disease"], index)
    return gathered


def _add_by_hand(gathered: Gathered, brands: dict[str, str]) -> None:
    """Add the drugs and brands of ``indications.yaml``."""
    for row in BY_HAND["drugs"]:
        drug = row["drug"]
        gathered.sources[drug].add("labels")
        gathered.uses[drug] |= _widened(set(row.get("uses", ())))
        gathered.names[drug] = [*row.get("label", ()), *gathered.names[drug]]
        brands |= dict.fromkeys(row["brands"], drug)


def _lines(drugs: Iterable[str], gathered: Gathered, brands: dict[str, str]) -> Iterator[str]:
    """The lines of the table, without what has its own entry in the knowledge base."""
    own = _own_terms()
    by_drug: dict[str, list[str]] = defaultdict(list)
    for brand, drug in sorted(brands.items()):
        if term_key(brand) not in own:
            by_drug[drug].append(brand)
    for drug in sorted(drugs):
        if not own & _parts(drug):
            uses, sources = ",".join(sorted(gathered.uses[drug])), ",".join(sorted(gathered.sources[drug]))
            names = "; ".join(gathered.names[drug][:MAX_NAMES])
            yield "\t".join((drug, uses, names, sources, "; ".join(by_drug[drug])))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _usable(drug: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z -]+[a-z]", drug)) and len(drug) >= 6 and not NOT_DRUGS.search(drug)


def _own_terms() -> set[str]:
    """The term keys that identify a treatment of our own: without those of drug classes, whose members have their own
    status, and those that need certain words near them."""
    return {
        term_key(form)
        for treatment in knowledge_files()[0].treatments
        if not _is_class(treatment)
        for term in {*full_terms(treatment), *treatment.abbr}.difference(
            guard.term for guard in treatment.terms_need_context if guard.needs_near
        )
        for form in with_plural(term)
    }


def _is_class(treatment: TreatmentEntry) -> bool:
    return treatment.fda_status == "approved" and not treatment.owes_status_disclaimer


def _label_brands(labels: Iterable[tuple[str, Any]], central: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Pair each coined name that is on the labels of only one drug with that drug."""
    labels = [(drug, row) for drug, row in labels if drug]
    seen = Counter(name.lower() for _, row in labels for name in row["names"])
    for drug, row in labels:
        if any(SEVERAL.search(name) for name in row["names"]):
            continue
        for name in (name.lower() for name in row["names"] if name != name.lower()):
            coined = BRAND.fullmatch(name) and not pronounced(name.encode()) and name not in central
            if coined and seen[name] == 1 and drug not in name and name not in drug:
                yield name.capitalize(), drug


def _parts(drug: str) -> set[str]:
    """The term keys of all sequences of one to four words in a name."""
    words = term_key(drug).split(" ")
    return {" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, first + 5)}


def _ingredient(names: Iterable[str], central: dict[str, Any]) -> str:
    """The ingredient behind the names on a label: as in DrugCentral, else a lowercase name."""
    lowered = [name.lower() for name in names]
    for name in lowered:
        words = name.split(" ")
        for count in range(len(words), 0, -1):
            if " ".join(words[:count]) in central:
                return " ".join(words[:count])
    plain = [name for name in names if name == name.lower()] or [name.lower() for name in names if " " not in name]
    return SALTS.sub("", plain[-1]) if plain else ""


def _condition_index() -> Index:
    return build(
        (owner, term, pattern, exact)
        for condition in knowledge_files()[1].conditions
        for owner, term, text, exact in entry_terms("condition", condition)
        for pattern in expand(text)
    )


def _conditions(text: str, index: Index) -> set[str]:
    """The ids of the conditions that a text names, and of those implied by its words."""
    words = split_words(text)
    found = (
        {hit.term for hit in index.find(text, words, [(0, len(words))]).get("condition", ())} if len(words) else set()
    )
    lowered = text.lower()
    for pattern, ids in BY_HAND["by_word"].items():
        if re.search(pattern, lowered):
            found.update(ids)
    return _widened(found)


def _widened(uses: set[str]) -> set[str]:
    return uses.union(*(wider for narrow, wider in BY_HAND["wider"].items() if narrow in uses))


if __name__ == "__main__":
    main()

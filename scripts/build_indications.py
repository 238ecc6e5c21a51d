"""Build ``lint_rules/knowledge/indications.tsv``: what prescription drugs in general are approved for.

    python scripts/build_indications.py FOLDER

FOLDER holds the source files, one JSON object a line: ``fda-label-indications.jsonl`` (indication text of FDA labels,
US public domain), ``drugcentral-2016.jsonl`` (DrugCentral, CC BY 4.0) and ``pharmacotherapydb.jsonl`` (CC0). NOTICE
names them. Identifiers of other data bases are left out. The output depends on nothing but these files and the
condition terms of this project.

A drug's uses are the union of all sources, so that a use counts as unlisted only where none of them lists it.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from linter.knowledge.compile import full_terms, knowledge_files, term_key
from linter.knowledge.terms import entry_terms
from linter.language.index.find import Index, build
from linter.language.index.patterns import expand
from linter.language.inflection import with_plural
from linter.language.words import split_words

OUTPUT = Path(__file__).resolve().parent.parent / "lint_rules" / "knowledge" / "indications.tsv"
MAX_NAMES = 8
MAX_NAME = 60
SALTS = re.compile(
    r" (hydrochloride|dihydrochloride|hydrobromide|sodium|disodium|potassium|calcium|magnesium|sulfate|phosphate|"
    r"acetate|citrate|tartrate|bitartrate|maleate|fumarate|succinate|mesylate|besylate|tosylate|nitrate|chloride|bromide|"
    r"dipropionate|propionate|valerate|palmitate|anhydrous|monohydrate|dihydrate|hemihydrate)\b.*"
)
# words that mean something else on a clinic's page, foods, elements and supplements: no prescription drug is meant
NOT_DRUGS = re.compile(
    r"\b(acid|alcohol|air|aluminum|amino|ammonia|biotin|calcium|camphor|carbon|charcoal|chlorine|chloride|chromium|"
    r"cobalt|collagen|copper|dextrose|ethanol|fluoride|fructose|glucose|glycerol|glycine|gold|helium|honey|hyaluronate|"
    r"iodine|iron|lactose|lanolin|lysine|magnesium|menthol|mannitol|nicotine|nitrogen|oil|oxygen|ozone|pepsin|"
    r"petrolatum|phosphate|potassium|selenium|serine|silver|sodium|sorbitol|starch|sucrose|sugar|sulfur|talc|tannin|"
    r"tobacco|urea|vaccine|vitamin|water|xylitol|zinc|caffeine|cocaine|heroin|cannabis|carnitine|taurine|tyrosine|"
    r"arginine|cysteine|leucine|choline|inositol|melatonin|oxytocin|insulin|estrogen|estrogens|testosterone|"
    r"progesterone|thyroid|heparin|albumin|plasma|factor|antigen|toxin|venom|serum|pollen|extract|cell|cells)\b"
)
# a label for these words covers the lay words that a page uses for the same thing
WIDER = {
    "mdd": ["depression"],
    "gad": ["anxiety"],
    "trd": ["depression"],
    "knee_osteoarthritis": ["osteoarthritis"],
    "chronic_fatigue": ["fatigue"],
}
PAIN = "acute_pain chronic_pain pain_relief back_pain neck_pain joint_pain knee_pain shoulder_pain hip_pain headache"
BY_WORD = {
    r"\bpain\b|analges": PAIN.split(),
    r"neoplasm|carcinoma|cancer|leukemia|lymphoma|myeloma|sarcoma|tumou?r": ["cancer"],
    r"depress": ["depression", "mdd"],
    r"anxi": ["anxiety", "gad"],
    r"convuls|seizure|epilep": ["epilepsy"],
    r"hypertensi": ["hypertension"],
    r"arthriti": ["osteoarthritis", "rheumatoid_arthritis", "joint_pain"],
    r"angina|heart|myocardial|cardiac": ["heart_disease"],
    r"cholesterol|lipid": ["hyperlipidemia"],
    r"nausea|vomit|emesis": ["nausea"],
    r"allerg|rhinitis|urticaria": ["allergies"],
    r"sleep|insomni|hypno": ["insomnia"],
    r"eczema|dermatitis|dermatos": ["eczema", "psoriasis", "inflammation"],
    r"inflamm": ["inflammation", "swelling"],
    r"edema": ["swelling"],
    r"infect": ["wounds"],
    r"obes|weight": ["obesity"],
}


def main() -> None:
    """Read the sources, write the table."""
    folder = Path(sys.argv[1])
    uses: dict[str, set[str]] = defaultdict(set)
    names: dict[str, list[str]] = defaultdict(list)
    sources: dict[str, set[str]] = defaultdict(set)
    index = _condition_index()
    central = {row["drug"].lower(): row for row in _rows(folder / "drugcentral-2016.jsonl")}
    for row in _rows(folder / "fda-label-indications.jsonl"):
        drug = _ingredient(row["names"], central)
        if drug and row["indications"]:
            sources[drug].add("fda")
            uses[drug] |= _conditions(row["indications"], index)
    for drug, row in central.items():
        # an established pharmacologic class of the FDA says that the drug has a US label
        if row["indications"] and (row["fda_epc"] or drug in sources):
            sources[drug].add("drugcentral")
            names[drug] = [entry["name"] for entry in row["indications"] if len(entry["name"]) <= MAX_NAME]
            uses[drug] |= _conditions("; ".join(entry["name"] for entry in row["indications"]), index)
    for row in _rows(folder / "pharmacotherapydb.jsonl"):
        drug = row["drug"].lower()
        if drug in sources and row["category"] in ("DM", "SYM"):
            sources[drug].add("pharmacotherapydb")
            uses[drug] |= _conditions(row["disease"], index)
    own = {
        term_key(form)
        for treatment in knowledge_files()[0].treatments
        for term in [*full_terms(treatment), *treatment.abbr]
        for form in with_plural(term)
    }
    lines = [
        "\t".join(
            (drug, ",".join(sorted(uses[drug])), "; ".join(names[drug][:MAX_NAMES]), ",".join(sorted(sources[drug])))
        )
        for drug in sorted(sources)
        if _usable(drug) and not own & _parts(drug) and (uses[drug] or names[drug])
    ]
    head = "# drug\tconditions\tindications\tsources (made by scripts/build_indications.py; see NOTICE)\n"
    OUTPUT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(lines)} drugs, {OUTPUT.stat().st_size:,} bytes\n")


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _usable(drug: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z -]+[a-z]", drug)) and len(drug) >= 6 and not NOT_DRUGS.search(drug)


def _parts(drug: str) -> set[str]:
    """A name and the names within it, of one to four words, as term keys."""
    words = term_key(drug).split(" ")
    return {" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, first + 5)}


def _ingredient(names: Iterable[str], central: dict[str, Any]) -> str:
    """The ingredient that a label's names stand for: as DrugCentral calls it, else a name in small letters."""
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
    """The ids of the conditions that a text names, and of those that its words cover."""
    words = split_words(text)
    found = {hit.term for hit in index.find(text, words, [(0, len(words))])} if len(words) else set()
    lowered = text.lower()
    for pattern, ids in BY_WORD.items():
        if re.search(pattern, lowered):
            found.update(ids)
    for narrow, wider in WIDER.items():
        if narrow in found:
            found.update(wider)
    return found


if __name__ == "__main__":
    main()

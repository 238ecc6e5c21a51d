"""The cues in a sentence, and the words that they govern."""

import pytest

from linter.language.scope import find_cues, governing
from linter.parsers import parse
from linter.source import SourceText

KINDS = ("negation", "hedge", "question", "attribution", "quotation", "condition", "study", "risk", "weak")
# sentence, word, kinds of cues that govern it
GOVERNED = [
    ("Ketamine may be the only treatment that cures depression.", "cures", []),
    ("Ketamine may cure depression.", "cure", ["hedge"]),
    ("It may surprise you that TMS heals the brain.", "heals", []),
    ("Ketamine is not a cure, but it works for depression.", "cure", ["negation"]),
    ("Ketamine is not a cure, but it works for depression.", "works", []),
    ("Ketamine is not only a treatment but a cure.", "cure", []),
    ("There is no doubt that TMS cures OCD.", "cures", []),
    ("There is no evidence that the drip cures OCD.", "cures", ["negation"]),
    ("Although not yet approved, the drip ends pain.", "ends", []),
    ("If you have PTSD, ketamine will heal you.", "heal", []),
    ("If ketamine cured depression, we would say so.", "cured", ["condition"]),
    ("Patients often ask whether ketamine cures PTSD.", "cures", ["question"]),
    ("Does ketamine cure PTSD?", "cure", ["question"]),
    ("Ready to cure your back pain?", "cure", []),
    ("According to some websites, the drip reverses aging.", "reverses", ["attribution"]),
    ("According to our doctors, the drip reverses aging.", "reverses", []),
    ("The myth that stem cells cure arthritis is old.", "cure", ["attribution"]),
    ("Some patients notice less pain after a few weeks.", "pain", ["hedge"]),
    ("Our drip relieves pain without drugs.", "relieves", []),
    ("In a 2013 trial of 73 adults, 64% responded.", "responded", ["study"]),
    ('One patient said, "It cured me."', "cured", ["quotation"]),
    ("The laser is designed to ease pain.", "ease", ["weak"]),
    ("Ketamine can cause nausea and a fast heartbeat.", "nausea", ["risk", "weak"]),
]


@pytest.mark.parametrize(("text", "word", "kinds"), GOVERNED, ids=lambda value: str(value)[:50])
def test_governs(text, word, kinds, read):
    reading, attributes = read(text)
    cues = find_cues(reading, attributes)
    place = reading.words.words.index(word)
    found = [kind for kind in KINDS if governing(cues, place, place + 1, [kind])]
    assert sorted(found) == sorted(kinds)


@pytest.fixture(scope="session")
def read(program):
    from linter.language.reading import read_document

    def read(text):
        document = parse(SourceText("a.md", text))
        return read_document(document, program.index, program.abbreviations)[0], program.attributes

    return read

"""The grammatical form of an effect word."""

import pytest

from linter.checks.article import Article
from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.candidates import Scene
from linter.checks.claim.forms import verb_form
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText

FORMS = [
    ("It relieves pain.", "relieves", "finite"),
    ("Drips that relieve pain.", "relieve", "finite"),
    ("Relieve pain.", "relieve", "imperative"),
    ("It works to relieve pain.", "relieve", "infinitive"),
    ("It will relieve pain.", "relieve", "modal"),
    ("It works by relieving pain.", "relieving", "participle"),
    ("Pain is relieved quickly.", "relieved", "passive"),
    ("The relieved patient went home.", "relieved", None),
]


@pytest.mark.parametrize(("text", "word", "form"), FORMS, ids=lambda value: str(value)[:40])
def test_form(text, word, form, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    reading = article.readings[0]
    terms = BlockTerms(reading.families)
    scene = Scene(reading, reading.sentences[0], terms, article.clauses(reading), program.attributes)
    place = reading.words.words.index(word)
    hit = next(hit for hit in reading.of("effect.treat") if hit.first == place)
    assert verb_form(hit, scene) == form

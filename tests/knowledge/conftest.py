"""Fixtures for the topics of an article, with a program without rules."""

import pytest

from linter.files.data import read_yaml
from linter.knowledge.base import Knowledge
from linter.knowledge.compile import compile_knowledge
from linter.knowledge.find_topics import find_topics
from linter.knowledge.terms import knowledge_terms
from linter.language.reading import read_document
from linter.parsers import parse
from linter.rules.compile import compile_catalogue
from linter.rules.load import Catalogue
from linter.rules.schema.lexicon import LexiconClass
from linter.rules.validated import builtin_root
from linter.source import SourceText
from tests.facts import CONDITIONS, DRUGS, TREATMENTS


@pytest.fixture(scope="session")
def data():
    return compile_knowledge(TREATMENTS, CONDITIONS, DRUGS)


@pytest.fixture(scope="session")
def knowledge(data):
    return Knowledge.load(data)


@pytest.fixture(scope="session")
def bare_program(data):
    folder = builtin_root() / "lexicon"
    classes = read_yaml(folder / "promotion.yaml")["classes"]
    lexicon = {name: LexiconClass(**entry) for name, entry in classes.items()}
    abbreviations = tuple(read_yaml(folder / "abbreviations.yaml")["abbreviations"])
    return compile_catalogue(
        Catalogue((), lexicon, abbreviations, {}), knowledge_terms(TREATMENTS, CONDITIONS, DRUGS), data
    )


@pytest.fixture(scope="session")
def topics_of(bare_program):
    def read(text, hint="", name="page.md"):
        document = parse(SourceText(name, text))
        readings = read_document(document, bare_program.index, bare_program.abbreviations)
        return find_topics(document, readings, bare_program, hint)

    return read

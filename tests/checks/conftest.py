"""Compile the rules of a test module into one program, and run them on texts."""

import pytest
from pydantic import TypeAdapter

from linter.checks import check_of
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.knowledge.compile import compile_knowledge
from linter.knowledge.terms import knowledge_terms
from linter.parsers import parse
from linter.rules.compile import compile_catalogue
from linter.rules.load import Catalogue
from linter.rules.schema.rule import AnyRule
from linter.source import SourceText
from tests.catalogue import CATALOGUE
from tests.facts import CONDITIONS, DRUGS, TREATMENTS

TERMS = tuple(knowledge_terms(TREATMENTS, CONDITIONS, DRUGS))
KNOWLEDGE = compile_knowledge(TREATMENTS, CONDITIONS, DRUGS)


def rule_file(code, kind, match):
    """A rule file of a kind, with all required keys."""
    return TypeAdapter(AnyRule).validate_python(
        {
            "id": code.lower(),
            "code": code,
            "family": "test",
            "kind": kind,
            "severity": "warning",
            "jurisdictions": ["us"],
            "message": "found {excerpt}",
            "why": "Because the test says so.",
            "suggestion": "Leave it out.",
            "citations": [{"key": "FTC-5", "reach": "binding"}],
            "match": match,
            "examples": {"bad": ["a", "b"], "good": ["c", "d"]},
        }
    )


@pytest.fixture(scope="session")
def compile_rules():
    """A function: rules by code as ``(kind, match)``, and further lexicon classes -> program."""

    def compiled(rules, lexicon=None):
        files = tuple(rule_file(code, kind, match) for code, (kind, match) in sorted(rules.items()))
        classes = {**CATALOGUE.lexicon, **(lexicon or {})}
        catalogue = Catalogue(files, classes, CATALOGUE.abbreviations, CATALOGUE.regulations)
        return compile_catalogue(catalogue, TERMS, KNOWLEDGE)

    return compiled


@pytest.fixture(scope="session")
def matches():
    """A function: what one rule of a program finds in a Markdown text."""

    def found(program, code, text, profile=None, today="2026-11-22"):
        (rule,) = program.select([code])
        setting = Setting(("us",), today, profile or {})
        return list(check_of(rule.kind)([rule], Article(parse(SourceText("a.md", text)), program, setting)))

    return found


@pytest.fixture(scope="session")
def excerpts(matches):
    """A function: the words that one rule of a program finds in a Markdown text."""

    def found(program, code, text, **setting):
        return [match.block.view.text[match.start : match.end] for match in matches(program, code, text, **setting)]

    return found


@pytest.fixture(scope="session")
def article(program):
    """A function: a Markdown text as an article under the shipped rules."""

    def made(text, **profile):
        return Article(parse(SourceText("a.md", text)), program, Setting(("us",), "2026-11-22", profile))

    return made

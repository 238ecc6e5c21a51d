"""Reported grades equal those of textstat for the same sentences of whole articles, to a tenth of a grade."""

from pathlib import Path

import pytest
import textstat

from linter.checks.article import Article
from linter.checks.prose import prose_of
from linter.checks.setting import Setting
from linter.language.readability import measure
from linter.parsers import SUFFIXES, documents

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted(
    file
    for folder in (ROOT / "content", ROOT / "bench/articles/learn", ROOT / "bench/articles/measure")
    for file in folder.rglob("*")
    if SUFFIXES.get(file.suffix) in ("markdown", "mdx", "html", "text")
)
DEVELOPMENT = sorted((ROOT.parent / "shared" / "corpus" / "dev").glob("native/**/*.*"))
GRADES = ("flesch_kincaid_grade", "smog_index", "coleman_liau_index")
"""Without the automated readability index, for which textstat counts punctuation as letters."""


def sentences_of(path, program):
    """The words of each prose sentence; textstat skips sentences of one or two words, and splits at periods."""
    with path.open("rb") as stream:
        for document in documents(path.name, stream):
            for prose in prose_of(Article(document, program, Setting())):
                words = [word.replace(".", "") for word in prose.graded]
                if len(words) > 2:
                    yield words


def assert_same(path, program):
    sentences = list(sentences_of(path, program))
    text = "".join(f"{' '.join(words)}.\n" for words in sentences)
    ours = measure(sentences)
    for name in GRADES:
        assert getattr(ours, name) == pytest.approx(getattr(textstat, name)(text), abs=0.1), name
    # on a scale of a hundred, where a grade is about ten points
    assert ours.flesch_reading_ease == pytest.approx(textstat.flesch_reading_ease(text), abs=0.5)


def test_there_are_articles():
    assert len(ARTICLES) > 50


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_articles_of_our_own(path, program):
    assert_same(path, program)


@pytest.mark.skipif(not DEVELOPMENT, reason="the corpus is not here")
def test_development_articles(program):
    for path in DEVELOPMENT:
        assert_same(path, program)

"""The boundaries of clauses in a sentence."""

import pytest

from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText

# sentence, word, words of its clause
CLAUSES = [
    ("If you have PTSD, ketamine will heal you.", "heal", ", ketamine will heal you"),
    ("Ketamine may be the only drug that cures it.", "cures", "that cures it"),
    ("It is not a cure, but it works.", "works", "but it works"),
    ("It eases pain; rest helps too.", "helps", "; rest helps too"),
]


@pytest.mark.parametrize(("text", "word", "clause"), CLAUSES, ids=lambda value: value[:40])
def test_clause_around(text, word, clause, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    reading = article.readings[0]
    place = reading.words.words.index(word)
    first, last = article.clauses(reading).around(place, reading.sentence_at(place))
    assert " ".join(reading.words.words[first:last]) == clause


def test_only_some_borders(program):
    article = Article(parse(SourceText("a.md", "There is no doubt that it works; rest helps.")), program, Setting())
    reading = article.readings[0]
    place = reading.words.words.index("works")
    first, last = article.clauses(reading).around(place, reading.sentence_at(place), {"sign"})
    assert " ".join(reading.words.words[first:last]) == "there is no doubt that it works"

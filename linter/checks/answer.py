"""Kind ``answer``: what is said in a word, as the answer to a question or in the row of a table.

*Does it hurt? Not at all.*, *Downtime | None* and *You may feel dizzy. That's it.* promise what neither half says
alone; the word is reported. A question stands right before its answer, as a heading or in the text; a label is the
first cell of a row, or the block before.
"""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.guards import stands
from linter.checks.match import Found, Match
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule

_WORDS = {"affirmed": "answer.yes", "denied": "answer.no", "empty": "answer.none", "closed": "answer.all"}
"""Which answers make a claim of a question that is affirmed or denied, of a label that stands beside nothing, and of a
statement that is said to be all."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the first words of each answer that make a claim of what was asked."""
    for reading in article.readings:
        if "answer" in reading.families:
            for number in range(len(reading.sentences)):
                for rule in rules:
                    yield from _judged(rule, article, reading, number)


def _judged(rule: Rule, article: Article, reading: BlockReading, number: int) -> Iterator[Match]:
    sentence = reading.sentences[number]
    for key, words in _WORDS.items():
        said = reading.between(words, sentence.first, sentence.first + 1)
        if said and _asks(key, rule, _before(article, reading, number)):
            if stands(rule, Found(reading, said[0].first, said[0].last), article):
                yield Match(rule, *reading.place(said[0].first, said[0].last))
            return


def _asks(key: str, rule: Rule, before: tuple[BlockReading, Sentence] | None) -> bool:
    """Whether what stands before an answer is a question, or what is left empty or closed, that a rule is after."""
    if before is None:
        return False
    reading, sentence = before
    return reading.asks(sentence) != (key in ("empty", "closed")) and reading.among(
        sentence.first, sentence.last, *rule.match[key]
    )


def _before(article: Article, reading: BlockReading, number: int) -> tuple[BlockReading, Sentence] | None:
    """The sentence before one: in its block, at the end of the first cell of its row, or of the block before."""
    if number:
        return reading, reading.sentences[number - 1]
    row = reading.block.row
    index = reading.block.index - 1
    while row >= 0 and index > 0 and article.readings[index - 1].block.row == row:
        index -= 1
    before = article.readings[index] if index >= 0 else None
    if before is None or not before.sentences or (row >= 0 and before.block.row != row):
        return None
    return before, before.sentences[-1]

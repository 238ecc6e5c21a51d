"""Kind ``answer``: claims made by a short answer to a question, or in a row of a table.

*Does it hurt? Not at all.*, *Downtime | None* and *You may feel dizzy. That's it.* promise what neither half says
alone; the answer is reported. A question comes right before its answer, as a heading or in the text; a label is the
first cell of the row, or the preceding block.
"""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.guards import is_violation
from linter.checks.match import Found, Match
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule

_WORDS = {"affirmed": "answer.yes", "denied": "answer.no", "empty": "answer.none", "closed": "answer.all"}
"""Lexicon classes of answers: to a question affirmed or denied, to a label whose value is none, and after a statement
that is said to be complete."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the first words of each answer that turns what precedes it into a claim."""
    for reading in article.readings:
        if "answer" in reading.families:
            for number in range(len(reading.sentences)):
                for rule in rules:
                    yield from _judged(rule, article, reading, number)


def _judged(rule: Rule, article: Article, reading: BlockReading, number: int) -> Iterator[Match]:
    sentence = reading.sentences[number]
    for key, words in _WORDS.items():
        answers = reading.hits_in(words, sentence.first, sentence.first + 1)
        if answers and _prompts(key, rule, _before(article, reading, number)):
            if is_violation(rule, Found(reading, answers[0].first, answers[0].last), article):
                yield Match(rule, *reading.place(answers[0].first, answers[0].last))
            return


def _prompts(key: str, rule: Rule, before: tuple[BlockReading, Sentence] | None) -> bool:
    """Whether the sentence before an answer is a question, label or statement that the rule lists under a key."""
    if before is None:
        return False
    reading, sentence = before
    return reading.asks(sentence) != (key in ("empty", "closed")) and reading.has_in(
        sentence.first, sentence.last, *rule.match[key]
    )


def _before(article: Article, reading: BlockReading, number: int) -> tuple[BlockReading, Sentence] | None:
    """Return the sentence before one: in its block, else the last of its row's first cell or of the block before."""
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

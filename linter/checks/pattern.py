"""Kind ``pattern``: regular expressions over the text of a sentence, for what words alone cannot say.

The expressions run on RE2, whose time is linear in the text; the loader has refused those that RE2 cannot read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from linter.checks.article import Article
from linter.checks.guards import in_company, in_place, stands
from linter.checks.match import Found, Match
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule
from linter.typed import Any


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report each match of each rule's expressions, or its first group where it has one, that no guard takes back."""
    for rule in rules:
        needs = rule.match["needs"]
        for reading in article.readings:
            # the guards that are cheap come first: most articles need no expression at all
            held = [name for name in needs if name in reading.families]
            if (held or not needs) and in_place(rule.match, reading) and in_company(rule.match, reading, article):
                for sentence in reading.sentences:
                    if not needs or reading.among(sentence.first, sentence.last, *held):
                        yield from _in_sentence(rule, reading, sentence, article)


def _in_sentence(rule: Rule, reading: BlockReading, sentence: Sentence, article: Article) -> Iterator[Match]:
    text = reading.text[sentence.start : sentence.end]
    for expression in map(_compiled, rule.match["regex"]):
        for found in expression.finditer(text):
            start, end = (sentence.start + place for place in found.span(1 if expression.groups else 0))
            words = _words(reading, sentence, start, end)
            if words is not None and stands(rule, Found(reading, *words), article):
                yield Match(rule, reading.block, start, end)


def _words(reading: BlockReading, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The words of a sentence that a stretch touches; None if it touches none."""
    starts, ends = reading.words.starts, reading.words.ends
    first = bisect_right(ends, start, sentence.first, sentence.last)
    last = bisect_left(starts, end, sentence.first, sentence.last)
    return (first, last) if first < last else None


@cache
def _compiled(text: str) -> Any:
    # a library of its own, needed only when a rule of this kind runs
    import re2

    options = re2.Options()
    options.log_errors = False  # an expression that needs much memory is slower, which is no matter of the terminal's
    return re2.compile(text, options)

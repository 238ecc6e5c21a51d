"""Kind ``pattern``: regular expressions on the text of a sentence, for what phrase patterns cannot express.

The expressions run on RE2, in time linear in the text; the loader has rejected those that RE2 cannot compile.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from linter.checks.article import Article
from linter.checks.guards import has_context, in_place, is_violation
from linter.checks.match import Found, Match
from linter.language.reading import BlockReading, Sentence
from linter.rules.program import Rule
from linter.typed import Any


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the matches of each rule's expressions that pass the guards: the first group if there is one."""
    for rule in rules:
        needs = rule.match["needs"]
        for reading in article.readings:
            # cheap guards first: most articles then need no expression at all
            held = [name for name in needs if name in reading.families]
            if (held or not needs) and in_place(rule.match, reading) and has_context(rule.match, reading, article):
                for sentence in reading.sentences:
                    if not needs or reading.has_in(sentence.first, sentence.last, *held):
                        yield from _in_sentence(rule, reading, sentence, article)


def _in_sentence(rule: Rule, reading: BlockReading, sentence: Sentence, article: Article) -> Iterator[Match]:
    text = reading.text[sentence.start : sentence.end]
    for expression in map(_compiled, rule.match["regex"]):
        for found in expression.finditer(text):
            start, end = (sentence.start + place for place in found.span(1 if expression.groups else 0))
            words = _words(reading, sentence, start, end)
            if words is not None and is_violation(rule, Found(reading, *words), article):
                yield Match(rule, reading.block, start, end)


def _words(reading: BlockReading, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of words in a sentence that the view offsets ``[start, end)`` touch, or None."""
    starts, ends = reading.words.starts, reading.words.ends
    first = bisect_right(ends, start, sentence.first, sentence.last)
    last = bisect_left(starts, end, sentence.first, sentence.last)
    return (first, last) if first < last else None


@cache
def _compiled(text: str) -> Any:
    # lazy: needed only when a rule of this kind runs
    import re2

    options = re2.Options()
    options.log_errors = False  # running low on memory only makes an expression slower: not worth a line on stderr
    return re2.compile(text, options)

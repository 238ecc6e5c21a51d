"""Find where an article meets its duties; computed only for reports that show it."""

from collections.abc import Iterator, Sequence

from linter.checks import metadata, requires, section
from linter.checks.article import Article
from linter.document import Block
from linter.outcome import MetDuty
from linter.rules.program import Rule


def met_duties(rules: Sequence[Rule], article: Article) -> Iterator[MetDuty]:
    """Yield the duties that the article meets, each with the first place where it does."""
    for rule in rules:
        if rule.kind == "metadata":
            byline = metadata.met(rule, article)
            if byline is not None and byline.block is None:
                yield MetDuty(rule.code)
            elif byline is not None and byline.block is not None:
                yield _at(rule, article, byline.block, byline.start, byline.end)
        elif rule.kind in _WHERE:
            place = _WHERE[rule.kind](rule, article)
            if place is not None:
                yield _at(rule, article, place.block, place.start, place.end)


def _at(rule: Rule, article: Article, block: Block, start: int, end: int) -> MetDuty:
    line = article.document.source.position(block.view.span(start, end).start).line
    return MetDuty(rule.code, " ".join(block.view.text[start:end].split()), line)


_WHERE = {"requires": requires.met, "section": section.met}

"""Kind ``structure``: parts that a page about a treatment must have."""

from collections.abc import Callable, Iterator, Sequence

from linter.checks.article import Article
from linter.checks.disclosure.placement import placement_of
from linter.checks.lines import visible_lines
from linter.checks.match import Match
from linter.checks.page import on_article
from linter.checks.prose import prose_of
from linter.checks.sources import sources_by_block
from linter.checks.topic import about_treatment
from linter.document import Scope
from linter.language.reading import BlockReading
from linter.rules.program import Rule

_SOURCES = 2
"""Links to other sites, or sentences that name a source, that make up for a list of references."""
_OPENERS = 2
"""Minimum headings and labels of a page that has sections."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report what the page lacks, at the article's title."""
    for rule in rules:
        what = NEEDS[rule.match["need"]](rule, article)
        if what:
            yield from on_article(rule, article, {"what": what})


def _references(_: Rule, article: Article) -> str:
    if not about_treatment(article) or not prose_of(article):
        return ""
    sources = 0
    for named in sources_by_block(article):
        sources += named
        if sources >= _SOURCES:
            return ""
    return "one source" if sources else "no sources"


def _disclosure(_: Rule, article: Article) -> str:
    profile = article.setting.profile
    if "connection" in profile and article.read_text(profile["connection"]).of("connection.paid"):
        return "" if _says(article, "disclosure.label") else "the page is paid for but not labeled as an advertisement"
    publisher = " ".join((profile.get("publisher", ""), profile.get("sells", "")))
    sells = article.read_text(publisher).of("publisher.seller")
    # a booking button makes it plain that the page sells
    if sells and not _says(article, "disclosure") and not placement_of(article).calls:
        return "the publisher sells the treatment but does not say so"
    return ""


def _says(article: Article, name: str) -> bool:
    return any(reading.of(name) for reading in article.readings)


def _sections(rule: Rule, article: Article) -> str:
    openers = [(reading, end) for reading in article.readings if (end := _opens(reading))]
    if not about_treatment(article) or len(openers) < _OPENERS:
        return ""
    where: dict[str, int] = {}
    for reading, end in openers:
        for name in rule.match["sections"]:
            if any(reading.end(hit.last) <= end for hit in reading.of(name)):
                where.setdefault(name, reading.block.index)
    missing = [label for name, label in rule.match["sections"].items() if name not in where]
    if missing and not article.is_balanced_throughout:  # a page that informs throughout may use other headings
        return f"missing headings: {', '.join(missing)}"
    lines, placement = visible_lines(article), placement_of(article)
    first = next(
        (lines[place].reading.block.index for place, _ in placement.calls[placement.over :]), len(article.readings)
    )
    return "the risks come after the first call to book" if first < where.get("section.harms", 0) else ""


def _opens(reading: BlockReading) -> int:
    """Return the end of the words that open a section (a heading, or a label at the start of a block), else 0."""
    return len(reading.text) if reading.block.scope is Scope.HEADING else reading.label_end


NEEDS: dict[str, Callable[[Rule, Article], str]] = {
    "references": _references,
    "disclosure": _disclosure,
    "sections": _sections,
}
"""The function for each ``need``."""

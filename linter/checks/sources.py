"""Kind ``sources``: how old the newest source in an article's list of references is."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.match import Match
from linter.document import Section
from linter.expression import expression
from linter.rules.program import Rule

_YEAR = expression(r"(?<![\d./-])(?:19|20)\d\d(?![\d/-])")


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report a list of references whose newest year is more than ``max_age`` years before today."""
    today = article.setting.today[:4]
    if not today:
        return
    for section in article.document.sections:
        if section.heading is None or not article.readings[section.heading].of("evidence.references-heading"):
            continue
        newest = _newest_year(article, section, int(today))
        for rule in rules:
            if newest is not None and int(today) - newest > rule.match["max_age"]:
                heading = article.document.blocks[section.heading]
                yield Match(rule, heading, 0, len(heading.view.text), values={"newest": str(newest)})


def _newest_year(article: Article, section: Section, today: int) -> int | None:
    """The latest year in a section's text that is not in the future; None if it names none."""
    years = [
        int(found.group())
        for block in article.document.section_blocks(section)
        for found in _YEAR.finditer(block.view.text)
    ]
    return max((year for year in years if year <= today), default=None)

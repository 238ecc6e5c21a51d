"""Kind ``metadata``: whether a page about a treatment names its author and reviewer and has a recent date."""

from collections.abc import Callable, Iterator, Sequence

from linter.checks.article import Article
from linter.checks.bylines import Byline, find_bylines
from linter.checks.match import Match
from linter.checks.page import on_article
from linter.checks.signed import Month, iso_month
from linter.checks.topic import about_treatment
from linter.rules.program import Rule


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report what is missing, at an incomplete byline if there is one, else at the article's title."""
    bylines = find_bylines(article)
    for rule in rules:
        yield from NEEDS[rule.match["need"]](rule, article, bylines)


def met(rule: Rule, article: Article) -> Byline | None:
    """Return the byline that meets the rule, if any."""
    bylines = find_bylines(article)
    if rule.match["need"] == "date":
        dated = [byline for byline in bylines if byline.date]
        return max(dated, key=lambda byline: byline.date or Month(0, 1), default=None)
    if rule.match["need"] == "author":
        return next((byline for byline in bylines if byline.named and byline.role in ("author", "reviewed")), None)
    return next((byline for byline in bylines if byline.credentialed and byline.role == "reviewed"), None)


def _author(rule: Rule, article: Article, bylines: Sequence[Byline]) -> Iterator[Match]:
    if any(byline.named and byline.role in ("author", "reviewed") for byline in bylines):
        return
    yield from _missing(rule, article, [byline for byline in bylines if byline.role == "author"], "no author is named")


def _reviewer(rule: Rule, article: Article, bylines: Sequence[Byline]) -> Iterator[Match]:
    reviews = [byline for byline in bylines if byline.role == "reviewed"]
    dated = any(byline.date for byline in bylines)  # any date on the page counts as that of the review
    if any(review.credentialed for review in reviews) and dated:
        return
    lacks = [
        "no name" if not any(review.named for review in reviews) else "",
        "no degree" if not any(review.credentialed for review in reviews) else "",
        "no date" if not dated else "",
    ]
    what = (
        f"the medical review has {', '.join(lack for lack in lacks if lack)}"
        if reviews
        else "no medical review is named"
    )
    yield from _missing(rule, article, reviews, what)


def _date(rule: Rule, article: Article, bylines: Sequence[Byline]) -> Iterator[Match]:
    dated = [byline for byline in bylines if byline.date is not None]
    today = iso_month(article.setting.today)
    if not dated:
        yield from _missing(rule, article, [], "no date of publication or update")
        return
    newest = max(dated, key=lambda byline: byline.date or Month(0, 1))
    if today is None or newest.date is None or newest.date.before(today) <= rule.match["max_age_months"]:
        return
    what = f"the newest date is {newest.date.year}, more than {rule.match['max_age_months']} months ago"
    yield from _at(rule, article, newest, what)


def _missing(rule: Rule, article: Article, short: Sequence[Byline], what: str) -> Iterator[Match]:
    """Report at the first incomplete byline; without one, only a page about a treatment is reported."""
    on_page = next((byline for byline in short if byline.block is not None), None)
    if on_page is not None or about_treatment(article):
        yield from _at(rule, article, on_page, what)


def _at(rule: Rule, article: Article, byline: Byline | None, what: str) -> Iterator[Match]:
    values = {"what": what}
    if byline is not None and byline.block is not None:
        yield Match(rule, byline.block, byline.start, byline.end, values=values)
    else:
        yield from on_article(rule, article, values)


NEEDS: dict[str, Callable[[Rule, Article, Sequence[Byline]], Iterator[Match]]] = {
    "author": _author,
    "reviewer": _reviewer,
    "date": _date,
}
"""The function for each ``need``."""

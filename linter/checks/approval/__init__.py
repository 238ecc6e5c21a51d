"""Kind ``approval``: false statements that something is FDA-approved.

``finds`` selects the error that a rule reports: ``false`` (not approved, or not for this use), ``cleared`` (a device
that was cleared, not approved) or ``use`` (a brand's approval stretched to another use).
"""

from collections.abc import Iterator, Sequence

from linter.checks.approval.page_products import PageProducts
from linter.checks.approval.products import product_of
from linter.checks.approval.stated import FalseApproval, claims
from linter.checks.approval.things import thing_of
from linter.checks.article import Article, once
from linter.checks.guards import in_place
from linter.checks.match import Clue, Match
from linter.rules.program import Rule


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report false approvals."""
    by_finds = {rule.match["finds"]: rule for rule in rules}
    for finding in findings(article):
        rule = by_finds.get(finding.finds)
        if rule is None or not in_place({"voice": "own", **rule.match}, finding.reading):
            continue
        reading = finding.reading
        clues = tuple(Clue(kind, *reading.place(first, last)) for kind, first, last in finding.clues)
        values = {"what": finding.what, "use": finding.use}
        yield Match(rule, *reading.place(finding.first, finding.last), clues=clues, values=values)


@once
def findings(article: Article) -> list[FalseApproval]:
    """Return the false approvals that an article states, in any voice."""
    return list(_findings(article))


def _findings(article: Article) -> Iterator[FalseApproval]:
    page: PageProducts | None = None
    for reading in article.readings:
        if reading.of("approval.stated") or reading.of("approval.bare"):
            page = page or PageProducts(article)
            for claim, is_bare in claims(article, reading):
                found = (None if is_bare else thing_of(claim, page)) or product_of(claim, page, is_bare)
                if found is not None:
                    yield found

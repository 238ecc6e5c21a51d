"""Kind ``approved``: uses of approved claims for which the approval does not hold."""

from collections.abc import Iterator, Sequence

from linter.approved.register import Use, holds
from linter.checks.article import Article, once
from linter.checks.match import Match
from linter.checks.page import place_for_notice
from linter.rules.program import Rule
from linter.value import Struct


class JudgedUse(Struct, frozen=True):
    """A use of an approved claim and its problem: ``expired``, ``elsewhere`` (not approved for a region), ``bare``
    (without its disclaimer), ``near`` (not verbatim) or "" for none."""

    use: Use
    problem: str
    detail: str = ""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report uses that the approval does not cover, and sentences that are nearly approved."""
    about = {rule.match["finds"]: rule for rule in rules}
    for judged in judged_uses(article):
        rule = about.get(judged.problem)
        if rule is not None:
            yield _match(rule, judged, article)


@once
def judged_uses(article: Article) -> tuple[JudgedUse, ...]:
    """Return the uses of approved claims in an article, in order of position."""
    register = article.setting.approved
    if register is None:
        return ()
    found = []
    for reading in article.readings:
        exact = list(register.exact(reading))
        found += [_judged(use, article) for use in exact]
        found += [JudgedUse(use, "near") for use in register.near(reading, exact) if _holds(use, article)]
    return tuple(found)


def _holds(use: Use, article: Article) -> bool:
    setting = article.setting
    return not use.claim.expired(setting.today) and not use.claim.abroad(setting.regions)


def _judged(use: Use, article: Article) -> JudgedUse:
    claim, setting = use.claim, article.setting
    if claim.until is not None and claim.expired(setting.today):
        return JudgedUse(use, "expired", claim.until.isoformat())
    if abroad := claim.abroad(setting.regions):
        return JudgedUse(use, "elsewhere", ", ".join(abroad))
    if not holds(article.readings, claim.disclaimer):
        return JudgedUse(use, "bare")
    return JudgedUse(use, "")


def _match(rule: Rule, judged: JudgedUse, article: Article) -> Match:
    use = judged.use
    claim, block = use.claim, use.reading.block
    values = {name: getattr(claim, name) for name in ("id", "text", "by", "disclaimer")}
    bare = judged.problem == "bare"
    return Match(
        rule,
        block,
        use.start,
        use.end,
        values={**values, "detail": judged.detail},
        replacement=claim.text.rstrip(" .!") if judged.problem == "near" else None,
        insert_after=place_for_notice(article, block) if bare else None,
        insertion=claim.disclaimer,
    )

"""Kind ``status``: compare what a page says about FDA approval with the notices it owes for what it promotes.

Options of a rule (``match``): ``finds`` is what it reports, ``notices`` the kinds of notice it is responsible for.
"""

from collections.abc import Iterable, Iterator, Sequence

from linter.checks.article import Article
from linter.checks.disclosure.adequacy import Parts
from linter.checks.disclosure.naming import products_in, series, uses_in
from linter.checks.disclosure.offered import unlisted_uses
from linter.checks.disclosure.owed import Owed, place_of
from linter.checks.disclosure.owing import owed_by
from linter.checks.disclosure.placement import is_buried
from linter.checks.disclosure.products import claiming, named
from linter.checks.disclosure.verdict import Verdict, verdicts
from linter.checks.lines import Line, lines_with
from linter.checks.match import Clue, Match, lowered, with_caveat
from linter.checks.page import is_page, place_for_notice, title_place
from linter.checks.risk.subjects import subjects_of
from linter.knowledge.facts import status_line
from linter.rules.program import Rule


def check(rules: Sequence[Rule], article: Article) -> Iterable[Match]:
    """Report missing, inadequate and misplaced status notices."""
    judged = verdicts(article)
    page = is_page(article)
    for rule in rules:
        if rule.match["finds"] == "wrong-type":
            yield from _wrong_type(rule, judged, article)
        elif rule.match["finds"] == "unknown":
            yield from _unknown(rule, article)
        elif page:
            for owed, verdict in judged:
                yield from _judged(rule, owed, verdict, article)
            if rule.match["unlisted"]:
                yield from _unlisted(rule, article)


def _judged(rule: Rule, owed: Owed, verdict: Verdict, article: Article) -> Iterator[Match]:
    if verdict.owner_notice not in rule.match["notices"]:
        return
    if rule.match["finds"] == "buried":
        yield from _buried(rule, owed, verdict, article)
    elif rule.match["finds"] == verdict.outcome:
        yield from _finding(rule, owed, verdict, article)


def _finding(rule: Rule, owed: Owed, verdict: Verdict, article: Article) -> Iterator[Match]:
    place = verdict.evidence or place_of(owed, article)
    if place is None:
        return
    uses = series(uses_in(owed, article) or ["this use"], "or")
    sentence = status_line(owed.treatment.disclaimer, owed.products[0].topic.called, uses)
    message = (owed.unlisted and rule.match["unlisted"]) or rule.message
    yield Match(
        rule,
        *place,
        clues=tuple(Clue("status", *parts.statement.place) for parts in verdict.parts),
        about=owed.ids,
        severity=rule.severity.raised(-1) if owed.unlisted else lowered(rule, owed.treatment),
        message=with_caveat(message, owed.treatment),
        values=_values(owed, verdict, article, sentence),
        suggestion=f"{rule.suggestion} For instance: {sentence}",
        insert_after=place_for_notice(article, place[0]),
        insertion=sentence,
    )


def _unlisted(rule: Rule, article: Article) -> Iterator[Match]:
    """Report drugs that are only in the table of indications, one level lower: it may lack recent approvals."""
    for pair in unlisted_uses(article):
        mention = pair.treatment_at
        if mention is not None:
            reading = article.readings[mention.block]
            use = pair.use if pair.use.isupper() or pair.first else pair.use[:1].lower() + pair.use[1:]
            sentence = status_line(rule.match["unlisted_draft"], mention.text, use)
            yield Match(
                rule,
                *reading.place(mention.first, mention.last),
                about=(pair.treatment,),
                severity=rule.severity.raised(-1),
                message=rule.match["unlisted"],
                values={"treatment": mention.text, "condition": use},
                suggestion=f"{rule.suggestion} For instance: {sentence}",
                insert_after=place_for_notice(article, reading.block),
                insertion=sentence,
            )


def _unknown(rule: Rule, article: Article) -> Iterator[Match]:
    """Report a page that sells and makes claims, but about nothing in the knowledge base: its duties are not judged."""
    known = article.topics.promoted or article.topics.drugs or owed_by(article) or subjects_of(article).any
    title = title_place(article)
    if is_page(article) and article.topics.promotional and claiming(article) and not known and title is not None:
        yield Match(rule, *title)


def _values(owed: Owed, verdict: Verdict, article: Article, sentence: str) -> dict[str, str]:
    return {
        "treatment": products_in(owed),
        "condition": series(uses_in(owed, article) or ["a medical use"], "and"),
        "missing": verdict.missing,
        "sentence": sentence,
    }


def _buried(rule: Rule, owed: Owed, verdict: Verdict, article: Article) -> Iterator[Match]:
    if not verdict.parts or not all(_is_buried(parts, article) for parts in verdict.parts):
        return
    first = verdict.parts[0].statement
    yield Match(rule, *first.place, about=owed.ids, values=_values(owed, verdict, article, first.line.text))


def _is_buried(parts: Parts, article: Article) -> bool:
    return is_buried(parts.statement.line, parts.statement.hit.first, parts.statement.hit.last, article)


def _wrong_type(rule: Rule, judged: Sequence[tuple[Owed, Verdict]], article: Article) -> Iterator[Match]:
    """Report the supplement statement as the only notice for a drug or device, or a drug notice on a supplement."""
    for owed, verdict in judged:
        if owed.notice == "dshea" or verdict.outcome == "adequate":
            continue
        for line in lines_with(article, "notice.dshea-like")[:1]:
            hit = line.of("notice.dshea-like")[0]
            yield _at(rule, line, hit.first, hit.last, {"treatment": products_in(owed), "notice": "supplement"})
            return
    yield from _drug_words_on_supplement(rule, article)


def _drug_words_on_supplement(rule: Rule, article: Article) -> Iterator[Match]:
    sells = "supplement" in article.setting.profile.get("sells", "")
    knowledge = article.topics.knowledge
    for line in lines_with(article, "notice.off-label"):
        hits = line.of("notice.off-label")
        kinds = {knowledge.treatment(name).fda_status for _, name in named(line, article)}
        if kinds == {"supplement"} or (sells and not kinds - {"supplement"}):
            yield _at(rule, line, hits[0].first, hits[0].last, {"treatment": "a supplement", "notice": "off-label"})


def _at(rule: Rule, line: Line, first: int, last: int, values: dict[str, str]) -> Match:
    return Match(rule, *line.reading.place(first, last), values=values)

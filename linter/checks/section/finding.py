"""A finding on a treatment of a page: where it stands, how severe it is, and what it offers to insert."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.disclosure.naming import series
from linter.checks.match import Clue, Match, lowered, with_caveat
from linter.checks.page import place_for_notice
from linter.checks.risk.known import boxed_topics
from linter.checks.risk.subjects import place_of
from linter.checks.section.page_risks import PageRisks
from linter.document import Block, Scope
from linter.knowledge.facts import HARMLESS, Treatment
from linter.rules.program import Rule
from linter.violation import Severity

_MOST = 8
"""Risks without a boxed warning that a draft names."""


def on_treatment(
    rule: Rule,
    page: PageRisks,
    treatment: Treatment | None,
    values: dict[str, str],
    missing: Sequence[str] | None = None,
    message: str = "",
) -> Iterator[Match]:
    """The finding on a treatment (None: on the page), with a draft of the risk section; none where it has no place.

    ``values`` fill the message beside the treatment's name; ``missing`` are the risks to draft, None for all;
    ``message`` replaces the rule's own.
    """
    place = place_of(page.subjects, treatment, page.article)
    if place is None:
        return
    text = "" if treatment is None else _draft(treatment, missing, page.article)
    yield Match(
        rule,
        *place,
        clues=_clues(page),
        about=() if treatment is None else (treatment.id,),
        severity=lowered(rule, treatment) or _of_supplement(treatment),
        message=with_caveat(message or rule.message, treatment),
        values={**values_of(page, treatment), **values},
        suggestion=f"{rule.suggestion} {text}".strip(),
        insert_after=_end_of_text(page.article, place[0]) if text else None,
        insertion=text,
    )


def _draft(treatment: Treatment, missing: Sequence[str] | None, article: Article) -> str:
    """A risk section for the writer to fill in, in one line: the missing risks (all, where None), boxed ones first.

    The treatment goes by the name that the article gives it, unless that is a place (*drip bar*), which harms nobody.
    """
    boxed = [topic.topic for topic in boxed_topics(treatment, article)]
    every = [*boxed, *(risk.risk for risk in treatment.key_risks)]
    listed = [name for name in every if missing is None or name in missing]
    called = next(
        (topic.called for topic in article.topics.treatments if topic.id == treatment.id), treatment.short_name
    )
    name = treatment.short_name if article.read_text(called).of("staff.unnamed") else called
    draft = article.topics.knowledge.risk_draft
    told = [risk for risk in listed if risk not in boxed][:_MOST]
    phrases, alone = draft["phrases"], draft["sentences"]
    harms = list(dict.fromkeys(phrases.get(risk, risk) for risk in told if risk not in alone))
    topics = [risk for risk in listed if risk in boxed]
    sentences = (
        draft["opening"].format(treatment=name),
        draft["boxed"].format(risks=", ".join(topics)) if topics else "",
        draft["others"].format(treatment=name[:1].upper() + name[1:], risks=series(harms, "and")) if harms else "",
        *(alone[risk] for risk in [*topics, *told] if risk in alone),
        draft["closing"],
    )
    return " ".join(filter(None, sentences))


def _of_supplement(treatment: Treatment | None) -> Severity | None:
    """What the package of a supplement tells, a page may leave out: no more than a note."""
    return Severity.INFO if treatment is not None and treatment.kind in HARMLESS else None


def values_of(page: PageRisks, treatment: Treatment | None) -> dict[str, str]:
    """What a message says of the treatment: its name, or how the page calls the service."""
    known = treatment or next(iter(page.subjects.treatments), None)
    if known is not None:
        return {"treatment": known.short_name}
    block, start, end = page.subjects.service or (None, 0, 0)
    return {"treatment": "the treatment" if block is None else block.view.text[start:end]}


def _clues(page: PageRisks) -> tuple[Clue, ...]:
    """The harms that the page does name, five at most."""
    found = [one for _, named in page.named for one in named][:5]
    return tuple(Clue("risk", one.line.reading.block, one.start, one.end) for one in found)


def _end_of_text(article: Article, block: Block) -> Block:
    """The block to insert a risk section after: the first paragraph at or after the promotion."""
    later = (other for other in article.document.blocks[block.index :] if other.scope is Scope.PARAGRAPH)
    return next(later, place_for_notice(article, block))

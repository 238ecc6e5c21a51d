"""Build a finding about a treatment on a page: its place, its severity, and the draft to insert."""

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

_MAX_RISKS = 8
"""Maximum risks in a draft besides those of a boxed warning."""


def on_treatment(
    rule: Rule,
    page: PageRisks,
    treatment: Treatment | None,
    values: dict[str, str],
    missing: Sequence[str] | None = None,
    message: str = "",
) -> Iterator[Match]:
    """Yield the finding about a treatment (None: about the page), with a draft of a risk section; none without a place.

    ``values`` fill the message in addition to the treatment's name; ``missing`` are the risks to draft (None: all;
    empty: only who should not have it); ``message`` overrides the rule's own.
    """
    place = place_of(page.subjects, treatment, page.article)
    if place is None:
        return
    text = "" if treatment is None else _draft(treatment, missing, page.article)
    suggestion = f"{rule.suggestion} For instance: {text}" if text else rule.suggestion
    yield Match(
        rule,
        *place,
        clues=_clues(page),
        about=() if treatment is None else (treatment.id,),
        severity=lowered(rule, treatment) or _of_supplement(treatment),
        message=with_caveat(message or rule.message, treatment),
        values={**values_of(page, treatment), **values},
        suggestion=suggestion,
        insert_after=_end_of_text(page.article, place[0]) if text else None,
        insertion=text,
    )


def _draft(treatment: Treatment, missing: Sequence[str] | None, article: Article) -> str:
    """Draft a risk section in one line, for the writer to complete: the missing risks (None: all), boxed ones first.

    The draft calls the treatment what the article calls it, unless that is a place (*drip bar*), which has no risks.
    """
    boxed = [topic.topic for topic in boxed_topics(treatment, article)]
    every = [*boxed, *(risk.risk for risk in treatment.key_risks)]
    listed = [name for name in every if missing is None or name in missing]
    called = next((topic.called for topic in article.topics.treatments if topic.id == treatment.id), treatment.noun)
    name = treatment.noun if article.read_text(called).of("staff.unnamed") else called
    draft = article.topics.knowledge.risk_draft
    if not listed:
        return str(draft["exclusion"].format(treatment=name))
    others = [risk for risk in listed if risk not in boxed][:_MAX_RISKS]
    phrases, alone = draft["phrases"], draft["sentences"]
    harms = list(dict.fromkeys(phrases.get(risk, risk) for risk in others if risk not in alone))
    topics = [risk for risk in listed if risk in boxed]
    sentences = (
        draft["opening"].format(treatment=name),
        draft["boxed"].format(risks=", ".join(topics)) if topics else "",
        draft["others"].format(treatment=name[:1].upper() + name[1:], risks=series(harms, "and")) if harms else "",
        *(alone[risk] for risk in [*topics, *others] if risk in alone),
        draft["closing"],
    )
    return " ".join(filter(None, sentences))


def _of_supplement(treatment: Treatment | None) -> Severity | None:
    """Return info for kinds whose risks a page may leave to the package."""
    return Severity.INFO if treatment is not None and treatment.kind in HARMLESS else None


def values_of(page: PageRisks, treatment: Treatment | None) -> dict[str, str]:
    """Return the message values on the treatment: its name, or the page's name for the service."""
    known = treatment or next(iter(page.subjects.treatments), None)
    if known is not None:
        return {"treatment": known.noun}
    block, start, end = page.subjects.service or (None, 0, 0)
    return {"treatment": "the treatment" if block is None else block.view.text[start:end]}


def _clues(page: PageRisks) -> tuple[Clue, ...]:
    """Return the harms that the page does name, five at most."""
    harms = [harm for _, named in page.named for harm in named][:5]
    return tuple(Clue("risk", harm.line.reading.block, harm.start, harm.end) for harm in harms)


def _end_of_text(article: Article, block: Block) -> Block:
    """Return the block to insert a risk section after: the first paragraph at or after the given block."""
    later = (other for other in article.document.blocks[block.index :] if other.scope is Scope.PARAGRAPH)
    return next(later, place_for_notice(article, block))

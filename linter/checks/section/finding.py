"""A finding on a treatment of a page: where it stands, how severe it is, and what it offers to insert."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.match import Clue, Match, lowered, told_as_unsure
from linter.checks.page import place_for_notice
from linter.checks.risk.scaffold import scaffold
from linter.checks.risk.subjects import place_of
from linter.checks.section.page_risks import PageRisks
from linter.document import Block, Scope
from linter.knowledge.facts import HARMLESS, Treatment
from linter.rules.program import Rule
from linter.violation import Severity


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
    block, start, end = place
    text = "" if treatment is None else scaffold(treatment, missing, page.article)
    yield Match(
        rule,
        block,
        start,
        end,
        clues=_clues(page),
        about=() if treatment is None else (treatment.id,),
        severity=lowered(rule, treatment) or _of_supplement(treatment),
        message=told_as_unsure(message or rule.message, treatment),
        values={**values_of(page, treatment), **values},
        suggestion=f"{rule.suggestion} {text}".strip(),
        insert_after=_end_of_text(page.article, block) if text else None,
        insertion=text,
    )


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

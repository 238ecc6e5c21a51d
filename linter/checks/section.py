"""Kind ``section``: passages that must exist and say something: risks, boxed warnings, who should not have a treatment.

``match.finds`` says what a rule reports: missing (no two risks named in one place), key-risks, boxed, balance,
prominence, exclusions, severity.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from linter.checks.article import Article, once
from linter.checks.disclosure.flow import flow_of
from linter.checks.disclosure.page import is_page, place_for_notice
from linter.checks.disclosure.placement import placement_of
from linter.checks.match import Clue, Match
from linter.checks.risk.firmness import lowered, told_as_unsure
from linter.checks.risk.harms import Named, named_in
from linter.checks.risk.known import boxed_topics, names_topic, tally
from linter.checks.risk.passages import Passage, passages_of
from linter.checks.risk.scaffold import scaffold
from linter.checks.risk.subjects import Subjects, anchor, subjects_of
from linter.document import Block, Scope
from linter.knowledge.facts import HARMLESS, Treatment
from linter.knowledge.labels import products_named
from linter.rules.program import Rule
from linter.value import Struct
from linter.violation import Severity


class _Page(Struct, frozen=True, dict=True):
    """What all rules of the kind ask of an article, found once."""

    article: Article
    rules: Sequence[Rule]

    @cached_property
    def subjects(self) -> Subjects:
        return subjects_of(self.article)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages_of(self.article)

    @property
    def named(self) -> tuple[tuple[Passage, tuple[Named, ...]], ...]:
        """What each passage names of harms and bars."""
        return _named(self.article)

    @cached_property
    def most(self) -> int:
        """The number of harms and bars in the passage that names most."""
        return max((len(named) for _, named in self.named), default=0)

    @property
    def names_too_few(self) -> bool:
        """Whether the rule on a missing risk section runs and reports the page: then no other speaks of key risks."""
        return any(rule.match["finds"] == "missing" and self.most < rule.match["least"] for rule in self.rules)


@once
def _named(article: Article) -> tuple[tuple[Passage, tuple[Named, ...]], ...]:
    """What each passage names of harms and bars; the checks ask, and the report that tells where duties are met."""
    treatments = subjects_of(article).treatments
    return tuple((passage, named_in(passage, article, treatments)) for passage in passages_of(article))


def check(rules: Sequence[Rule], article: Article) -> Iterable[Match]:
    """The findings of the passage rules."""
    page = _Page(article, rules)
    whole = is_page(article)
    for rule in rules:
        if whole or rule.match["finds"] in ("severity", "balance"):
            yield from _FINDS[rule.match["finds"]](rule, page)


def met(rule: Rule, article: Article) -> Clue | None:
    """Where a page that owes a passage has it: where it names most risks, its boxed warning, or whom it bars."""
    page = _Page(article, (rule,))
    if not is_page(article) or not page.subjects.any:
        return None
    if rule.match["finds"] in ("missing", "key-risks") and page.most >= rule.match["least"]:
        lines = [one.line for _, named in page.named if len(named) == page.most for one in named]
    elif rule.match["finds"] == "boxed" and any(boxed_topics(one, article) for one in page.subjects.treatments):
        lines = [line for line in flow_of(article) if line.of("risk.boxed")]
    elif rule.match["finds"] == "exclusions":
        lines = [spoken.line for passage in page.passages for spoken in passage.lines if spoken.exclusion]
    else:
        lines = []
    return next((Clue("met", one.reading.block, one.sentence.start, one.sentence.end) for one in lines), None)


def _missing(rule: Rule, page: _Page) -> Iterator[Match]:
    """One finding a page: fewer named harms in any one place than the rule asks for."""
    if not page.subjects.any or page.most >= rule.match["least"]:
        return
    first = page.subjects.treatments[0] if page.subjects.treatments else None
    yield from _on_treatment(rule, page, first, {})


def _key_risks(rule: Rule, page: _Page) -> Iterator[Match]:
    if page.names_too_few:
        return
    for treatment in _main(page):
        count = tally(treatment, page.passages, page.article)
        if count.enough(treatment):
            continue
        owed = count.owed or count.missing
        values = {
            "n": str(len(count.named)),
            "min": str(treatment.min_risks),
            "missing": ", ".join(owed[:5]),
        }
        yield from _on_treatment(rule, page, treatment, values, count.missing)


def _boxed(rule: Rule, page: _Page) -> Iterator[Match]:
    for treatment in page.subjects.treatments:
        topics = boxed_topics(treatment, page.article)
        if not topics:
            continue
        missing = [topic.topic for topic in topics if not names_topic(topic, page.passages, page.article)]
        text = " ".join(reading.text for reading in page.article.readings)
        product = next(iter(products_named(treatment, text)), treatment.name.partition(" (")[0])
        called = any(reading.of("risk.boxed") for reading in page.article.readings)
        if not missing and called:
            continue
        values = {"product": product, "topic": "; ".join(missing or [topic.topic for topic in topics])}
        severity = None if missing else Severity.WARNING
        message = "" if missing else rule.match["unnamed"]
        yield from _on_treatment(rule, page, treatment, values, missing, severity, message)


def _exclusions(rule: Rule, page: _Page) -> Iterator[Match]:
    said = any(line.exclusion for passage in page.passages for line in passage.lines)
    if said or not page.subjects.treatments:
        return
    yield from _on_treatment(rule, page, page.subjects.treatments[0], {})


def _prominence(rule: Rule, page: _Page) -> Iterator[Match]:
    """Risks are spoken of, but only where nobody reads them."""
    if not page.subjects.any:
        return
    lines = flow_of(page.article)
    places = [(line, hit) for line in lines for hit in line.of("risk.frame.strong", "risk.mention")]
    placement = placement_of(lines)
    if not places or not all(placement.is_buried(line, hit.first, hit.last) for line, hit in places):
        return
    line, hit = places[0]
    start, end = line.reading.start(hit.first), line.reading.end(hit.last)
    yield Match(rule, line.reading.block, start, end, values=_values(page, None))


def _balance(rule: Rule, page: _Page) -> Iterator[Match]:
    """Many lines of benefit, hardly one of risk."""
    gains, risks = [], 0
    for passage, _ in page.named:
        for spoken in passage.lines:
            if spoken.framed or spoken.exclusion:
                risks += 1
            elif spoken.line.of("risk.gain"):
                gains.append(spoken.line)
    ratio = risks / len(gains) if gains else 1.0
    if len(gains) < rule.match["gains"] or ratio >= rule.match["ratio"]:
        return
    line = gains[0]
    values = {"gains": str(len(gains)), "risks": str(risks)}
    yield Match(rule, line.reading.block, line.sentence.start, line.sentence.end, values=values)


def _severity(rule: Rule, page: _Page) -> Iterator[Match]:
    """A list of harms, under a heading on risks or in one sentence, that does not tell common from serious."""
    for passage, named in page.named:
        if any(spoken.line.of("risk.severity") for spoken in passage.lines) or _on_others(passage, page):
            continue
        harms = [one for one in named if not one.bar and not one.line.of("risk.emergency")]
        if not passage.on_risk and harms:
            harms = [one for one in harms if one.line.place == harms[0].line.place]
        if len(harms) >= rule.match["least"]:
            first = harms[0]
            yield Match(rule, first.line.reading.block, first.start, first.end, values={"n": str(len(harms))})


def _on_others(passage: Passage, page: _Page) -> bool:
    """Whether a passage is on other options than the page's own."""
    return passage.heading is not None and bool(page.article.readings[passage.heading.index].of("section.alternatives"))


def _main(page: _Page) -> tuple[Treatment, ...]:
    """The treatments that the page is about; where no title says so, the first one that it promotes."""
    main = [treatment for treatment in page.subjects.treatments if treatment.id in page.article.topics.main]
    return tuple(main) or page.subjects.treatments[:1]


def _on_treatment(
    rule: Rule,
    page: _Page,
    treatment: Treatment | None,
    values: dict[str, str],
    missing: Sequence[str] | None = None,
    severity: Severity | None = None,
    message: str = "",
) -> Iterator[Match]:
    place = anchor(page.subjects, treatment, page.article)
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
        severity=severity or lowered(rule, treatment) or _of_supplement(rule, treatment),
        message=told_as_unsure(message or rule.message, treatment),
        values={**_values(page, treatment), **values},
        suggestion=f"{rule.suggestion} {text}".strip(),
        insert_after=_end_of_text(page.article, block) if text else None,
        insertion=text,
    )


def _of_supplement(rule: Rule, treatment: Treatment | None) -> Severity | None:
    """What the package of a supplement tells, a page leaves out with less harm: one level lower."""
    return rule.severity.raised(-1) if treatment is not None and treatment.kind in HARMLESS else None


def _values(page: _Page, treatment: Treatment | None) -> dict[str, str]:
    known = treatment or next(iter(page.subjects.treatments), None)
    if known is not None:
        return {"treatment": known.name.partition(" (")[0]}
    block, start, end = page.subjects.service or (None, 0, 0)
    return {"treatment": "the treatment" if block is None else block.view.text[start:end]}


def _clues(page: _Page) -> tuple[Clue, ...]:
    """The harms that the page does name, five at most."""
    found = [one for _, named in page.named for one in named][:5]
    return tuple(Clue("risk", one.line.reading.block, one.start, one.end) for one in found)


def _end_of_text(article: Article, block: Block) -> Block:
    """The block to insert a risk section after: the first paragraph at or after the promotion."""
    later = (other for other in article.document.blocks[block.index :] if other.scope is Scope.PARAGRAPH)
    return next(later, place_for_notice(article, block))


_FINDS: dict[str, Callable[[Rule, _Page], Iterator[Match]]] = {
    "missing": _missing,
    "key-risks": _key_risks,
    "boxed": _boxed,
    "exclusions": _exclusions,
    "prominence": _prominence,
    "balance": _balance,
    "severity": _severity,
}

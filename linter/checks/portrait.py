"""Facts about an article that reviewers want beside its findings; computed only for reports that show them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from linter.checks.article import Article
from linter.checks.duties import met_duties
from linter.checks.prose import ProseSentence, prose_of
from linter.checks.risk.known import tally
from linter.checks.risk.subjects import subjects_of
from linter.knowledge.describe.treatment import STATUS
from linter.language.readability import Readability, measure, together
from linter.outcome import FileReport, HardSentence, SectionFact, TreatmentFact
from linter.rules.program import Rule
from linter.value import replace

_MIN_WORDS = 12
"""Minimum words of a sentence for its grade to mean anything."""
_MAX_HARDEST = 3
_Graded = tuple[ProseSentence, Readability]
"""A sentence and its readability."""


def portray(article: Article, file: FileReport, rules: Sequence[Rule]) -> FileReport:
    """Add to a report the approvals and risks of treatments, the grades of sections, the hardest sentences, and where
    duties are met.

    Risks are listed for the treatments that owe them, counted as the risk rules do.
    """
    violated = {violation.code for violation in file.violations}
    graded = [(sentence, measure([sentence.graded])) for sentence in prose_of(article)]
    return replace(
        file,
        treatments=tuple(_treatments(article, file)),
        sections=tuple(_sections(article, graded)),
        hardest=tuple(_hardest(article, graded)),
        met=tuple(met_duties([rule for rule in rules if rule.code not in violated], article)),
    )


def _treatments(article: Article, file: FileReport) -> Iterator[TreatmentFact]:
    owing = {treatment.id for treatment in subjects_of(article).treatments}
    for fact in file.treatments:
        treatment = article.topics.knowledge.treatment(fact.id)
        count = tally(article, fact.id) if fact.id in owing else None
        yield replace(
            fact,
            fda_status=STATUS[treatment.fda_status],
            approved_for=treatment.approved_indications,
            risks_named=count.named if count is not None else (),
            risks_missing=count.missing if count is not None else (),
        )


def _sections(article: Article, graded: Iterable[_Graded]) -> Iterator[SectionFact]:
    prose: dict[int, list[_Graded]] = defaultdict(list)
    for sentence, counts in graded:
        prose[sentence.reading.block.section].append((sentence, counts))
    for section, sentences in sorted(prose.items(), key=itemgetter(0)):
        heading = article.document.sections[section].heading
        first = sentences[0][0].reading.block if heading is None else article.document.blocks[heading]
        measured = together(counts for _, counts in sentences)
        if measured.words:
            yield SectionFact(
                heading="" if heading is None else article.readings[heading].text.strip(),
                words=sum(len(sentence.words) for sentence, _ in sentences),
                grade=round(measured.flesch_kincaid_grade, 1),
                line=article.document.source.position(first.span.start).line,
            )


def _hardest(article: Article, graded: Iterable[_Graded]) -> Iterator[HardSentence]:
    long = [(sentence, counts) for sentence, counts in graded if len(sentence.graded) >= _MIN_WORDS]
    ranked = sorted(long, key=lambda pair: -pair[1].flesch_kincaid_grade)
    for prose, _ in ranked[:_MAX_HARDEST]:
        reading, place = prose.reading, prose.sentence
        span = reading.block.view.span(place.start, place.end)
        yield HardSentence(
            text=reading.text[place.start : place.end].strip(),
            line=article.document.source.position(span.start).line,
            words=len(prose.words),
        )

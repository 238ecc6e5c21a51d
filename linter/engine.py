"""One article through all rules: pure, from a document to a file report."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from linter.checks import check_of
from linter.checks.article import Article, Setting
from linter.checks.match import Match
from linter.document import Document
from linter.report import FileReport, TreatmentFact
from linter.rules.program import Program, Rule
from linter.source import SourceText, Span
from linter.violation import Edit, Evidence, Violation, fingerprint

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def lint_document(document: Document, program: Program, rules: Sequence[Rule], setting: Setting) -> FileReport:
    """Check one document with some rules of a program; only rules of the setting's regions run."""
    article = Article(document, program, setting)
    active = [rule for rule in rules if set(rule.jurisdictions) & set(setting.regions)]
    matches: list[Match] = []
    for kind in dict.fromkeys(rule.kind for rule in active):
        matches.extend(check_of(kind)([rule for rule in active if rule.kind == kind], article))
    violations = _violations(matches, document.source, setting)
    return _file_report(article, violations)


def _violations(matches: Iterable[Match], source: SourceText, setting: Setting) -> tuple[Violation, ...]:
    placed = sorted(
        ((match.block.view.span(match.start, match.end), match) for match in matches),
        key=lambda pair: (pair[0].start, pair[0].end, pair[1].rule.code),
    )
    seen: Counter[tuple[str, str]] = Counter()
    violations: list[Violation] = []
    done: set[tuple[Span, str]] = set()
    for span, match in placed:
        if (span, match.rule.code) in done:
            continue
        done.add((span, match.rule.code))
        excerpt = source.text[span.start : span.end]
        key = (match.rule.code, excerpt)
        violations.append(_violation(match, span, excerpt, seen[key], source, setting))
        seen[key] += 1
    return tuple(violations)


def _violation(
    match: Match, span: Span, excerpt: str, occurrence: int, source: SourceText, setting: Setting
) -> Violation:
    rule = match.rule
    values = {"excerpt": " ".join(excerpt.split()), **match.values}
    return Violation(
        path=source.path,
        span=span,
        start=source.position(span.start),
        end=source.position(span.end),
        code=rule.code,
        rule=rule.id,
        family=rule.family,
        severity=match.severity or rule.severity,
        message=_filled(match.message or rule.message, values),
        excerpt=excerpt,
        why=rule.why,
        evidence=_evidence(match, source),
        citations=rule.cited(setting.regions),
        suggestion=_filled(match.suggestion or rule.suggestion, values),
        fix=_edit(match, span),
        fingerprint=fingerprint(source.path, rule.code, excerpt, occurrence),
    )


def _filled(template: str, values: Mapping[str, str]) -> str:
    """A message with its placeholders filled; unlike ``str.format`` it cannot reach attributes."""
    return _PLACEHOLDER.sub(lambda found: values.get(found.group(1), found.group()), template)


def _evidence(match: Match, source: SourceText) -> tuple[Evidence, ...]:
    found = []
    for clue in match.clues:
        span = clue.block.view.span(clue.start, clue.end)
        found.append(Evidence(clue.kind, source.text[span.start : span.end], span))
    return tuple(found)


def _edit(match: Match, span: Span) -> Edit | None:
    if match.replacement is not None:
        return Edit(span, match.replacement, match.safe)
    if match.insert_after is not None:
        end = match.insert_after.span.end
        return Edit(Span(end, end), f"\n\n{match.insertion}\n", match.safe)
    return None


def _file_report(article: Article, violations: tuple[Violation, ...]) -> FileReport:
    readability = article.readability
    return FileReport(
        path=article.document.source.path,
        words=readability.words,
        sentences=readability.sentences,
        readability=readability.values,
        treatments=tuple(
            TreatmentFact(topic.id, topic.name, topic.promoted, topic.mentions) for topic in article.topics.treatments
        ),
        violations=violations,
        document=article.document,
    )

"""Prepare one article of the report for the template."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.document import Scope
from linter.outcome import FileReport, MetDuty
from linter.report import Report, RuleFact
from linter.reports.html.passages import marked, passages_of
from linter.reports.html.safe import clipped, visible
from linter.reports.html.status import is_new, status_of
from linter.reports.html.values import ArticlePage, Duty, Finding
from linter.suppressions.comments.write import BEFORE_REASON, comment_of
from linter.violation import Violation

_LISTED = ("requires", "section", "status", "metadata", "structure")
"""Kinds whose duties are listed, met or not: they record where an article meets them."""
_REASON = "WHY; by: NAME; until: YYYY-MM-DD"
"""Placeholders that a writer fills in to accept a finding."""
_METRICS = {
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG index",
    "coleman_liau_index": "Coleman-Liau index",
}


def article_page(file: FileReport, report: Report) -> ArticlePage:
    """Build the page of one article."""
    whole = _whole(file, report.rules)
    marks, home = marked(file, whole)
    findings = tuple(_findings(file, report, home))
    counts = Counter(finding.weight for finding in findings)
    return ArticlePage(
        title=title_of(file),
        path=visible(file.path),
        status=status_of(file.violations, report.fail_on),
        counts={weight: counts[weight] for weight in ("error", "warning", "info", "waived")},
        file=file,
        findings=findings,
        whole=tuple(finding for finding in findings if finding.number in whole),
        unplaced=tuple(finding for finding in findings if not finding.placed and finding.number not in whole),
        passages=passages_of(file.document, findings, marks, home) if file.document is not None else (),
        duties=_duties(findings, report.rules, file.met),
        treatments=tuple(sorted(file.treatments, key=lambda fact: -fact.mentions)),
        readability=tuple(
            (_METRICS.get(name, name.replace("_", " ").capitalize()), f"{value:.1f}")
            for name, value in file.readability.items()
        ),
    )


def title_of(file: FileReport) -> str:
    """The article's title, else its first heading, else its file name."""
    blocks = file.document.blocks if file.document is not None else ()
    for scope in (Scope.TITLE, Scope.HEADING):
        for block in blocks:
            if block.scope is scope and block.view.text.strip():
                return clipped(block.view.text, 160)
    return clipped(file.path.replace("\\", "/").rsplit("/", 1)[-1], 160)


def anchors(violations: Sequence[Violation]) -> tuple[str, ...]:
    """The fingerprints; repeated ones get a number, so that each identifies one finding."""
    seen: Counter[str] = Counter()
    names = []
    for violation in violations:
        seen[violation.fingerprint] += 1
        count = seen[violation.fingerprint]
        names.append(violation.fingerprint if count == 1 else f"{violation.fingerprint}-{count}")
    return tuple(names)


def _whole(file: FileReport, rules: Iterable[RuleFact]) -> set[int]:
    """The numbers of the findings on the page as a whole: duties reported at its title."""
    duties = {rule.code for rule in rules if rule.duty}
    titles = [block.span for block in file.document.blocks if block.is_title] if file.document is not None else []
    return {
        number
        for number, violation in enumerate(file.violations, 1)
        if violation.code in duties
        and any(title.start <= violation.span.start < max(title.end, title.start + 1) for title in titles)
    }


def _findings(file: FileReport, report: Report, home: Mapping[int, int]) -> Iterator[Finding]:
    format_name = file.document.format if file.document is not None else "markdown"
    names = anchors(file.violations)
    for number, (violation, anchor) in enumerate(zip(file.violations, names, strict=True), 1):
        yield Finding(
            number=number,
            anchor=anchor,
            weight=violation.severity.value if violation.suppressed is None else "waived",
            new=is_new(violation, report),
            placed=number in home,
            about=violation,
            excerpt=clipped(violation.excerpt),
            replaced=_replaced(violation, file),
            proposed=visible(violation.fix.text.strip()) if violation.fix is not None else "",
            evidence=tuple((clue.kind, clipped(clue.text, 120)) for clue in violation.evidence),
            comment=comment_of(f"ignore {violation.code}{BEFORE_REASON}{_REASON}", format_name),
            waiver=f'medlint waive {violation.fingerprint} --reason "WHY" --by "NAME" --until YYYY-MM-DD',
        )


def _replaced(violation: Violation, file: FileReport) -> str:
    if violation.fix is None or file.document is None:
        return ""
    span = violation.fix.span
    return clipped(file.document.source.text[span.start : span.end])


def _duties(findings: Sequence[Finding], rules: Iterable[RuleFact], met: Iterable[MetDuty]) -> tuple[Duty, ...]:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.about.code, []).append(finding)
    places = {duty.code: duty for duty in met}
    return tuple(
        Duty(rule, tuple(by_code.get(rule.code, ())), places.get(rule.code)) for rule in rules if rule.kind in _LISTED
    )

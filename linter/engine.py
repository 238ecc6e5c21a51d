"""Run all rules on one article: a pure function from a document to a file report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from linter.checks import check_of
from linter.checks.article import Article
from linter.checks.match import BALANCED, Match
from linter.checks.readability import readability_of
from linter.checks.setting import Setting
from linter.document import Block, Document
from linter.expression import expression
from linter.fingerprint import fold_excerpt
from linter.outcome import FileReport, TreatmentFact
from linter.rules.program import Program, Rule
from linter.source import SourceText, Span
from linter.suppressions import FRONT_MATTER_KEY
from linter.view import DROPPED
from linter.violation import Edit, Evidence, Occurrence, Severity, Violation, violation_of

SUPPRESSION = "suppression"
_PLACEHOLDER = expression(r"\{(\w+)\}")


def lint_document(document: Document, program: Program, rules: Sequence[Rule], setting: Setting) -> FileReport:
    """Check a document with some rules of a program; only rules for the setting's regions run."""
    article = Article(document, program, setting)
    by_kind = program.once(tuple(rules), setting.regions, partial(_by_kind, setting.regions))
    active = [rule for of_kind in by_kind.values() for rule in of_kind]
    matches: list[Match] = []
    for kind, of_kind in by_kind.items():
        if kind != SUPPRESSION and (kind != "approved" or setting.approved is not None):
            matches.extend(check_of(kind)(of_kind, article))
    violations = _violations(matches, article)
    if setting.approved is not None:
        from linter.suppressions.approved import with_approvals  # lazy: few projects keep a register

        violations = with_approvals(violations, active, article)
    if setting.honor_suppressions and (document.directives or FRONT_MATTER_KEY in document.front_matter.values):
        violations = _suppressed(violations, article, active)
    file = _file_report(article, violations)
    if setting.portrait:
        from linter.checks.portrait import portray  # lazy: only the HTML report needs it

        return portray(article, file, active)
    return file


def _by_kind(regions: Sequence[str], rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Group the rules that apply in any of the regions by kind."""
    by_kind: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        if not set(regions).isdisjoint(rule.jurisdictions):
            by_kind[rule.kind] = (*by_kind.get(rule.kind, ()), rule)
    return by_kind


def _violations(matches: Iterable[Match], article: Article) -> tuple[Violation, ...]:
    source = article.document.source
    placed = sorted(
        ((match.block.view.span(match.start, match.end), match) for match in matches),
        key=lambda pair: (pair[0].start, pair[0].end, pair[1].rule.code),
    )
    repeats: Counter[tuple[str, str]] = Counter()
    violations: list[Violation] = []
    reported: set[tuple[Span, str]] = set()
    for span, match in placed:
        rule = match.rule
        if (span, rule.code) in reported:
            continue
        reported.add((span, rule.code))
        key = (rule.code, fold_excerpt(source.text[span.start : span.end]))
        violations.append(_violation(rule, _at(article, span, repeats[key]), article, match.values, match))
        repeats[key] += 1
    return tuple(violations)


def _suppressed(violations: tuple[Violation, ...], article: Article, active: Sequence[Rule]) -> tuple[Violation, ...]:
    """Apply the document's suppressions, and add a violation for each directive that is itself wrong."""
    # lazy: few articles have suppressions
    from linter.suppressions.comments.apply import allowance, suppress
    from linter.suppressions.comments.directives import read_directives

    allowed = allowance(article.program.rules, active, article.setting.today)
    marked, problems = suppress(violations, read_directives(article.document), allowed)
    about = {rule.match["about"]: rule for rule in active if rule.kind == SUPPRESSION}
    wrong = [
        _violation(about[problem.kind], _at(article, problem.span, number), article, {"detail": problem.detail})
        for number, problem in enumerate(problems)
        if problem.kind in about
    ]
    return tuple(sorted((*marked, *wrong), key=lambda violation: violation.sort_key))


def _at(article: Article, span: Span, number: int) -> Occurrence:
    return Occurrence(article.document.source, article.name, span, number)


def _violation(
    rule: Rule, at: Occurrence, article: Article, values: Mapping[str, str], match: Match | None = None
) -> Violation:
    """Return a violation of a rule at a place; texts of the match override the rule's own."""
    if match is not None:
        values = {"excerpt": _displayed(at.source, at.span, match.block, match.start, match.end), **values}
    capped = _capped(rule, article, match)
    message = (match and match.message) or rule.message
    about = (match and match.about) or {topic.id for topic in article.topics.treatments}
    return violation_of(
        rule,
        at,
        message=_filled(message + BALANCED if capped else message, values),
        suggestion=_filled((match and match.suggestion) or rule.suggestion, values),
        citations=rule.cited(article.setting.regions, about),
        severity=capped or (None if match is None or rule.severity_set else match.severity),
        evidence=_evidence(match, at.source) if match and match.clues else (),
        fix=_fix(match, at.span, article) if match else None,
    )


def _capped(rule: Rule, article: Article, match: Match | None) -> Severity | None:
    """Return the severity that a balanced page lowers a finding to, or None to leave it as it is."""
    if match is None or rule.balanced is None or rule.severity_set or not article.is_balanced:
        return None
    highest = rule.balanced if article.is_balanced_throughout else Severity.WARNING
    return highest if match.level.rank > highest.rank else None


def _displayed(source: SourceText, span: Span, block: Block, start: int, end: int) -> str:
    """Return the words as a reader sees them: the source text, or the view where the source has markup in it."""
    words, view = source.text[span.start : span.end], block.view.text[start:end]
    return " ".join((words if len(view) == len(words) else view.replace(DROPPED, "…")).split())


def _filled(template: str, values: Mapping[str, str]) -> str:
    """Fill a template's placeholders; unlike ``str.format``, this cannot reach attributes."""
    if "{" not in template:
        return template
    return _PLACEHOLDER.sub(lambda found: values.get(found.group(1), found.group()), template)


def _evidence(match: Match, source: SourceText) -> tuple[Evidence, ...]:
    found = []
    for clue in match.clues:
        span = clue.block.view.span(clue.start, clue.end)
        found.append(Evidence(clue.kind, _displayed(source, span, clue.block, clue.start, clue.end), span))
    return tuple(found)


def _fix(match: Match, span: Span, article: Article) -> Edit | None:
    if match.replacement is None and match.insert_after is None:
        return None
    from linter.edits import edit_of  # lazy: few findings offer an edit

    return edit_of(match, span, article)


def _file_report(article: Article, violations: tuple[Violation, ...]) -> FileReport:
    readability = readability_of(article)
    from linter.checks.disclosure.held import held_to  # lazy: cached results need no knowledge base

    held = {topic.id for topic in held_to(article)}
    return FileReport(
        path=article.document.source.path,
        words=readability.words,
        sentences=readability.sentences,
        readability=readability.values,
        treatments=tuple(
            TreatmentFact(topic.id, topic.name, topic.id in held, topic.mentions, written=topic.written)
            for topic in article.topics.treatments
        ),
        violations=violations,
        document=article.document,
        failures=tuple(article.failures),
    )

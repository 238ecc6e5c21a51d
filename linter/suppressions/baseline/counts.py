"""Findings counted by wording: the baseline of a run, what is left of it later, and which findings it holds."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from linter.fingerprint import fingerprint
from linter.suppressions.baseline import Baseline, Counts, Wording
from linter.value import EMPTY, replace
from linter.violation import Violation

Aliases = Mapping[str, tuple[str, ...]]
"""The old codes of each rule, by code."""
Articles = Iterable[tuple[str, Sequence[Violation]]]
"""Project paths with the violations there, the suppressed ones too."""


def first_baseline(articles: Articles, today: str, by: str = "", reason: str = "") -> Baseline:
    """The baseline of a run."""
    kept = {path: _Tally(path, violations).counts() for path, violations in articles}
    return Baseline(today, {path: counts for path, counts in kept.items() if counts}, by, reason)


def pruned(
    baseline: Baseline,
    articles: Articles,
    active: Collection[str],
    gone: Collection[str],
    aliases: Aliases = EMPTY,
) -> Baseline:
    """The baseline without what a run no longer found; it never takes up a new finding.

    Only the rules in ``active`` (codes, old ones too) ran; renamed ones are written as they are called now. Articles
    that were not checked keep their counts, unless they are among ``gone``.
    """
    kept = dict(baseline.articles)
    for path, violations in articles:
        if path in kept:
            counts = _renewed(path, violations, kept[path], aliases)
            idle = {wording: count for wording, count in counts.items() if wording[0] not in active}
            kept[path] = {**idle, **_Tally(path, violations).counts(counts)}
    left = {path: counts for path, counts in kept.items() if counts and path not in gone}
    return replace(baseline, articles=left)


def followed(
    baseline: Baseline, moved: Mapping[str, tuple[str, Sequence[Violation]]], aliases: Aliases = EMPTY
) -> Baseline:
    """The baseline with what it holds of articles that have moved under their new paths: ``moved`` maps those to the
    paths that it knows and to the violations. A wording that is gone cannot be renamed, and is dropped."""
    kept = dict(baseline.articles)
    for new, (old, violations) in moved.items():
        now = {_wording(old, violation): _wording(new, violation) for violation in violations}
        counts = _renewed(old, violations, kept.pop(old, EMPTY), aliases)
        kept[new] = {now[wording]: count for wording, count in counts.items() if wording in now}
    return replace(baseline, articles={path: counts for path, counts in kept.items() if counts})


def marked(
    path: str, violations: Sequence[Violation], baseline: Baseline, aliases: Aliases = EMPTY
) -> tuple[Violation, ...]:
    """An article's violations, those suppressed that the baseline holds; ``path`` is the project path."""
    counts = baseline.articles.get(path)
    if not counts:
        return tuple(violations)
    counts = _renewed(path, violations, counts, aliases)
    tally = _Tally(path, violations)
    left = {wording: tally.held(wording, counts) for wording in counts}
    suppression = baseline.suppression
    result: list[Violation] = []
    for violation in violations:
        wording = _wording(path, violation)
        if violation.suppressed is None and left.get(wording, 0) > 0:
            left[wording] -= 1
            violation = replace(violation, suppressed=suppression)
        result.append(violation)
    return tuple(result)


def _renewed(path: str, violations: Sequence[Violation], counts: Counts, aliases: Aliases) -> Counts:
    """Counts with the wordings of renamed rules under the codes of today."""
    moved = {
        (old, fingerprint(path, old, violation.excerpt, 0)): _wording(path, violation)
        for violation in violations
        for old in aliases.get(violation.code, ())
    }
    if not moved:
        return counts
    renewed: dict[Wording, tuple[int, int]] = {}
    for wording, (opened, every) in counts.items():
        now = moved.get(wording, wording)
        known = renewed.get(now, (0, 0))
        renewed[now] = known[0] + opened, known[1] + every
    return renewed


def _wording(path: str, violation: Violation) -> Wording:
    return violation.code, fingerprint(path, violation.code, violation.excerpt, 0)


class _Tally:
    """The open findings and all findings of an article, by wording."""

    def __init__(self, path: str, violations: Sequence[Violation]) -> None:
        self.opened: Counter[Wording] = Counter()
        self.every: Counter[Wording] = Counter()
        for violation in violations:
            wording = _wording(path, violation)
            self.every[wording] += 1
            self.opened[wording] += violation.suppressed is None

    def held(self, wording: Wording, known: Counts) -> int:
        """How many of the open findings the known counts suppress."""
        opened, every = known.get(wording, (0, 0))
        new = max(0, self.every[wording] - every)
        return max(0, min(opened, self.opened[wording] - new))

    def counts(self, known: Counts | None = None) -> Counts:
        """Counts under which these findings are reported as under the known ones; all are held where none are known."""
        counts = {}
        for wording, opened in self.opened.items():
            held = opened if known is None else self.held(wording, known)
            if held:
                # what stays reported is not counted, so that it stays reported
                counts[wording] = held, self.every[wording] - (opened - held)
        return counts

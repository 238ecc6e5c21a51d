"""Count findings by wording: create a baseline, prune it later, and find which findings it covers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from linter.fingerprint import fingerprint
from linter.suppressions.baseline import Baseline, Counts, Wording
from linter.value import EMPTY, replace
from linter.violation import Violation

Aliases = Mapping[str, tuple[str, ...]]
"""The old codes of each rule, by code."""
Articles = Iterable[tuple[str, Sequence[Violation]]]
"""Project paths with their violations, including suppressed ones."""


def new_baseline(articles: Articles, today: str, by: str = "", reason: str = "") -> Baseline:
    """Create the baseline of a run."""
    kept = {path: _Tally(path, violations).counts() for path, violations in articles}
    return Baseline(today, {path: counts for path, counts in kept.items() if counts}, by, reason)


def without_rules(baseline: Baseline, codes: Collection[str]) -> Baseline:
    """Drop from a baseline the findings of some rules, given by current and old codes."""
    if not codes:
        return baseline
    kept = {
        path: {wording: count for wording, count in counts.items() if wording[0] not in codes}
        for path, counts in baseline.articles.items()
    }
    return replace(baseline, articles={path: counts for path, counts in kept.items() if counts})


def pruned(
    baseline: Baseline,
    articles: Articles,
    active: Collection[str],
    gone: Collection[str],
    aliases: Aliases = EMPTY,
) -> Baseline:
    """Remove from the baseline what a run no longer found; new findings are never added.

    Only the rules in ``active`` (current and old codes) ran; renamed rules get their current code. Articles that were
    not checked keep their counts, unless they are in ``gone``.
    """
    kept = dict(baseline.articles)
    for path, violations in articles:
        if path in kept:
            counts = _renewed(path, violations, kept[path], aliases)
            idle = {wording: count for wording, count in counts.items() if wording[0] not in active}
            kept[path] = {**idle, **_Tally(path, violations).counts(counts)}
    left = {path: counts for path, counts in kept.items() if counts and path not in gone}
    return replace(baseline, articles=left)


def with_moved_articles(
    baseline: Baseline, moved: Mapping[str, tuple[str, Sequence[Violation]]], aliases: Aliases = EMPTY
) -> Baseline:
    """Rename moved articles in the baseline; ``moved`` maps new paths to the old path and the current violations.
    A wording that no longer occurs cannot be renamed and is dropped."""
    kept = dict(baseline.articles)
    for new, (old, violations) in moved.items():
        now = {_wording(old, violation): _wording(new, violation) for violation in violations}
        counts = _renewed(old, violations, kept.pop(old, EMPTY), aliases)
        kept[new] = {now[wording]: count for wording, count in counts.items() if wording in now}
    return replace(baseline, articles={path: counts for path, counts in kept.items() if counts})


def apply_baseline(
    path: str, violations: Sequence[Violation], baseline: Baseline, aliases: Aliases = EMPTY
) -> tuple[Violation, ...]:
    """Suppress the violations of an article that the baseline covers; ``path`` is the project path."""
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
    """Replace old rule codes in the counts by current ones."""
    moved = {
        (old, fingerprint(path, old, violation.excerpt, 0)): _wording(path, violation)
        for violation in violations
        for old in aliases.get(violation.code, ())
    }
    if not moved:
        return counts
    renewed: dict[Wording, tuple[int, int]] = {}
    for wording, (open_, total) in counts.items():
        now = moved.get(wording, wording)
        known = renewed.get(now, (0, 0))
        renewed[now] = known[0] + open_, known[1] + total
    return renewed


def _wording(path: str, violation: Violation) -> Wording:
    return violation.code, fingerprint(path, violation.code, violation.excerpt, 0)


class _Tally:
    """The open findings and all findings of an article, counted by wording."""

    def __init__(self, path: str, violations: Sequence[Violation]) -> None:
        self.open: Counter[Wording] = Counter()
        self.total: Counter[Wording] = Counter()
        for violation in violations:
            wording = _wording(path, violation)
            self.total[wording] += 1
            self.open[wording] += violation.suppressed is None

    def held(self, wording: Wording, known: Counts) -> int:
        """The number of open findings that the known counts cover."""
        open_, total = known.get(wording, (0, 0))
        new = max(0, self.total[wording] - total)
        return max(0, min(open_, self.open[wording] - new))

    def counts(self, known: Counts | None = None) -> Counts:
        """Counts that cover the same of these findings as the known counts do; without known counts, all of them."""
        counts = {}
        for wording, open_ in self.open.items():
            held = open_ if known is None else self.held(wording, known)
            if held:
                # findings that are reported now are left out, so that they stay reported
                counts[wording] = held, self.total[wording] - (open_ - held)
        return counts

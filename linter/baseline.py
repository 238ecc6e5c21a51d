"""A baseline: the findings that were there on the day medlint was taken up, so that only new ones are reported.

It holds no line numbers: for each article, rule and wording it holds how many findings were open and how many there
were in all. A finding beyond these numbers is new, wherever in the article it stands; one that has been suppressed
since leaves no room for another.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from linter.files.data import DataFileError
from linter.files.regular import open_regular
from linter.typed import Path
from linter.value import EMPTY, Struct, replace
from linter.violation import Suppression, Violation, fingerprint

MEANS = "baseline"
"""The means of suppression that reports name."""
_VERSION = 1
MAX_BYTES = 50_000_000
"""What more than half a million findings take."""

Wording = tuple[str, str]
"""A rule's code and the fingerprint of a wording that it reports."""
Counts = Mapping[Wording, tuple[int, int]]
"""Of one article: how many findings of a wording were open, and how many there were in all."""
Aliases = Mapping[str, tuple[str, ...]]
"""The old codes of each rule, by code."""


class BaselineError(DataFileError):
    """A baseline that cannot be read; the message is one line with the file's name."""


class Baseline(Struct, frozen=True):
    """What a baseline file holds. ``written`` is an ISO date, ``articles`` maps project paths to counts."""

    written: str
    articles: Mapping[str, Counts]
    by: str = ""
    reason: str = ""

    @property
    def suppression(self) -> Suppression:
        """How reports tell of a finding that the baseline holds."""
        since = f"in the baseline since {self.written}"
        return Suppression(MEANS, f"{self.reason} ({since})" if self.reason else f"old finding, {since}", self.by)

    @property
    def size(self) -> int:
        """How many findings it holds."""
        return sum(opened for counts in self.articles.values() for opened, _ in counts.values())


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file. Raises :class:`BaselineError`."""
    try:
        with open_regular(file) as stream:
            text = stream.read(MAX_BYTES + 1)
        if len(text) > MAX_BYTES:
            raise BaselineError(f"{file}:1:1: larger than {MAX_BYTES:,} bytes")
        data = json.loads(text)
        if data["medlint_baseline"] != _VERSION:
            raise BaselineError(f"{file}:1:1: is a baseline of version {data['medlint_baseline']}, not {_VERSION}")
        articles = {
            path: dict(_read_entry(file, path, entry) for entry in entries)
            for path, entries in data["articles"].items()
        }
        return Baseline(str(data["written"]), articles, str(data["by"]), str(data["reason"]))
    except OSError as error:
        raise BaselineError(f"cannot read the baseline {file}: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise BaselineError(f"{place}: {error.msg}, so it is no baseline; 'medlint baseline' writes one") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BaselineError(f"{file}:1:1: is no baseline; 'medlint baseline' writes one") from None


def _read_entry(file: Path, path: str, entry: str) -> tuple[Wording, tuple[int, int]]:
    try:
        code, name, opened, every = entry.split(" ")
        return (code, name), (int(opened), int(every))
    except (ValueError, AttributeError):
        raise BaselineError(f"{file}:1:1: articles, {path}: {entry!r} is no 'CODE wording open all'") from None


def baseline_text(baseline: Baseline) -> str:
    """The file of a baseline: a line for each wording, in order, so that it can be reviewed and merged."""
    data = {
        "medlint_baseline": _VERSION,
        "written": baseline.written,
        "by": baseline.by,
        "reason": baseline.reason,
        "articles": {
            path: [f"{code} {name} {opened} {every}" for (code, name), (opened, every) in sorted(counts.items())]
            for path, counts in sorted(baseline.articles.items())
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


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

"""Moved articles: what was accepted in a deleted article applies to the article that has its wordings now.

The match is a guess, so every run reports it until ``medlint moved`` records it.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from linter.fingerprint import fingerprint, fold_excerpt
from linter.outcome import FileReport, Former
from linter.suppressions.baseline import Baseline
from linter.suppressions.baseline.counts import Aliases
from linter.suppressions.waivers import Waiver
from linter.value import replace
from linter.violation import Violation

_MAX_CANDIDATES = 200
"""Approximate number of deleted articles that are compared with an article: those with the most similar paths."""
_MAX_PARTS = 8
"""Number of trailing path parts that are compared."""
_DISTINCTIVE_WORDS = 5
"""A finding of this many words rarely occurs in two articles by chance; "completely safe" does."""

Formers = Callable[[str, Sequence[Violation]], tuple[Former, ...]]
"""Maps an article's project path and findings to the deleted articles that it may have been."""


def is_missing(path: str, root: str) -> bool:
    """Whether the file of a project path is missing; an article inside another file is named ``FILE!/NAME``."""
    return not os.path.lexists(os.path.join(root, path.partition("!/")[0]))


def formers(waivers: Iterable[Waiver], baseline: Baseline, aliases: Aliases, root: str) -> Formers:
    """Return a function that finds the deleted articles that an article may have been.

    A deleted article is a candidate if at least half of its accepted findings occur in the article and, if the baseline
    lists it, at least half of the article's open findings were accepted there. One short finding is not enough if the
    file names differ. ``aliases`` has all rules that ran.
    """
    codes = {name for code, others in aliases.items() for name in (code, *others)}
    accepted = defaultdict[str, Counter[str]](Counter)
    for path, counts in baseline.articles.items():
        if is_missing(path, root):
            accepted[path].update({name: open_ for (code, name), (open_, _) in counts.items() if code in codes})
    for waiver in waivers:
        if is_missing(waiver.path, root):
            accepted[waiver.path][waiver.fingerprint] += 1
    ends = defaultdict[str, list[str]](list)
    for path in accepted:
        for end in _ends(path):
            ends[end].append(path)

    def candidates(path: str, violations: Sequence[Violation]) -> tuple[Former, ...]:
        open_ = [pair for pair in _numbered(violations) if pair[0].suppressed is None]
        own_ends = _ends(path)
        found = list[Former]()
        for old in dict.fromkeys(islice((old for end in own_ends for old in ends.get(end, ())), _MAX_CANDIDATES)):
            lengths = list(_accepted_lengths(open_, old, accepted[old], aliases))
            held, near = len(lengths), len({*own_ends} & {*_ends(old)})
            known = len(open_) if old in baseline.articles else 0
            certain = held > 1 or near > 1 or max(lengths, default=0) >= _DISTINCTIVE_WORDS
            if held and certain and 2 * held >= max(accepted[old].total(), known):
                found.append(Former(old, held, near))
                if found[0].near > 1 and held == accepted[old].total():
                    break  # everything accepted there occurs here, and no path is closer
        return tuple(found)

    return candidates


def _accepted_lengths(
    findings: Iterable[tuple[Violation, int]], old: str, accepted: Mapping[str, int], aliases: Aliases
) -> Iterator[int]:
    """The number of words of each finding that was accepted under an old path; ``accepted`` counts fingerprints."""
    taken = Counter[str]()
    for violation, number in findings:
        names = (*_names(violation, old, number, aliases), *_names(violation, old, 0, aliases))
        if name := next((name for name in names if taken[name] < accepted.get(name, 0)), None):
            taken[name] += 1
            yield len(violation.excerpt.split())


def _ends(path: str) -> list[str]:
    """The trailing parts of a path, longest first, and the empty string last."""
    parts = path.split("/")[-_MAX_PARTS:]
    return ["/".join(parts[start:]) for start in range(len(parts) + 1)]


def _numbered(violations: Sequence[Violation]) -> list[tuple[Violation, int]]:
    """Pair findings with the number in their fingerprints, which counts equal wordings in document order."""
    seen = Counter[tuple[str, str]]()
    numbered = []
    for violation in violations:
        wording = violation.code, fold_excerpt(violation.excerpt)
        numbered.append((violation, seen[wording]))
        seen[wording] += 1
    return numbered


def _names(violation: Violation, path: str, number: int, aliases: Aliases) -> tuple[str, ...]:
    """The fingerprints that a finding would have if its article had this path."""
    codes = (violation.code, *aliases.get(violation.code, ()))
    return tuple([fingerprint(path, code, violation.excerpt, number) for code in codes])


def match_moved(files: Iterable[FileReport], project_path: Callable[[str], str]) -> dict[str, Former]:
    """Map each moved article (by project path) to the deleted article that it was, one to one. Pairs with the most
    common findings are matched first, then those with the most similar paths, then in order."""
    pairs = [(project_path(file.path), former) for file in files for former in file.former]
    pairs.sort(key=lambda pair: (-pair[1].held, -pair[1].near, pair[0], pair[1].path))
    moved: dict[str, Former] = {}
    taken = set[str]()
    for new, former in pairs:
        if new not in moved and former.path not in taken:
            moved[new] = former
            taken.add(former.path)
    return moved


def with_old_fingerprints(violations: Sequence[Violation], old: str, aliases: Aliases) -> tuple[Violation, ...]:
    """Add the fingerprints that the findings of a moved article had under its old path."""
    return tuple(
        replace(violation, formerly=(*violation.formerly, *_names(violation, old, number, aliases)))
        for violation, number in _numbered(violations)
    )


def with_origin(old: str, before: Iterable[Violation], after: Iterable[Violation]) -> tuple[Violation, ...]:
    """Name the old article in the reason of each finding that was open ``before`` and is accepted ``after``."""
    return tuple(
        replace(now, suppressed=replace(now.suppressed, reason=f"{now.suppressed.reason}; accepted in {old}, now gone"))
        if now.suppressed is not None and then.suppressed is None
        else now
        for then, now in zip(before, after, strict=True)
    )

"""Articles that have moved: what was accepted of one that is gone holds for the one that has its wordings now.

Nobody has said that they are the same, so it is told each time until ``medlint moved`` has written it down.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from linter.fingerprint import fingerprint, fold_excerpt
from linter.outcome import FileReport, Former
from linter.suppressions.baseline import Baseline
from linter.suppressions.baseline.counts import Aliases
from linter.suppressions.waivers import Waiver
from linter.value import replace
from linter.violation import Violation

_MOST = 200
"""How many articles that are gone are compared with one, about: those whose names are nearest to its name."""
_NAMES = 8
"""How many names at the end of a path are compared."""
_WORDS = 5
"""A finding of so many words is hardly found in another article; "completely safe" is."""

Formers = Callable[[str, Sequence[Violation]], tuple[Former, ...]]
"""Tells which articles that are gone an article may be, by its project path and its findings."""


def is_gone(path: str, root: str) -> bool:
    """Whether the file of a project path is there no more; an article inside another file is named ``FILE!/NAME``."""
    return not os.path.lexists(os.path.join(root, path.partition("!/")[0]))


def formers(waivers: Iterable[Waiver], baseline: Baseline, aliases: Aliases, root: str) -> Formers:
    """What tells which articles that are gone an article may be.

    It may be one where half of what was accepted there stands here and, where all that was found there is known (the
    baseline knows), half of what is open here was accepted there. Under another name one short finding is too little.
    ``aliases`` has all rules that ran.
    """
    codes = {name for code, others in aliases.items() for name in (code, *others)}
    accepted = defaultdict[str, Counter[str]](Counter)
    for path, counts in baseline.articles.items():
        if is_gone(path, root):
            accepted[path].update({name: opened for (code, name), (opened, _) in counts.items() if code in codes})
    for waiver in waivers:
        if is_gone(waiver.path, root):
            accepted[waiver.path][waiver.fingerprint] += 1
    ends = defaultdict[str, list[str]](list)
    for path in accepted:
        for end in _ends(path):
            ends[end].append(path)

    def of(path: str, violations: Sequence[Violation]) -> tuple[Former, ...]:
        opened = [one for one in _numbered(violations) if one[0].suppressed is None]
        here = _ends(path)
        found = list[Former]()
        for old in dict.fromkeys(islice((old for end in here for old in ends.get(end, ())), _MOST)):
            taken = Counter[str]()
            longest = 0
            for violation, number in opened:
                names = (*_names(violation, old, number, aliases), *_names(violation, old, 0, aliases))
                held_by = [name for name in names if taken[name] < accepted[old][name]][:1]
                taken.update(held_by)
                longest = max(longest, len(violation.excerpt.split()) * len(held_by))
            held, near = taken.total(), len({*here} & {*_ends(old)})
            known = len(opened) if old in baseline.articles else 0
            certain = held > 1 or near > 1 or longest >= _WORDS
            if held and certain and 2 * held >= max(accepted[old].total(), known):
                found.append(Former(old, held, near))
                if found[0].near > 1 and held == accepted[old].total():
                    break  # all that was accepted there, under the nearest name
        return tuple(found)

    return of


def _ends(path: str) -> list[str]:
    """The ends of a path of some names, the longest first, and last the empty one."""
    parts = path.split("/")[-_NAMES:]
    return ["/".join(parts[start:]) for start in range(len(parts) + 1)]


def _numbered(violations: Sequence[Violation]) -> list[tuple[Violation, int]]:
    """Findings with the numbers that went into their fingerprints: of equal wordings they count up by place."""
    seen = Counter[tuple[str, str]]()
    numbered = []
    for violation in violations:
        wording = violation.code, fold_excerpt(violation.excerpt)
        numbered.append((violation, seen[wording]))
        seen[wording] += 1
    return numbered


def _names(violation: Violation, path: str, number: int, aliases: Aliases) -> tuple[str, ...]:
    """What a finding would be called if its article stood under a path."""
    codes = (violation.code, *aliases.get(violation.code, ()))
    return tuple([fingerprint(path, code, violation.excerpt, number) for code in codes])


def chosen(files: Iterable[FileReport], called: Callable[[str], str]) -> dict[str, Former]:
    """The articles that have moved, by project path, and those that they were: one for one, those first that hold
    the most, then those whose names are nearest, then in order. ``called`` makes a path a project path."""
    pairs = [(called(file.path), former) for file in files for former in file.former]
    pairs.sort(key=lambda pair: (-pair[1].held, -pair[1].near, pair[0], pair[1].path))
    moved: dict[str, Former] = {}
    taken = set[str]()
    for new, former in pairs:
        if new not in moved and former.path not in taken:
            moved[new] = former
            taken.add(former.path)
    return moved


def also_called(violations: Sequence[Violation], old: str, aliases: Aliases) -> tuple[Violation, ...]:
    """The findings of an article that has moved, with the names that they had where it stood."""
    return tuple(
        replace(violation, formerly=(*violation.formerly, *_names(violation, old, number, aliases)))
        for violation, number in _numbered(violations)
    )


def with_origin(old: str, before: Iterable[Violation], after: Iterable[Violation]) -> tuple[Violation, ...]:
    """The findings; those that were open ``before`` and are accepted say which article they were accepted in."""
    return tuple(
        replace(now, suppressed=replace(now.suppressed, reason=f"{now.suppressed.reason}; accepted in {old}, now gone"))
        if now.suppressed is not None and then.suppressed is None
        else now
        for then, now in zip(before, after, strict=True)
    )

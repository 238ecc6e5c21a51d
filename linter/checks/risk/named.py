"""Everything that a passage names of risk: the harms, and whom it bars, those told together counted as one place."""

from collections import Counter
from collections.abc import Iterable, Sequence

from linter.checks.article import Article
from linter.checks.risk.harms import Named, bars_in, find_words, harms_in
from linter.checks.risk.passages import Passage
from linter.knowledge.facts import Treatment

WINDOW = 10
"""Lines within which harms are named in one place, where no heading says that the passage is on risks."""

_OTHERWISE = ("effect", "risk.gain", "risk.untreated", "risk.rival", "risk.disease", "risk.origin")
PLAINLY, SURELY = 3, 2
"""Key risks of a treatment that one place names where it tells of risks, whatever its heading calls them: so many, and
so many of them by words that mean nothing else."""


def named_in(passage: Passage, article: Article, treatments: Sequence[Treatment]) -> tuple[Named, ...]:
    """Everything that a passage names: one entry a harm or bar."""
    found: list[Named] = []
    for spoken in passage.lines:
        found.extend(harms_in(spoken, article, treatments))
        found.extend(bars_in(spoken))
    if passage.on_risk:
        return _distinct(found)
    if not _opens_otherwise(passage, article):
        plain = _plainly(passage, article, treatments)
        sure = _together(_plainly(passage, article, treatments, sure=True)) if len(plain) >= PLAINLY else ()
        if len(sure) >= SURELY and len(_together(plain)) >= PLAINLY:
            found = sorted([*found, *plain], key=lambda one: (one.line.place, one.start))
    return _together(found)


def _opens_otherwise(passage: Passage, article: Article) -> bool:
    """Whether the heading of a passage, or a line that leads into a list, speaks of what treatment does for people."""
    heading = passage.heading
    if heading is not None and article.readings[heading.index].of(*_OTHERWISE, "heading.benefit"):
        return True
    return any(spoken.line.of(*_OTHERWISE) for spoken in passage.lines if spoken.line.text.endswith(":"))


def _plainly(passage: Passage, article: Article, treatments: Sequence[Treatment], *, sure: bool = False) -> list[Named]:
    """The key risks that a passage names in lines that do not speak of risk; ``sure``: by words that mean only them."""
    found: list[Named] = []
    risks = [risk for treatment in treatments for risk in treatment.key_risks]
    telling = [
        (risk.risk, article.searched.held(word for word in risk.words if not (sure and word in risk.framed)))
        for risk in risks
    ]
    for spoken in passage.lines:
        line = spoken.line
        if spoken.framed or spoken.exclusion or line.is_question or line.of(*_OTHERWISE):
            continue
        places = ((name, find_words(line, words, article)) for name, words in telling if words)
        found.extend(Named(name, line, *place) for name, place in places if place is not None)
    return found


def _distinct(found: Iterable[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for named in found:
        first.setdefault(named.harm, named)
    return tuple(first.values())


def _together(found: Sequence[Named]) -> tuple[Named, ...]:
    """The most different things that are named within some lines of each other; ``found`` is in order of place."""
    counts: Counter[str] = Counter()
    start, best = 0, (0, 0, 0)
    for end, named in enumerate(found):
        counts[named.harm] += 1
        while named.line.place - found[start].line.place >= WINDOW:
            counts[found[start].harm] -= 1
            if not counts[found[start].harm]:
                del counts[found[start].harm]
            start += 1
        best = max(best, (len(counts), -start, end + 1))
    _, first, last = best
    return _distinct(found[-first:last])

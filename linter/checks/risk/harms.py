"""Find the harms that a line attributes to the treatment, by the general vocabulary and by the knowledge base.

A harm does not count if it is denied, reduced by treatment, caused by the untreated disease, or a rival treatment's.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line
from linter.checks.risk.passages import FRAMES, MarkedLine
from linter.knowledge.facts import Treatment
from linter.language.hits import Hit
from linter.value import Struct

GENERAL = "risk.harm."


class Named(Struct, frozen=True):
    """A harm, or a contraindication (``bar``), that a line names: its key and its view offsets ``[start, end)``.

    A suffix after a period in the key (``pressure.up``) specifies the harm; it does not make it another one.
    """

    key: str
    line: Line
    start: int
    end: int
    bar: bool = False

    @property
    def harm(self) -> str:
        """The key without its suffix."""
        return self.key.partition(".")[0]


def harms_in(marked: MarkedLine, article: Article, treatments: Sequence[Treatment]) -> Iterator[Named]:
    """Yield the harms that a line names for the treatments of a page."""
    line, until = marked.line, marked.harms_until
    if not marked.framed or until == line.sentence.first or not asserts_harm(marked):
        return
    others = {hit.term for hit in line.of("treatment")}
    if treatments and others and not marked.headed and not others & {treatment.id for treatment in treatments}:
        return  # risks of another treatment
    taken: list[tuple[int, int]] = []
    for hit in line.of("risk.harm"):
        if hit.last <= until and not is_denied(line, hit.first, hit.last, article):
            start, end = line.reading.start(hit.first), line.reading.end(hit.last)
            taken.append((start, end))
            yield Named(hit.owner.removeprefix(GENERAL), line, start, end)
    for name, words in _held_risks(article, tuple(treatment.id for treatment in treatments)):
        place = find_words(line, words, article, until)
        if place and not any(start < place[1] and place[0] < end for start, end in taken):
            taken.append(place)
            yield Named(name, line, *place)


def bars_in(marked: MarkedLine) -> Iterator[Named]:
    """Yield the contraindications that a line names: conditions and other bars."""
    line = marked.line
    if not marked.exclusion or not (marked.opened or line.of("risk.exclusion")):
        return  # "if you have migraines, call us" bars nobody
    for hit in line.of("condition", "risk.bar"):
        yield Named(hit.term, line, line.reading.start(hit.first), line.reading.end(hit.last), bar=True)


def known_risks(treatment: Treatment) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the boxed warnings and key risks of a treatment: the name, and the wordings for it."""
    for topic in treatment.boxed_warning or ():
        yield topic.topic, topic.words
    for risk in treatment.key_risks:
        yield risk.risk, risk.words


@once
def _held_risks(article: Article, treatments: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Return the known risks of some treatments (ids) whose wordings occur in the article, with those wordings."""
    known = (risk for name in treatments for risk in known_risks(article.topics.knowledge.treatment(name)))
    return [(name, held) for name, words in known if (held := article.searched.held(words))]


def asserts_harm(marked: MarkedLine) -> bool:
    """Whether a framed line is about what the page's treatment may do to people."""
    line = marked.line
    if line.of("risk.untreated"):
        return False
    frames = line.of(*FRAMES)
    if _about_rival(line, line.of(*FRAMES, "risk.occurs")):
        return False
    if marked.headed or marked.occurs:
        return True
    strong = bool(line.of("risk.frame.strong"))
    if frames and _about_disease(line, frames[0]):
        return False
    return strong or not line.of("risk.gain") or not frames


def _about_rival(line: Line, frames: Sequence[Hit]) -> bool:
    """Whether the line opens with a treatment other than the page's: "antidepressants can cause weight gain", but not
    "as with any surgery" or "suicidal thoughts in people who take antidepressants"."""
    named = [*frames, *line.of("risk.harm")][:1]
    first = named[0].first if named else line.sentence.last
    alike = {hit.last for hit in line.of("risk.alike")}
    before = [hit for hit in line.of("risk.rival") if hit.last <= first and hit.last not in alike]
    return bool(before) and not any(hit.last <= first for hit in line.of("treatment", "notice.pronoun"))


def _about_disease(line: Line, frame: Hit) -> bool:
    """Whether a condition is the subject of the frame: "low thyroid can cause fatigue"."""
    before = [hit for hit in line.of("condition", "risk.disease") if hit.last <= frame.first]
    return bool(before) and not any(hit.last <= frame.first for hit in line.of("treatment", "notice.pronoun"))


def is_denied(line: Line, first: int, last: int, article: Article) -> bool:
    """Whether a negation or a reassurance governs the words ``[first, last)``; "rarely" is no denial."""
    rare = {severity.first for severity in line.of("risk.severity")}
    cues = article.cues(line.reading)
    start = bisect_left(cues, line.sentence.first, key=lambda cue: cue.first)
    for cue in itertools.islice(cues, start, None):
        if cue.first >= line.sentence.last:
            break
        if cue.kind == "negation" and cue.first not in rare and cue.governs(first, last):
            return True
    return any(none.first <= first and last <= none.last for none in line.of("risk.none"))


def find_words(line: Line, words: Iterable[str], article: Article, until: int = -1) -> tuple[int, int] | None:
    """Return the view offsets of the first wording that a line asserts before the word ``until`` (default: its end)."""
    sentence = line.sentence
    last = sentence.last if until < 0 else until
    for wording in words:
        place = article.searched.first(wording, line.reading.block.index, sentence.start, sentence.end)
        if place is not None:
            word = bisect_right(line.reading.words.ends, place[0], sentence.first, sentence.last)
            if word < last and not is_denied(line, word, word + 1, article):
                return place
    return None

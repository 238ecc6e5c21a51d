"""Passages: the parts of an article, one per heading, with the lines on risks marked.

A line is on risks if it is under a risk heading, contains a wording that frames a risk ("can cause"), or belongs to a
list or an answer that such a line opens.
"""

from collections.abc import Container, Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line, visible_lines
from linter.checks.risk.places import barring, continues, harming, on_illness, on_treated, opens
from linter.document import Block
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.value import Struct, replace

FRAMES = ("frame.risk", "risk.frame")
STRONG = ("risk.frame.strong", "risk.frame.label")
_EXCLUSIONS = ("frame.exclusion", "risk.exclusion")


class MarkedLine(Struct, frozen=True):
    """A line and its relation to risks.

    Harms in it count if it is ``framed``, contraindications if it is an ``exclusion``. ``headed`` means that a heading
    or an opening line puts it under risks, ``opened`` that one puts it under contraindications, and ``occurs`` that it
    says how often a harm of the treatment occurs, or that it may.
    """

    line: Line
    framed: bool
    exclusion: bool
    headed: bool
    opened: bool = False
    occurs: bool = False

    @property
    def harms_until(self) -> int:
        """The word where the harms end and contraindications begin: "drips can burn, and are not for those with …"."""
        if not self.exclusion:
            return self.line.sentence.last
        bars, frames = self.line.of(*_EXCLUSIONS), self.line.of(*FRAMES)
        begun = self.framed and not self.opened and frames[:1] and frames[0].last <= bars[0].first
        return bars[0].first if begun and _has_agent(self.line, frames[:1]) else self.line.sentence.first


class _Opened(Struct, frozen=True):
    """What a heading, or a line of the block ``by`` below it, opens: risks, contraindications, an illness."""

    risk: bool = False
    bar: bool = False
    disease: bool = False
    by: Block | None = None


class Passage(Struct, frozen=True):
    """The lines under one heading, including the subsections of a risk heading."""

    heading: Block | None
    on_risk: bool
    lines: tuple[MarkedLine, ...]


@once
def passages_of(article: Article) -> tuple[Passage, ...]:
    """Return the passages of an article, in order."""
    groups: dict[int, list[Line]] = {}
    owners = [_owner(article, section) for section in range(len(article.document.sections))]
    for line in visible_lines(article):
        groups.setdefault(owners[line.reading.block.section], []).append(line)
    return tuple(_passage(article, section, group) for section, group in groups.items())


def is_risk_heading(reading: BlockReading) -> bool:
    """Whether a heading opens a passage on risks."""
    if not reading.of("risk.heading") or reading.of("risk.heading.false", "risk.untreated"):
        return False
    if reading.block.level == 1:
        return False  # the page's title covers the whole page
    return not reading.of("risk.rival") or bool(reading.of("treatment"))


def _owner(article: Article, index: int) -> int:
    """Return the section that a section's risks belong to: the outermost one with a risk heading, else itself."""
    sections = article.document.sections
    owner = index
    while index >= 0:
        heading = sections[index].heading
        if heading is not None and is_risk_heading(article.readings[heading]):
            owner = index
        index = sections[index].parent
    return owner


def _passage(article: Article, section: int, lines: Sequence[Line]) -> Passage:
    heading = article.document.sections[section].heading
    if heading is None:
        return Passage(None, False, _told(article, lines, _Opened()))
    reading = article.readings[heading]
    if on_disease(reading):
        return Passage(reading.block, False, tuple(MarkedLine(line, False, False, False) for line in lines))
    on_risk = is_risk_heading(reading)
    excluding = {hit.first for hit in reading.of("risk.heading.exclusion")}
    # not "Side effects and who should not have it"
    bars = on_risk and all(hit.first in excluding for hit in reading.of("risk.heading"))
    under = _Opened(risk=on_risk and not reading.of("risk.heading.mixed"), bar=bars)
    below = [line for line in lines if line.reading is not reading]
    return Passage(reading.block, on_risk, _told(article, below, under))


def _told(article: Article, lines: Sequence[Line], under: _Opened) -> tuple[MarkedLine, ...]:
    """Mark the lines under a heading."""
    return tuple(_by_density(marked, article) for marked in _marked(lines, under, on_treated(article)))


def _by_density(marked: MarkedLine, article: Article) -> MarkedLine:
    """Mark a line by its block: one with many harms or contraindications needs no frame."""
    block = marked.line.reading.block.index
    if marked.framed or marked.exclusion or marked.line.is_question:
        return marked
    if block in barring(article):
        return replace(marked, exclusion=True, opened=True)
    return replace(marked, framed=True) if block in harming(article) else marked


def on_disease(heading: BlockReading) -> bool:
    """Whether a heading is on an illness: its causes, its symptoms, who gets it."""
    if is_risk_heading(heading) or heading.of("treatment", "risk.service"):
        return False
    return bool(heading.of("risk.disease-heading"))


def _marked(lines: Sequence[Line], under: _Opened, treated: Container[int]) -> Iterator[MarkedLine]:
    opened = under
    framed_block = -1  # once a paragraph is on risks, the rest of it is too
    for index, line in enumerate(lines):
        block = line.reading.block
        if opened.by is not None and not continues(opened.by, line):
            opened = under
        occurs = bool(line.of("risk.occurs")) and not on_illness(line, treated)
        frames = occurs or _frames(line)
        on_risk = frames or _explained_next(line, lines[index + 1 : index + 3])
        framed = not opened.disease and (opened.risk or on_risk or block.index == framed_block)
        if line.of(*STRONG) and not line.of("risk.untreated", "risk.origin"):
            framed_block = block.index
        # a paragraph that opens with "Side effects" is on those, whatever its heading
        barred = opened.bar and all(hit.first != line.sentence.first for hit in line.of("risk.frame.strong"))
        exclusion = barred or bool(line.of(*_EXCLUSIONS))
        if opens(line):
            opened = _opened(line, frames, opened, under)
        stated = not line.is_question
        yield MarkedLine(line, framed and stated, exclusion and stated, opened.risk, barred, occurs)


def _opened(line: Line, frames: bool, before: _Opened, under: _Opened) -> _Opened:
    """Return what a line opens; a question within a passage on risks or contraindications may change the subject."""
    stated = not line.is_question
    strong = line.of(*STRONG, "risk.heading") and not line.of("risk.untreated", "risk.heading.false")
    return _Opened(
        risk=under.risk or bool(strong) or frames or (before.risk and stated),
        bar=under.bar or bool(line.of("risk.exclusion")) or (before.bar and stated),
        disease=bool(line.of("risk.untreated")),  # "risk factors:", "if left untreated:"
        by=line.reading.block,
    )


def _frames(line: Line) -> bool:
    """Whether a line frames a risk; a wording that may be about an illness needs a treatment before it."""
    frames = line.of(*FRAMES)  # including the strong ones
    if not frames:
        return False
    if line.of(*STRONG) and not _tells_origin(line):
        return True
    origins = line.of("risk.origin")
    own = [frame for frame in frames if not any(hit.first <= frame.first < hit.last for hit in origins)]
    return _has_agent(line, own) or bool(line.of("risk.after"))


def _has_agent(line: Line, frames: Sequence[Hit]) -> bool:
    """Whether a treatment comes before a wording that frames a risk."""
    agents = line.of("treatment", "risk.service", "risk.agent")
    return any(agent.last <= frame.first for agent in agents for frame in frames)


def _explained_next(line: Line, following: Sequence[Line]) -> bool:
    """Whether one of the next lines of the paragraph says that what this one describes are side effects."""
    if not line.of("risk.frame.weak"):
        return False
    return any(
        after.reading.block.index == line.reading.block.index and after.of("risk.back") and after.of(*STRONG)
        for after in following
    )


def _tells_origin(line: Line) -> bool:
    """Whether a line is about the cause of an illness rather than the effects of a treatment."""
    origins = line.of("risk.origin")
    return bool(origins) and not any(hit.last <= origins[0].first for hit in line.of("treatment", "risk.service"))

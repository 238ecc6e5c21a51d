"""Status statements: sentences that deny the regulator's approval, or limit it to one use.

The wordings are data (``lint_rules/lexicon/disclosure.yaml``, classes ``notice.*``). This module handles polarity ("it
is not true that" cancels a denial), questions (they state nothing, but an answer "No." does), the agency meant, and
other senses of "approved".
"""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line, around, visible_lines
from linter.language.hits import Hit
from linter.language.reading import Place
from linter.value import Struct

_DENIALS = ("notice.off-label", "notice.denial", "notice.only")
"""The classes of a denial, least specific first."""

_HEADERS = 30
"""Lines before a table row in which a header may name the agency."""


class Statement(Struct, frozen=True):
    """A denial of approval: ``kind`` is denial, off-label, only or answer.

    ``line`` has the denial; ``others`` are lines that may name its product and use: the question that it answers, the
    cells of its row. ``agency`` means that the regulator is named nearby, ``vague`` that the statement is about an
    unnamed part of the offers.
    """

    kind: str
    line: Line
    hit: Hit
    agency: bool
    vague: bool
    others: tuple[Line, ...] = ()

    @property
    def place(self) -> Place:
        """The place of the denial."""
        return self.line.reading.place(self.hit.first, self.hit.last)

    @property
    def sources(self) -> tuple[Line, ...]:
        """All lines of the statement."""
        return (*self.others, self.line)

    def of(self, *classes: str) -> list[Hit]:
        """Return the hits of some lexicon classes in all lines of the statement."""
        return [hit for line in self.sources for hit in line.of(*classes)]


@once
def statements_of(article: Article) -> tuple[Statement, ...]:
    """Return the status statements in an article, in order."""
    lines = visible_lines(article)
    found: list[Statement] = []
    for line in lines:
        statement = _statement(lines, line) or _answer(lines, line)
        if statement is not None:
            found.append(statement)
    return tuple(found)


def _statement(lines: Sequence[Line], line: Line) -> Statement | None:
    if line.is_question or line.reading.block.quoted:
        return None
    hits = [hit for hit in line.of(*_DENIALS) if not _cancelled(hit, line)]
    if not hits:
        return None
    own_agency = bool(line.of("notice.agency"))
    if not own_agency and (line.of("notice.other-sense") or line.of("notice.foreign")):
        return None
    row = tuple(_row(lines, line))
    agency = own_agency or any(near.of("notice.agency") for near in around(lines, line, _HEADERS if row else 2, 1))
    hit = max(hits, key=lambda hit: (_DENIALS.index(hit.owner), -hit.first))
    if hit.owner == "notice.denial" and not agency and not _speaks_of_approval(line, hit):
        return None
    return Statement(hit.owner.removeprefix("notice."), line, hit, agency, bool(line.of("notice.vague")), row)


def _speaks_of_approval(line: Line, hit: Hit) -> bool:
    """Whether a denial that names no agency is about approval: "not reviewed" and "not licensed" are not."""
    verbs = line.of("notice.verb.approval", "notice.verb.clearance")
    return bool(line.of("notice.unapproved", "notice.off-label")) or any(
        hit.first <= verb.first < hit.last for verb in verbs
    )


def _cancelled(hit: Hit, line: Line) -> bool:
    """Whether the denial is part of a wording that only looks like one."""
    return any(pseudo.first <= hit.first or pseudo.first < hit.last for pseudo in line.of("notice.pseudo"))


def _answer(lines: Sequence[Line], line: Line) -> Statement | None:
    """Return the statement made by answering "No." to a question about approval."""
    if line.place == 0 or not line.of("notice.answer-no"):
        return None
    question = lines[line.place - 1]
    if not question.is_question or not question.of("notice.verb"):
        return None
    if not (question.of("notice.agency") or line.of("notice.agency")):
        return None
    return Statement("answer", line, line.of("notice.answer-no")[0], True, False, (question,))


def _row(lines: Sequence[Line], line: Line) -> Iterator[Line]:
    """Yield the other cells in a line's table row."""
    row = line.reading.block.row
    for near in around(lines, line, 0, 0) if row >= 0 else ():
        if near.reading.block.row == row and near is not line:
            yield near

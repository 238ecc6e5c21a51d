"""Status statements: sentences that deny the regulator's approval, or limit it to one use.

What counts is data (``lint_rules/lexicon/disclosure.yaml``, classes ``notice.*``); this module knows polarity (a denial
inside "it is not true that" is none), voice (a question states nothing, its "No." does), the agency that must be meant,
and other senses of "approved".
"""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line, around, visible_lines
from linter.language.hits import Hit
from linter.language.reading import Place
from linter.value import Struct

DENIALS = ("notice.off-label", "notice.denial", "notice.only")
"""The classes of a denial, the least telling first."""

HEADERS = 30
"""Lines before a table's row in which a header may name the agency."""


class Statement(Struct, frozen=True):
    """A denial of approval: ``kind`` is denial, off-label, only or answer.

    ``line`` is where it stands, ``others`` the lines that it takes its product and use from: the question that it
    answers, the cells of its row. ``agency`` says
    whether the regulator is named within reach, ``vague`` whether it speaks of an unnamed part of the offers.
    """

    kind: str
    line: Line
    hit: Hit
    agency: bool
    vague: bool
    others: tuple[Line, ...] = ()

    @property
    def place(self) -> Place:
        """Where the denial stands."""
        return self.line.reading.place(self.hit.first, self.hit.last)

    @property
    def sources(self) -> tuple[Line, ...]:
        """The lines whose words are the statement's own."""
        return (*self.others, self.line)

    def of(self, *classes: str) -> list[Hit]:
        """The hits of some lexicon classes in the statement's own words."""
        return [hit for line in self.sources for hit in line.of(*classes)]


@once
def statements_of(article: Article) -> tuple[Statement, ...]:
    """All status statements of an article, in order."""
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
    hits = [hit for hit in line.of(*DENIALS) if not _cancelled(hit, line)]
    if not hits:
        return None
    own_agency = bool(line.of("notice.agency"))
    if not own_agency and (line.of("notice.other-sense") or line.of("notice.foreign")):
        return None
    row = tuple(_row(lines, line))
    agency = own_agency or any(near.of("notice.agency") for near in around(lines, line, HEADERS if row else 2, 1))
    hit = max(hits, key=lambda hit: (DENIALS.index(hit.owner), -hit.first))
    if hit.owner == "notice.denial" and not agency and not _speaks_of_approval(line, hit):
        return None
    return Statement(hit.owner.removeprefix("notice."), line, hit, agency, bool(line.of("notice.vague")), row)


def _speaks_of_approval(line: Line, hit: Hit) -> bool:
    """Whether a denial without an agency can be the regulator's: "not reviewed" and "not licensed" cannot."""
    verbs = line.of("notice.verb.approval", "notice.verb.clearance")
    return bool(line.of("notice.unapproved", "notice.off-label")) or any(
        hit.first <= verb.first < hit.last for verb in verbs
    )


def _cancelled(hit: Hit, line: Line) -> bool:
    """Whether the denial only looks like one."""
    return any(pseudo.first <= hit.first or pseudo.first < hit.last for pseudo in line.of("notice.pseudo"))


def _answer(lines: Sequence[Line], line: Line) -> Statement | None:
    """A "No." to a question on approval."""
    if line.place == 0 or not line.of("notice.answer-no"):
        return None
    asked = lines[line.place - 1]
    if not asked.is_question or not asked.of("notice.verb"):
        return None
    if not any(one.of("notice.agency") for one in (asked, line)):
        return None
    return Statement("answer", line, line.of("notice.answer-no")[0], True, False, (asked,))


def _row(lines: Sequence[Line], line: Line) -> Iterator[Line]:
    """The other cells of a line's table row."""
    row = line.reading.block.row
    for near in around(lines, line, 0, 0) if row >= 0 else ():
        if near.reading.block.row == row and near is not line:
            yield near

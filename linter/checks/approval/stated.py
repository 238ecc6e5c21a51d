"""Find statements of approval in a block, and the words that belong to each."""

from collections.abc import Iterator

from linter.checks.article import Article
from linter.checks.lines import row_of
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.language.scope import governing
from linter.value import Struct

_SILENCERS = frozenset({"negation", "question", "condition", "attribution", "hedge"})
_SEGMENT = 40
"""Words before and after an approval that are looked at."""
_ENDED_WITHIN = 3
"""Sentences after an approval in the past within which the text may say that it ended."""


class FalseApproval(Struct, frozen=True):
    """``what`` is not approved (for ``use``, or at all); the excerpt is the words ``[first, last)``."""

    finds: str
    reading: BlockReading
    first: int
    last: int
    what: str
    use: str = ""
    clues: tuple[tuple[str, int, int], ...] = ()


class ApprovalClaim(Struct, frozen=True):
    """The words ``[first, last)`` say *approved*; the segment ``[begin, end)`` is about one product."""

    reading: BlockReading
    first: int
    last: int
    begin: int
    end: int

    @property
    def text(self) -> str:
        """The text of the segment."""
        return self.reading.excerpt(self.begin, self.end)


def claims(article: Article, reading: BlockReading) -> Iterator[tuple[ApprovalClaim, bool]]:
    """Yield the approvals that a block asserts, and whether each leaves the regulator unnamed."""
    end_of_last = 0
    stated = [*reading.of("approval.stated"), *reading.of("approval.bare")]
    for hit in sorted(stated, key=lambda hit: (hit.first, -hit.last)):
        if hit.first < end_of_last:
            continue
        end_of_last = hit.last
        is_bare = hit.owner == "approval.bare"
        sentence = reading.sentence_at(hit.first)
        if reading.has_in(sentence.first, sentence.last, "approval.unmade") or reading.asks(sentence):
            continue
        if _is_label(article, reading, hit):
            continue
        cues = article.cues_near(reading, hit.first, hit.last)
        if governing(cues, hit.first, hit.last, _SILENCERS) is None:
            before = reading.hits_in("approval.border", max(sentence.first, hit.first - _SEGMENT), hit.first)
            after = reading.hits_in("approval.border", hit.last, min(sentence.last, hit.last + _SEGMENT))
            begin = before[-1].first + 1 if before else max(sentence.first, hit.first - _SEGMENT)
            end = after[0].first if after else min(sentence.last, hit.last + _SEGMENT)
            if not _has_ended(reading, begin, end):
                yield ApprovalClaim(reading, hit.first, hit.last, begin, end), is_bare


def _is_label(article: Article, reading: BlockReading, hit: Hit) -> bool:
    """Whether an approval is a table label: its row says no, or it fills its cell in a row that names no treatment."""
    cells = list(row_of(article, reading.block))
    if any(cell.has(("answer.no", "answer.none")) for cell in cells):
        return True
    alone = len(reading.words) <= hit.last - hit.first + 1
    return bool(cells) and alone and not any(cell.has(("treatment", "drug", "answer.yes")) for cell in cells)


def _has_ended(reading: BlockReading, begin: int, end: int) -> bool:
    """Whether the approval or the product has ended, by the segment, or by what soon follows a past approval."""
    if reading.has_in(begin, end, "approval.ended"):
        return True
    if not reading.has_in(begin, end, "approval.former"):
        return False
    at = reading.sentences.index(reading.sentence_at(begin))
    until = reading.sentences[at : at + 1 + _ENDED_WITHIN][-1]
    return reading.has_in(end, until.last, "approval.ended")

"""Find who wrote an article, who reviewed it, and when, in its front matter, structured data and text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from linter.checks.article import Article
from linter.checks.signed import (
    Month,
    Part,
    dates_page,
    has_degree,
    month_in,
    months_in,
    names_in,
    parts_of,
    signing_blocks,
)
from linter.document import Block, Scope
from linter.expression import expression
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.typed import Any
from linter.value import Struct

_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])|[_]")
_DEPTH = 8  # levels of nested metadata that are read
_MAX_LENGTH = 2_000
"""Characters read of one metadata value."""
_OPENING = 6
"""In text, the cue of a byline is among this many first words of its sentence, follows another cue, or precedes ":"."""
_SHORT = 8
"""Words and punctuation; a longer sentence that opens with *by* and names nobody is no byline."""
_LINE = 60
"""Maximum words and punctuation in a block of bylines."""
_NAMED = "byline.reviewed.named"
_REVIEWED_BY = "review.said.by"
_NO_BYLINES = frozenset({Scope.HEADING, Scope.QUOTE, Scope.ALT_TEXT, Scope.NAVIGATION})


class Byline(Struct, frozen=True):
    """What follows one cue: ``role`` is author, reviewed, updated, published or read.

    ``block`` is None for metadata; otherwise ``[start, end)`` are the view offsets of the sentence in it.
    """

    role: str
    named: bool
    credentialed: bool
    date: Month | None
    block: Block | None
    start: int = 0
    end: int = 0


def find_bylines(article: Article) -> tuple[Byline, ...]:
    """Return the bylines in an article's metadata, then those in its text."""
    return (*_metadata_bylines(article), *_text_bylines(article))


def _text_bylines(article: Article) -> Iterator[Byline]:
    signing = signing_blocks(article)
    for reading in article.readings:
        if reading.block.scope in _NO_BYLINES:
            continue
        cues = _cues(reading)
        place = reading.block, 0, len(reading.text)
        if reading.block.row >= 0 and cues and cues[-1].last >= len(reading.words) - reading.text.endswith(":"):
            # a cell that ends with a cue labels the rest of its row
            row = takewhile(reading.block.beside, article.document.blocks[reading.block.index :])
            yield from _labeled(": ".join(cell.view.text.rstrip(":") for cell in row), article, place)
            continue
        found = list(_in_prose(reading, cues))
        yield from found
        if reading.block.index in signing:
            yield from _signed(article, reading, place)
        # a date on a line of names: "By Jane Roe, MD. Cedar Lane Clinic, May 12, 2026."
        undated = any(byline.named for byline in found) and not any(byline.date for byline in found)
        if undated and len(reading.words) <= _LINE and reading.of("month"):
            yield Byline("published", False, False, month_in(reading, 0, len(reading.words)), *place)


def _signed(article: Article, reading: BlockReading, place: tuple[Block, int, int]) -> Iterator[Byline]:
    """Yield the bylines of a block that signs the page, by its form, whatever words introduce persons and dates."""
    parts = parts_of(article, reading)
    persons = [
        (part, name) for part in parts for name in names_in(reading, *part) if has_degree(reading, name, part.last)
    ]
    heading = article.heading_reading(reading.block)
    listed = reading.block.listed or (heading is not None and bool(heading.of("section.references")))
    dates = [
        date
        for part in parts
        if reading.has_in(*part, "month") and (persons or (not listed and dates_page(reading, part)))
        for date in months_in(reading, *part)
    ]
    yield from (Byline("published", False, False, date, *place) for date in dates)
    reviewed = [_checks(reading, *person) for person in persons]
    if dates or any(reviewed):  # otherwise the text only mentions a person
        yield from (Byline("reviewed" if by else "author", True, True, None, *place) for by in reviewed)


def _checks(reading: BlockReading, part: Part, person: Part) -> bool:
    """Whether a person is said to have checked the page: *reviewed by* before the name, *checked* on either side."""
    said = reading.hits_in("review.said", *part)
    passive = {hit.first for hit in said if hit.owner == _REVIEWED_BY}
    return any(hit.last <= person.first or (hit.first >= person.last and hit.first not in passive) for hit in said)


def _in_prose(reading: BlockReading, cues: Sequence[Hit]) -> Iterator[Byline]:
    """Yield the bylines in a block of running text."""
    sentence_with_byline = -1
    for number, hit in enumerate(cues):
        sentence = reading.sentence_at(hit.first)
        labels = reading.words.words[hit.last : hit.last + 1] == [":"]
        if hit.first - sentence.first >= _OPENING and sentence_with_byline != sentence.first and not labels:
            continue
        limit = min([sentence.last, *(cue.first for cue in cues[number + 1 : number + 2])])
        found = _byline(reading, hit, limit, (reading.block, sentence.start, sentence.end))
        if hit.owner == _NAMED and not found.credentialed:
            continue  # "Approved by the FDA."
        opens = hit.first == sentence.first or sentence.last - sentence.first <= _SHORT
        if found.role == "reviewed" and not found.named and not opens:
            continue  # "These drugs are not reviewed by the agency before they are sold."
        if found.role != "author" or found.named or sentence.last - sentence.first <= _SHORT:
            sentence_with_byline = sentence.first
            yield found


def _metadata_bylines(article: Article) -> Iterator[Byline]:
    # only keys are split at capitals, not values: a PharmD is a degree
    profile = _CAMEL.sub(" ", article.setting.profile.get("meta", ""))
    for line in (profile, *_spelled_out(article.document.front_matter.values)):
        yield from _labeled(line, article, None)


def _labeled(line: str, article: Article, place: tuple[Block, int, int] | None) -> Iterator[Byline]:
    """Yield the bylines in a line that opens with a label: a metadata key, or the first cell of a table row."""
    reading = article.read_text(line[:_MAX_LENGTH])
    cues = _cues(reading)
    for number, hit in enumerate(cues):
        limit = min([len(reading.words), *(cue.first for cue in cues[number + 1 : number + 2])])
        yield _byline(reading, hit, limit, place)


def _cues(reading: BlockReading) -> Sequence[Hit]:
    """Return the cues in a text; of overlapping ones, the first and longest (``date reviewed``, not ``date``)."""
    cues: list[Hit] = []
    for hit in sorted(reading.of("byline"), key=lambda hit: (hit.first, -hit.last)):
        if hit.owner != "byline.anonymous" and (not cues or hit.first >= cues[-1].last):
            cues.append(hit)
    return cues


def _byline(reading: BlockReading, cue: Hit, last: int, place: tuple[Block, int, int] | None) -> Byline:
    """Return the byline made of the words from a cue to ``last``, where the next cue or the end is."""
    credentials = reading.hits_in("credential", cue.last, last)
    names = list(names_in(reading, cue.last, last))
    degree = bool(credentials) or any(has_degree(reading, name, last) for name in names)
    block, start, end = place or (None, 0, 0)
    role = "reviewed" if cue.owner == _NAMED else cue.owner.removeprefix("byline.")
    dated = reading.sentence_at(cue.first).first if role == "read" else cue.first  # "May 12, 2026 - 3 min read"
    return Byline(role, bool(names), bool(names) and degree, month_in(reading, dated, last), block, start, end)


def _spelled_out(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield metadata as lines ``key: value``; a mapping's plain values also form one line: a name with its degree."""
    yield from _lines("", values, 0)


def _lines(path: str, value: Any, depth: int) -> Iterator[str]:
    if depth > _DEPTH:
        return
    if isinstance(value, Mapping):
        own = [str(part) for key, part in value.items() if _is_plain(part) and not str(key).startswith("@")]
        if path and own:
            yield f"{path}: {', '.join(own)}"
        for key, part in value.items():
            if not str(key).startswith("@") or not _is_plain(part):
                yield from _lines(_spelled(str(key)), part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            yield from _lines(path, part, depth + 1)
    elif _is_plain(value) and path:
        yield f"{path}: {value}"


def _is_plain(value: Any) -> bool:
    if isinstance(value, (str, int, float)):
        return True
    from datetime import date  # lazy: few articles have other values

    return isinstance(value, date)


def _spelled(key: str) -> str:
    """Split a key into words: ``dateModified``, ``date_modified``, ``article:modified_time``."""
    return _CAMEL.sub(" ", key).replace(":", " ").replace("-", " ").replace("@", "")

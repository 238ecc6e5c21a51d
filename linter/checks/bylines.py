"""Find who wrote an article, who reviewed it, and when, in its front matter, structured data and text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from linter.checks.article import Article
from linter.checks.months import Month, month_in
from linter.document import Block, Scope
from linter.expression import expression
from linter.language.hits import Hit, words_of
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
        # a date on a line of names: "By Jane Roe, MD. Cedar Lane Clinic, May 12, 2026."
        undated = any(byline.named for byline in found) and not any(byline.date for byline in found)
        if undated and len(reading.words) <= _LINE and reading.of("month"):
            yield Byline("published", False, False, month_in(reading, 0, len(reading.words)), *place)


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
    no_names = [
        *credentials,
        *reading.hits_in("byline.anonymous", cue.last, last),
        *reading.hits_in("month", cue.last, last),
    ]
    named = _has_name(reading, cue.last, last, words_of(no_names))
    block, start, end = place or (None, 0, 0)
    role = "reviewed" if cue.owner == _NAMED else cue.owner.removeprefix("byline.")
    dated = reading.sentence_at(cue.first).first if role == "read" else cue.first  # "May 12, 2026 - 3 min read"
    return Byline(role, named, named and bool(credentials), month_in(reading, dated, last), block, start, end)


def _has_name(reading: BlockReading, first: int, last: int, no_names: set[int]) -> bool:
    """Whether the words ``[first, last)`` have two capitalized ones in a row; initials and titles count."""
    run = 0
    for index in range(first, last):
        word = reading.words.words[index]
        if word == ".":
            continue
        if run and reading.has_in(index, index + 1, "name.particle"):
            continue  # "Jan van Roe"
        capital = reading.text[reading.words.starts[index]].isupper()
        run = run + 1 if capital and index not in no_names else 0
        if run == 2:
            return True
    return False


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

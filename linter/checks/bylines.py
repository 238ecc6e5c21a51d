"""Who wrote an article, who reviewed it and when, as its front matter, structured data and own words say it."""

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
_DEPTH = 8
_LONGEST = 2_000
"""Characters of one metadata value that are read."""
_OPENING = 6
"""In the page's own text a byline's cue stands among the first words of its sentence, after another or before ":"."""
_SHORT = 8
"""Words, signs counted; a longer sentence that opens with *by* and names nobody is no byline."""
_LINE = 60
"""Words, signs counted, of a block of bylines."""
_NAMED = "byline.reviewed.named"
_NO_BYLINES = frozenset({Scope.HEADING, Scope.QUOTE, Scope.ALT_TEXT, Scope.NAVIGATION})


class Byline(Struct, frozen=True):
    """What is said after one cue: ``role`` is author, reviewed, updated, published or read.

    ``block`` is None for metadata, else view offsets ``[start, end)`` of the sentence go with it.
    """

    role: str
    named: bool
    credentialed: bool
    date: Month | None
    block: Block | None
    start: int = 0
    end: int = 0


def find_bylines(article: Article) -> tuple[Byline, ...]:
    """The bylines of an article: those of its metadata first, then those of its text."""
    return (*_metadata_bylines(article), *_text_bylines(article))


def _text_bylines(article: Article) -> Iterator[Byline]:
    for reading in article.readings:
        if reading.block.scope in _NO_BYLINES:
            continue
        cues = _cues(reading)
        place = reading.block, 0, len(reading.text)
        if reading.block.row >= 0 and cues and cues[-1].last >= len(reading.words) - reading.text.endswith(":"):
            # a cell that a cue ends labels the rest of its row
            row = takewhile(reading.block.beside, article.document.blocks[reading.block.index :])
            yield from _told(": ".join(cell.view.text.rstrip(":") for cell in row), article, place)
            continue
        found = list(_spoken(reading, cues))
        yield from found
        # the date that a line with names bears: "By Jane Roe, MD. Cedar Lane Clinic, May 12, 2026."
        undated = any(one.named for one in found) and not any(one.date for one in found)
        if undated and len(reading.words) <= _LINE and reading.of("month"):
            yield Byline("published", False, False, month_in(reading, 0, len(reading.words)), *place)


def _spoken(reading: BlockReading, cues: Sequence[Hit]) -> Iterator[Byline]:
    """The bylines of a block of running text."""
    spoken_for = -1
    for number, hit in enumerate(cues):
        sentence = reading.sentence_at(hit.first)
        labels = reading.words.words[hit.last : hit.last + 1] == [":"]
        if hit.first - sentence.first >= _OPENING and spoken_for != sentence.first and not labels:
            continue
        limit = min([sentence.last, *(cue.first for cue in cues[number + 1 : number + 2])])
        found = _byline(reading, hit, limit, (reading.block, sentence.start, sentence.end))
        if hit.owner == _NAMED and not found.credentialed:
            continue  # "Approved by the FDA."
        if found.role != "author" or found.named or sentence.last - sentence.first <= _SHORT:
            spoken_for = sentence.first
            yield found


def _metadata_bylines(article: Article) -> Iterator[Byline]:
    # values are left as they are: a PharmD is a degree
    told = _CAMEL.sub(" ", article.setting.profile.get("meta", ""))
    for line in (told, *_spelled_out(article.document.front_matter.values)):
        yield from _told(line, article, None)


def _told(line: str, article: Article, place: tuple[Block, int, int] | None) -> Iterator[Byline]:
    """The bylines of a line that opens with what it tells: a key, the label of a table's row."""
    reading = article.read_text(line[:_LONGEST])
    cues = _cues(reading)
    for number, hit in enumerate(cues):
        limit = min([len(reading.words), *(cue.first for cue in cues[number + 1 : number + 2])])
        yield _byline(reading, hit, limit, place)


def _cues(reading: BlockReading) -> Sequence[Hit]:
    """The cues of a text; of those that overlap the first and longest (``date reviewed``, not ``date``)."""
    cues: list[Hit] = []
    for hit in sorted(reading.of("byline"), key=lambda hit: (hit.first, -hit.last)):
        if hit.owner != "byline.anonymous" and (not cues or hit.first >= cues[-1].last):
            cues.append(hit)
    return cues


def _byline(reading: BlockReading, cue: Hit, last: int, place: tuple[Block, int, int] | None) -> Byline:
    """What stands between a cue and ``last``, where the next one or the end is."""
    credentials = reading.between("credential", cue.last, last)
    no_names = [
        *credentials,
        *reading.between("byline.anonymous", cue.last, last),
        *reading.between("month", cue.last, last),
    ]
    named = _has_name(reading, cue.last, last, words_of(no_names))
    block, start, end = place or (None, 0, 0)
    role = "reviewed" if cue.owner == _NAMED else cue.owner.removeprefix("byline.")
    dated = reading.sentence_at(cue.first).first if role == "read" else cue.first  # "May 12, 2026 - 3 min read"
    return Byline(role, named, named and bool(credentials), month_in(reading, dated, last), block, start, end)


def _has_name(reading: BlockReading, first: int, last: int, no_names: set[int]) -> bool:
    """Whether two capitalised words in a row stand there, initials and titles counted."""
    run = 0
    for index in range(first, last):
        word = reading.words.words[index]
        if word == ".":
            continue
        if run and reading.among(index, index + 1, "name.particle"):
            continue  # "Jan van Roe"
        capital = reading.text[reading.words.starts[index]].isupper()
        run = run + 1 if capital and index not in no_names else 0
        if run == 2:
            return True
    return False


def _spelled_out(values: Mapping[str, Any]) -> Iterator[str]:
    """Metadata as lines ``key: value``; what stands below one key is also one line, so that a name keeps its degree."""
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
    from datetime import date  # few articles have others

    return isinstance(value, date)


def _spelled(key: str) -> str:
    """A key as words: ``dateModified``, ``date_modified`` and ``article:modified_time``."""
    return _CAMEL.sub(" ", key).replace(":", " ").replace("-", " ").replace("@", "")

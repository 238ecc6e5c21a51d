"""Copy a Word file with its findings as Word comments, each on the words that it is about."""

from bisect import bisect_right
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO

from linter.parsers.docx_file import WordFile, open_word
from linter.parsers.docx_styles import WORD
from linter.parsers.docx_text import paragraphs
from linter.source import Span
from linter.typed import Any
from linter.violation import Violation

_AUTHOR, _INITIALS = "medlint", "ml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Place:
    """A range of the text and its run; ``element`` is the text element, None if there is none."""

    def __init__(self, start: int, end: int, run: Any, element: Any) -> None:
        self.start, self.end, self.run, self.element = start, end, run, element


def write(data: bytes, violations: Iterable[Violation]) -> bytes:
    """Return the copy. The text does not change: runs are only split where a finding starts or ends.

    A finding outside the body (in notes or page footers), where Word has no comments, is attached to the first words.
    """
    from docx.text.run import Run

    file = open_word(BytesIO(data))
    document = file.document
    places = _places(file)
    findings = list(violations)
    ends = {offset for finding in findings for offset in (finding.span.start, finding.span.end)}
    for offset in sorted(ends, reverse=True):
        _split(places, offset)
    for violation in findings:
        runs = _runs(places, violation.span)
        if runs:
            comment = document.add_comment([Run(run, document) for run in runs], _words(violation), _AUTHOR, _INITIALS)
            # without the date, equal input gives equal output
            comment._comment_elm.attrib.pop(f"{WORD}date", None)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _places(file: WordFile) -> list[_Place]:
    """The places of the text, in the order and with the offsets of the parser."""
    places: list[_Place] = []
    start = 0
    for paragraph in paragraphs(file):
        for fragment in paragraph.fragments:
            end = start + len(fragment.text)
            if fragment.run is not None:
                places.append(_Place(start, end, fragment.run, fragment.element))
            start = end
        start += 1
    return places


def _split(places: list[_Place], offset: int) -> None:
    """Split the run that contains an offset, so that a comment can start or end there."""
    index = bisect_right(places, offset, key=lambda place: place.start) - 1
    if index < 0 or not places[index].start < offset < places[index].end or places[index].element is None:
        return
    place = places[index]
    number = list(place.run).index(place.element)
    rest = deepcopy(place.run)
    text = place.element.text
    for child in list(place.run)[number + 1 :]:
        place.run.remove(child)
    for child in list(rest)[:number]:
        if child.tag != f"{WORD}rPr":
            rest.remove(child)
    tail = next(child for child in rest if child.tag == place.element.tag)
    place.element.text, tail.text = text[: offset - place.start], text[offset - place.start :]
    for element in (place.element, tail):
        element.set(_SPACE, "preserve")
    place.run.addnext(rest)
    for later in places[index + 1 :]:
        if later.run is not place.run:
            break
        later.run = rest
    places.insert(index + 1, _Place(offset, place.end, rest, tail))
    place.end = offset


def _runs(places: list[_Place], span: Span) -> list[Any]:
    """The first and last run of a finding; the first run of the file for one outside its body."""
    first = bisect_right(places, span.start, key=lambda place: place.start) - 1
    last = bisect_right(places, max(span.start, span.end - 1), key=lambda place: place.start) - 1
    if not places:
        return []
    if first < 0 or places[first].end <= span.start:
        return [places[0].run]
    return [places[first].run, places[last].run]


def _words(violation: Violation) -> str:
    cited = "; ".join(f"{citation.title} ({citation.reach})" for citation in violation.citations)
    lines = [
        f"{violation.code} ({violation.severity.value}): {violation.message}",
        f"Words: {' '.join(violation.excerpt.split())}",
        f"Suggestion: {violation.suggestion}",
        f"Based on: {cited}" if cited else "",
    ]
    # drop characters that XML cannot represent
    return "\n".join("".join(char for char in line if char.isprintable()) for line in lines if line)

"""What a Markdown page opens and never closes: a slip, which must not hide the rest of the page from review."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from linter.expression import expression
from linter.parsers.holes import VEIL, Hole, masked
from linter.typed import Any

Events = Callable[[str], Iterable[tuple[Any, Any]]]
"""Markdown to its events, each with the bytes that it stands for."""
_OPEN_COMMENT = expression(r"<!--[ \t]*+")
_FENCES = ("```", "~~~")
_VERBATIM = expression(r"(?i)<(/?)(pre|textarea)(?=[\s>])(?:[^<>]*+>)?")
"""Tags of what holds no Markdown up to its end tag, and is shown."""


def closed(text: str, events: Events) -> str:
    """The text, as long as it was, without the fences, the tags and the beginnings of comments that nothing closes."""
    if "<!--" in text:
        text = masked(text, _open_comments(text))
    text = masked(text, _open_tags(text))
    for _ in _FENCES:  # behind one there may be another of the other kind
        if any(fence in text for fence in _FENCES):
            text = masked(text, _open_fence(text, events))
    return text


def _open_comments(text: str) -> Iterator[Hole]:
    for found in _OPEN_COMMENT.finditer(text, text.rfind("-->") + 1):
        yield Hole(*found.span(), VEIL)  # four spaces would make code of the line


def _open_tags(text: str) -> list[Hole]:
    opened: dict[str, list[Hole]] = {}
    for found in _VERBATIM.finditer(text):
        holes = opened.setdefault(found[2].lower(), [])
        if found[1]:
            holes.clear()
        else:
            holes.append(Hole(*found.span(), VEIL))
    return sorted(chain(*opened.values()))


def _open_fence(text: str, events: Events) -> Iterator[Hole]:
    """The fence outside of all lists and quotations that holds the rest of the text."""
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    data = text.encode()
    depth = 0
    for event, span in events(text):
        kind, value = ("", None) if isinstance(event, str) else next(iter(event.items()))
        fenced = kind == "Start" and isinstance(value, dict) and "Fenced" in value.get("CodeBlock", ())
        if fenced and not depth and span["end"] == len(data):
            fence, _, code = data[span["start"] :].decode().partition("\n")
            if code.strip() and not _closes(code.rpartition("\n")[2].strip(), fence):
                start = len(data[: span["start"]].decode())
                yield Hole(start, start + len(fence), " ")
        depth += (kind == "Start") - (kind == "End")


def _closes(line: str, fence: str) -> bool:
    """Whether a line holds nothing but as many marks as a fence begins with, or more."""
    mark = fence[0]
    return len(line) >= len(fence) - len(fence.lstrip(mark)) and not line.strip(mark)

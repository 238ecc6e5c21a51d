"""Unclosed comments, tags and fences in Markdown: they must not hide the rest of the page from review."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from linter.expression import expression
from linter.parsers.holes import VEIL, Hole, masked
from linter.typed import Any

Events = Callable[[str], Iterable[tuple[Any, Any]]]
"""A function from Markdown to its events, each with its byte range."""
_OPEN_COMMENT = expression(r"<!--[ \t]*+")
_FENCES = ("```", "~~~")
_VERBATIM = expression(r"(?i)<(/?)(pre|textarea)(?=[\s>])(?:[^<>]*+>)?")
"""Tags of elements whose content is shown but not read as Markdown."""


def mask_unclosed(text: str, events: Events) -> str:
    """Return the text, of the same length, with the starts of unclosed comments, tags and fences masked."""
    if "<!--" in text:
        text = masked(text, _open_comments(text))
    text = masked(text, _open_tags(text))
    for _ in _FENCES:  # an unclosed fence may hide one of the other kind
        if any(fence in text for fence in _FENCES):
            text = masked(text, _open_fence(text, events))
    return text


def _open_comments(text: str) -> Iterator[Hole]:
    for match in _OPEN_COMMENT.finditer(text, text.rfind("-->") + 1):
        yield Hole(*match.span(), VEIL)  # four spaces would turn the line into code


def _open_tags(text: str) -> list[Hole]:
    opened: dict[str, list[Hole]] = {}
    for match in _VERBATIM.finditer(text):
        holes = opened.setdefault(match[2].lower(), [])
        if match[1]:
            holes.clear()
        else:
            holes.append(Hole(*match.span(), VEIL))
    return sorted(chain(*opened.values()))


def _open_fence(text: str, events: Events) -> Iterator[Hole]:
    """Yield the fence, outside of lists and quotations, that extends to the end of the text."""
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
    """Whether a line consists only of fence characters, at least as many as the fence starts with."""
    mark = fence[0]
    return len(line) >= len(fence) - len(fence.lstrip(mark)) and not line.strip(mark)

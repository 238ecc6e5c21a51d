"""What a Markdown page opens and never closes: a slip, which must not hide the rest of the page from review."""

from collections.abc import Callable, Iterable

from linter.expression import expression
from linter.typed import Any

Events = Callable[[str], Iterable[tuple[Any, Any]]]
"""Markdown to its events, each with the bytes that it stands for."""
_OPEN = expression(r"<!--[ \t]*+")


def closed(text: str, events: Events, blank: str) -> str:
    """The text, as long as it was, with spaces for a fence and ``blank`` for beginnings of comments never closed.

    Four spaces for the latter would make code of the line.
    """
    if "<!--" in text:
        text = _without_open_comment(text, blank)
    return _without_open_fence(text, events) if "```" in text or "~~~" in text else text


def _without_open_comment(text: str, blank: str) -> str:
    """The text without what opens a comment after the last end of one."""
    closed = text.rfind("-->") + 1
    return text[:closed] + _OPEN.sub(lambda found: blank * len(found[0]), text[closed:])


def _without_open_fence(text: str, events: Events) -> str:
    """The text with blanks for a fence that none closes."""
    data = text.encode()
    depth = 0
    for event, span in events(text):
        kind, value = ("", None) if isinstance(event, str) else next(iter(event.items()))
        fenced = kind == "Start" and isinstance(value, dict) and "Fenced" in value.get("CodeBlock", ())
        if fenced and not depth and span["end"] == len(data):
            fence, _, code = data[span["start"] :].decode().partition("\n")
            if code.strip() and not _closes(code.rpartition("\n")[2], fence):
                start = len(data[: span["start"]].decode())
                return text[:start] + " " * len(fence) + text[start + len(fence) :]
        depth += (kind == "Start") - (kind == "End")
    return text


def _closes(line: str, fence: str) -> bool:
    return line.strip()[:3] in ("```", "~~~") and fence.startswith(line.strip()[:3])

"""What makes text of an article harmless: control characters shown, links checked, data that cannot end its script."""

import json
import re
from collections.abc import Iterator
from typing import Any

# control characters, direction marks and overrides, and the invisible tag characters: shown by name, never obeyed
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_WEB = re.compile(r"https?://[^\s\x00-\x20\x7f]+", re.IGNORECASE)
_REFERENCE = re.compile(r"(https?://\S+|doi:10\.\S+)(?<![.,;:)\]])", re.IGNORECASE)
_ENDS_SCRIPT = "<>&\u2028\u2029"


def visible(text: str) -> str:
    """The text with control and direction characters as ``[U+202E]``, so that a reader sees them."""
    if text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def unseen(text: str) -> str:
    """The characters of a text that :func:`visible` shows by name."""
    return "".join(_UNSEEN.findall(text))


def clipped(text: str, longest: int = 300) -> str:
    """The text on one line, visible, cut to a length."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= longest else line[: longest - 1] + "…"


def web_link(target: str) -> str:
    """The target if it is a web address that a page may link to, else an empty string."""
    return target if _WEB.fullmatch(target) and _UNSEEN.search(target) is None else ""


def references(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the web address that it names (a DOI's is its resolver's), else an empty string."""
    for number, piece in enumerate(_REFERENCE.split(visible(text))):
        doi = piece[:4].lower() == "doi:"
        yield piece, web_link(f"https://doi.org/{piece[4:]}" if doi else piece) if number % 2 else ""


def script_json(data: Any) -> str:
    """JSON that can stand in a script element: nothing in it ends the element or opens a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in _ENDS_SCRIPT:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text

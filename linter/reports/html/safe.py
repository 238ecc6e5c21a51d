"""Make the text of articles harmless: show control characters, check links, escape data in scripts."""

import json
import re
from collections.abc import Iterator
from typing import Any

# control characters, direction marks and overrides, and invisible tag characters: shown by code, never output
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_WEB = re.compile(r"https?://[^\s\x00-\x20\x7f]+", re.IGNORECASE)
_REFERENCE = re.compile(r"(https?://\S+|doi:10\.\S+)(?<![.,;:)\]])", re.IGNORECASE)
_ENDS_SCRIPT = "<>&\u2028\u2029"


def visible(text: str) -> str:
    """Replace control and direction characters by their code, such as ``[U+202E]``, so that readers see them."""
    if text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def unseen(text: str) -> str:
    """The characters of a text that :func:`visible` replaces."""
    return "".join(_UNSEEN.findall(text))


def clipped(text: str, limit: int = 300) -> str:
    """Put text on one line, made visible and shortened to ``limit`` characters."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 1] + "…"


def web_link(target: str) -> str:
    """Return the target if it is a safe web address, else an empty string."""
    return target if _WEB.fullmatch(target) and _UNSEEN.search(target) is None else ""


def references(text: str) -> Iterator[tuple[str, str]]:
    """Split text into pieces, each with its web address (for a DOI, the resolver's), empty for other text."""
    for number, piece in enumerate(_REFERENCE.split(visible(text))):
        doi = piece[:4].lower() == "doi:"
        yield piece, web_link(f"https://doi.org/{piece[4:]}" if doi else piece) if number % 2 else ""


def script_json(data: Any) -> str:
    """Encode JSON for a script element: nothing in it can end the element or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in _ENDS_SCRIPT:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text

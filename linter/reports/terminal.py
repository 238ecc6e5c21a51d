"""Text for a terminal: without control characters, and in a color for each role in the text report."""

import unicodedata

from linter.value import Struct

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1;4", "code": "1", "aside": "2"}


class Style(Struct, frozen=True):
    """The style of the text report; ``links``: the terminal supports links (OSC 8)."""

    color: bool = False
    links: bool = False

    def paint(self, text: str, role: str) -> str:
        """Color text for a role: a severity, ``path``, ``code`` or ``aside``."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.color and text else text

    def link(self, text: str, url: str) -> str:
        """Link text to an address."""
        if not self.links or not url.startswith(("https://", "http://")):
            return text
        from urllib.parse import quote  # rarely needed

        address = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


PLAIN = Style()


def printable(text: str) -> str:
    """Replace control and direction characters by ``?``, so that text cannot control the terminal."""
    if text.isprintable():
        return text
    return "".join("?" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") else char for char in text)

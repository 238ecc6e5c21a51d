"""What goes to a terminal: text that cannot steer it, and colour, a look for each role of the text report."""

import unicodedata

from linter.value import Struct

_LOOKS = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1;4", "code": "1", "aside": "2"}


class Style(Struct, frozen=True):
    """How the text report looks; ``links`` where the terminal opens them (OSC 8)."""

    colour: bool = False
    links: bool = False

    def paint(self, text: str, role: str) -> str:
        """Text in the look of a role: a severity, ``path``, ``code`` or ``aside``."""
        return f"\x1b[{_LOOKS[role]}m{text}\x1b[0m" if self.colour and text else text

    def link(self, text: str, url: str) -> str:
        """Text that opens an address."""
        if not self.links or not url.startswith(("https://", "http://")):
            return text
        from urllib.parse import quote  # few terminals show links

        address = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


PLAIN = Style()


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control and direction-changing characters become ``?``."""
    if text.isprintable():
        return text
    return "".join("?" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") else char for char in text)

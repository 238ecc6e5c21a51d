"""Layout of a description: titles, each with indented and wrapped lines."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 100


def part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a title and its wrapped lines, or nothing if all lines are empty."""
    filled = [line for line in lines if line]
    if filled:
        yield f"{title}:"
        for line in filled:
            yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")


def label(products: Iterable[str], text: str) -> str:
    """Prefix a text with the products that it applies to, if it does not apply to all."""
    named = ", ".join(products)
    return f"{named}: {text}" if named else text

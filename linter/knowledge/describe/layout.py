"""How a page on a subject is laid out: a title and its lines, indented and wrapped."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 100


def part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title and what it heads, a line or more each; nothing where nothing is told."""
    told = [line for line in lines if line]
    if told:
        yield f"{title}:"
        for line in told:
            yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")


def label(products: Iterable[str], text: str) -> str:
    """What holds for some products, with their names before it; for all, alone."""
    named = ", ".join(products)
    return f"{named}: {text}" if named else text

"""Metadata that an MDX page exports: ``export const metadata = {title: "…", description: "…"}``, its plain strings."""

from linter.document import FrontMatter
from linter.expression import expression
from linter.parsers.flow import Flow
from linter.parsers.front_matter import BLOCKS
from linter.source import Span
from linter.typed import Any

NAMES = ("metadata", "meta", "frontmatter", "frontMatter")
"""What pages call the metadata that they export."""
_OPENING = expression(rf"export\s+(?:const|let|var)\s+(?:{'|'.join(NAMES)})\b[^={{;]*=\s*(?=\{{)")
_PAIR = expression(
    r"""[{,]\s*+(?P<pair>(?P<quote>['"]?)(?P<key>[\w-]++)(?P=quote)\s*+:\s*+"""
    r"""(?:"(?P<double>[^"\\\n]*+)"|'(?P<single>[^'\\\n]*+)'|`(?P<template>[^`\\$]*+)`))(?=\s*+[,}])|[{}]"""
)


def read_exported(flow: Flow, start: int, end: int) -> FrontMatter | None:
    """The metadata of an export ``[start, end)``, its title and description as blocks; None for any other code."""
    opening = _OPENING.match(flow.text, start, end)
    if opening is None:
        return None
    values: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    depth = 0
    for found in _PAIR.finditer(flow.text, opening.end(), end):
        depth += {"{": 1, "}": -1}.get(found[0][0], 0)
        key = found["key"]
        if key and depth == 1 and key not in values:
            place = next(name for name in ("double", "single", "template") if found[name] is not None)
            values[key], spans[key] = found[place], Span(*found.span("pair"))
            if (scope := BLOCKS.get(key)) and found[place].strip():
                flow.aside(scope, *found.span(place), markup=False)
    return FrontMatter(values, spans)

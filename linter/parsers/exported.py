"""The plain strings in metadata that an MDX page exports: ``export const metadata = {title: "…"}``."""

from linter.document import FrontMatter
from linter.expression import expression
from linter.parsers.flow import Flow
from linter.parsers.front_matter import BLOCKS
from linter.source import Span
from linter.typed import Any

NAMES = ("metadata", "meta", "frontmatter", "frontMatter")
"""Common names of exported metadata."""
_OPENING = expression(rf"export\s+(?:const|let|var)\s+(?:{'|'.join(NAMES)})\b[^={{;]*=\s*(?=\{{)")
_PAIR = expression(
    r"""[{,]\s*+(?P<pair>(?P<quote>['"]?)(?P<key>[\w-]++)(?P=quote)\s*+:\s*+"""
    r"""(?:"(?P<double>[^"\\\n]*+)"|'(?P<single>[^'\\\n]*+)'|`(?P<template>[^`\\$]*+)`))(?=\s*+[,}])|[{}]"""
)


def read_exported(flow: Flow, start: int, end: int) -> FrontMatter | None:
    """Return the metadata of an export ``[start, end)`` (None for other code); add blocks for title and description."""
    opening = _OPENING.match(flow.text, start, end)
    if opening is None:
        return None
    values: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    depth = 0
    for match in _PAIR.finditer(flow.text, opening.end(), end):
        depth += {"{": 1, "}": -1}.get(match[0][0], 0)
        key = match["key"]
        if key and depth == 1 and key not in values:
            group = next(name for name in ("double", "single", "template") if match[name] is not None)
            values[key], spans[key] = match[group], Span(*match.span("pair"))
            if (scope := BLOCKS.get(key)) and match[group].strip():
                flow.aside(scope, *match.span(group), markup=False)
    return FrontMatter(values, spans)

"""A scanner for everything in an MDX file that is not Markdown: imports, exports, JSX tags and expressions in braces.

It is not a JavaScript parser and only finds where each item ends. An item without an end is text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from linter.expression import expression
from linter.parsers.html_tokens import Tag
from linter.source import Span
from linter.value import Struct

_NEXT = expression(
    r"(?ms)^(?:[ \t>]*|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|^(?P<module>import\s*+(?:[\"'{*]|type\s*+\{|(?:type\s++)?+[\w$]++(?:\s*,|\s++from\b))"
    r"|export\s++(?:(?:const|let|var|function|default|class|async|type|interface)\b|[{*]))"
    r"|\\."
    r"|(?P<ticks>`+)|(?P<brace>\{)|(?P<tag></?(?=[A-Za-z_$>]))"
)
_TICKS = expression(r"`+")
_BLANK = expression(r"\n[ \t\r]*\n")
_SCRIPT = expression(
    r"(?s)(?<!\\)\"(?:\\.|[^\"\\\n])*+\"|(?<!\\)'(?:\\.|[^'\\\n])*+'|/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*|(?P<delimiter>[{}`])"
)
_TEMPLATE = expression(r"(?s)\\.|(?P<delimiter>`|\$\{)")
_TAG_NAME = expression(r"<(?P<closing>/?)\s*+(?P<name>[A-Za-z_$][\w$.-]*+(?::(?!//)[\w$-]++)?+)?+(?![\w$:.@])")
_TAG_PART = expression(
    r"(?P<end>/?>)|(?P<brace>\{)|(?P<value>\"[^\"]{0,2000}\"|'[^']{0,2000}')"
    r"|(?P<name>[^\s\"'{}<>/=]++)(?P<equals>\s*=)?+|=|/|\s++"
)
_LITERAL = expression(r"\{\s*(?:\"([^\"\\]*)\"|'([^'\\]*)'|`([^`\\$]*)`)\s*\}")
_MODULE_LINE_END = expression(r"[^\n]*(?:\n|\Z)")


class Item(Struct, frozen=True):
    """An item that is not Markdown: a tag, an expression, or (with neither) an import or export."""

    start: int
    end: int
    tag: Tag | None = None
    expression: bool = False


def scan(text: str, start: int) -> Iterator[Item]:
    """Yield the items from ``start`` on, in order and without overlaps."""
    braces = Braces(text)
    runs: dict[int, list[int]] | None = None
    while (match := _NEXT.search(text, start)) is not None:
        start = match.end()
        kind = match.lastgroup
        item: Item | None = None
        if kind == "fence":
            start = _after_fence(text, match["fence"], start)
        elif kind == "ticks":
            runs = _runs(text) if runs is None else runs
            start = _after_code(text, runs, match.start(), start)
        elif kind == "brace":
            end = braces.close(match.start())
            if end > 0 and (
                text[max(0, match.start() - 1) : match.start()] in ("", "\n", "\r")
                or not _BLANK.search(text, start, end)
            ):
                item = Item(match.start(), end, expression=True)
        elif kind == "tag":
            tag = _tag(text, match.start(), braces)
            item = Item(tag.start, tag.end, tag) if tag else None
        elif kind == "module":
            item = Item(match.start(), _module_end(text, match.start(), braces))
        if item is not None:
            yield item
            start = item.end


def literal(text: str, start: int, end: int) -> Span | None:
    """Return the span of the text in an expression that is just a string, or None for any other."""
    match = _LITERAL.fullmatch(text, start, end)
    return Span(*match.span(match.lastindex or 0)) if match else None


class Braces:
    """Finds the closing braces of expressions, scanning each part of the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: dict[int, int] = {}
        self._known_to = 0

    def close(self, start: int) -> int:
        """Return the offset after the closing brace, or -1 if there is none."""
        if start not in self._ends and start >= self._known_to:
            self._scan(start)
        return self._ends.get(start, -1)

    def _scan(self, start: int) -> None:
        text, opened, at = self._text, [start], start + 1
        templates = [False]
        while opened:
            match = (_TEMPLATE if templates[-1] else _SCRIPT).search(text, at)
            if match is None:
                # whatever is still open is never closed
                self._known_to = len(text)
                return
            at = match.end()
            delimiter = match["delimiter"]
            if delimiter in ("{", "${") or (delimiter == "`" and not templates[-1]):
                opened.append(at - 1)
                templates.append(delimiter == "`")
            elif delimiter is not None:
                self._ends[opened.pop()] = at
                templates.pop()


def _after_fence(text: str, fence: str, start: int) -> int:
    close = expression(rf"(?m)^[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t\r]*$").search(text, start)
    return close.end() if close else len(text)


def _runs(text: str) -> dict[int, list[int]]:
    """Return the offsets of runs of backticks by their length."""
    runs: dict[int, list[int]] = {}
    for match in _TICKS.finditer(text):
        runs.setdefault(match.end() - match.start(), []).append(match.start())
    return runs


def _after_code(text: str, runs: dict[int, list[int]], start: int, end: int) -> int:
    """Return the offset after a code span, or after the backticks if they open none in this paragraph."""
    closers = runs.get(end - start, [])
    index = bisect_right(closers, start)
    if index == len(closers) or _BLANK.search(text, end, closers[index]):
        return end
    return closers[index] + end - start


def _module_end(text: str, start: int, braces: Braces) -> int:
    """Return the end of an import or export: the first line end outside of braces that may end a statement."""
    at = start
    while at < len(text):
        begins = at
        line = _MODULE_LINE_END.match(text, at)
        end = line.end() if line else len(text)
        while (brace := text.find("{", at, end)) >= 0:
            close = braces.close(brace)
            if close > end:
                line = _MODULE_LINE_END.match(text, close)
                end = line.end() if line else len(text)
            at = max(close, brace + 1)
        at = end
        follows = text[end : end + 1]
        if follows in ("", "\n", "\r", "#") or text.startswith(("import ", "export ", "<", "- "), end):
            return end
        if text[begins:end].rstrip().endswith((";", "'", '"')):
            return end
    return at


def _tag(text: str, start: int, braces: Braces) -> Tag | None:
    match = _TAG_NAME.match(text, start)
    if match is None:
        return None
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    at, name = match.end(), ""
    while (part := _TAG_PART.match(text, at)) is not None:
        at = part.end()
        span: Span | None = None
        if part["end"]:
            return Tag(match["name"] or "", start, at, bool(match["closing"]), part["end"] == "/>", values, spans)
        if part["brace"]:
            at = braces.close(part.start())
            if at < 0:
                return None
            span = literal(text, part.start(), at)
        elif part["value"]:
            span = Span(part.start() + 1, at - 1)
        elif part["name"]:
            name = part["name"]
            if not part["equals"]:
                values.setdefault(name, "")
        elif _BLANK.search(part[0]):
            return None
        if span is not None and name and name not in values:
            values[name], spans[name] = text[span.start : span.end], span
    return None

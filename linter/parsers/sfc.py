"""HTML with embedded code (Astro, Svelte, Vue): scripts, and expressions in text and tags."""

from bisect import bisect_left
from collections.abc import Sequence

from linter.document import Document, FrontMatter, Scope
from linter.expression import expression
from linter.parsers.components import Copy, element_of
from linter.parsers.elements import is_button
from linter.parsers.head import Head
from linter.parsers.holes import Hole, masked
from linter.parsers.html import read_body
from linter.parsers.html_tokens import Tag, Text
from linter.parsers.markup import Markup
from linter.parsers.mdx_scan import Braces
from linter.parsers.script import Script
from linter.parsers.structure import assemble
from linter.source import SourceText, Span
from linter.view import DROPPED

_PART = expression(
    r"(?is)<!--.*?(?:-->|\Z)|<(?P<name>script|style)\b[^>]*+>(?P<code>.*?)(?:</(?P=name)|\Z)|(?P<double>\{\{)|\{"
)
_CONTROL = expression(r"\{(?:[#:@]|/(?![*/]))")
"""Tags of Svelte's blocks; ``{/* … */}`` is a comment in Astro."""


def read_parts(source: SourceText, format_name: str, copy: Copy, start: int = 0, fence: Span | None = None) -> Document:
    """Parse a page from ``start`` on; ``fence`` is the span of code before it."""
    holes, scripts = _parts(source.text, start, doubled=format_name == "vue")
    flow, head = _Page(source.text, holes, format_name), Head()
    flow.script = script = Script(flow, head, copy)
    for span in (*((fence,) if fence else ()), *scripts):
        script.read(span.start, span.end)
    read_body(flow, masked(source.text, holes), start, head)
    front_matter = head.merged(FrontMatter(script.values, script.spans))
    return assemble(source, format_name, flow.drafts, flow.comments, front_matter)


class _Page(Markup):
    """A flow with expressions in its text and components among its tags."""

    script: Script

    def __init__(self, text: str, holes: Sequence[Hole], format_name: str) -> None:
        super().__init__(text)
        self._holes = holes
        self._starts = [hole.start for hole in holes]
        self._vue = format_name == "vue"
        self._open_components: dict[str, list[str]] = {}

    def words(self, token: Text) -> None:
        """Read the text between tags, and the expressions in it."""
        start = token.start
        for hole in self._holes[bisect_left(self._starts, token.start) : bisect_left(self._starts, token.end)]:
            if start < hole.start:
                super().words(Text(start, hole.start))
            start = hole.end
            if self._vue:
                self.unit(DROPPED, hole.start, hole.end)
            elif not _CONTROL.match(self.text, hole.start):
                self.script.read_expression(hole.start, hole.end)
        if start < token.end:
            super().words(Text(start, token.end))

    def aside(self, scope: Scope, start: int, end: int, markup: bool = True) -> None:
        """Add a separate block, unless it contains an expression."""
        if bisect_left(self._starts, start) == bisect_left(self._starts, end):
            super().aside(scope, start, end, markup)

    def start_tag(self, tag: Tag, inline: bool = False, apart: bool = False) -> None:
        """Open an element or a component; component names are case-sensitive."""
        if self._vue and tag.name == "template":
            self.flush()
            return
        written = self.text[tag.start + 1 : tag.start + 1 + len(tag.name)]
        if not written[:1].isupper():
            super().start_tag(tag, inline, apart)
            return
        name = element_of(written, tag.values)
        if not tag.empty:
            self._open_components.setdefault(tag.name, []).append(name)
        super().start_tag(Tag(name, tag.start, tag.end, False, tag.empty, tag.values), apart=name == written)
        for key, span in tag.spans.items():
            if scope := self.script.copy.scopes.get(key):
                self.aside(Scope.BUTTON if is_button(written, tag.values) else scope, span.start, span.end)

    def end_tag(self, tag: Tag) -> None:
        """Close an element or a component."""
        if self._vue and tag.name == "template":
            self.flush()
            return
        names = self._open_components.get(tag.name)
        if names and self.text[tag.start + 2 : tag.start + 3].isupper():
            tag = Tag(names.pop(), tag.start, tag.end, closing=True)
        super().end_tag(tag)


def _parts(text: str, start: int, doubled: bool) -> tuple[list[Hole], list[Span]]:
    """Return the expressions of a page, in single or double braces, and the spans of its scripts."""
    holes: list[Hole] = []
    scripts: list[Span] = []
    braces = Braces(text)
    at = start
    while (match := _PART.search(text, at)) is not None:
        at = match.end()
        if match["name"]:
            if match["name"].lower() == "script":
                scripts.append(Span(*match.span("code")))
        elif match[0][:1] == "{":
            if doubled:
                end = text.find("}}", at) + 2 if match["double"] else 0
                if match["double"] and end < 2:
                    break
            else:
                end = braces.close(match.start())
            if end > match.start() + 1:
                holes.append(Hole(match.start(), end))
                at = end
            else:
                at = match.start() + 1
    return holes, scripts

"""The parser for HTML pages: their text, and the metadata in their head."""

from linter.document import Document, Scope
from linter.parsers.front_matter import read_front_matter
from linter.parsers.head import Head
from linter.parsers.html_tokens import Tag, Text, tokens
from linter.parsers.markup import Markup
from linter.parsers.structure import assemble
from linter.source import SourceText


def parse(source: SourceText) -> Document:
    """Parse an HTML page or fragment; any text is valid, however broken."""
    return read_page(source, Markup(source.text), "html")


def read_page(source: SourceText, flow: Markup, format_name: str) -> Document:
    """Parse the page in ``flow``, whose text is the source's, possibly masked but of the same length."""
    front_matter, start = read_front_matter(source, flow)
    head = Head()
    read_body(flow, flow.text, start, head)
    return assemble(source, format_name, flow.drafts, flow.comments, head.merged(front_matter))


def read_body(flow: Markup, text: str, start: int, head: Head) -> None:
    """Read a page from ``start`` on; ``text``, which has the length of the flow's own, determines the tags."""
    script: Tag | None = None
    for token in tokens(text, start, len(text)):
        if isinstance(token, Tag):
            script = token if token.name == "script" and not token.closing else None
            head.tag(token)
        elif isinstance(token, Text) and token.raw and script is not None:
            head.script(script, text[token.start : token.end], token)
        flow.token(token)
    flow.flush()
    if head.description is not None:
        flow.aside(Scope.DESCRIPTION, head.description.start, head.description.end)

"""The parser for pages in JavaScript or TypeScript with JSX."""

from linter.document import Document, FrontMatter, Scope
from linter.parsers.components import DEFAULT_COPY, Copy
from linter.parsers.head import Head
from linter.parsers.markup import Markup
from linter.parsers.script import Script
from linter.parsers.structure import assemble
from linter.source import SourceText


def parse(source: SourceText, copy: Copy = DEFAULT_COPY) -> Document:
    """Parse a page; most syntax errors are tolerated. Raises :class:`SourceError` for severe ones."""
    flow, head = Markup(source.text), Head()
    script = Script(flow, head, copy)
    script.read(0, len(source.text))
    if head.description is not None:
        flow.aside(Scope.DESCRIPTION, head.description.start, head.description.end)
    front_matter = head.merged(FrontMatter(script.values, script.spans))
    return assemble(source, "tsx", flow.drafts, flow.comments, front_matter)

"""Write a suppression into an article: a comment in its format, at a place where it covers the finding.

The edited article is parsed, and nothing is offered that readers would see or that does not cover the finding.
"""

from collections.abc import Iterator

from linter.document import Block, Document, Scope
from linter.parsers import FORMATS, parse
from linter.source import SourceText, Span
from linter.suppressions import FRONT_MATTER_KEY
from linter.suppressions.comments.directives import Request, read_directives
from linter.typed import TYPE_CHECKING
from linter.view import DROPPED
from linter.violation import Edit, Violation

if TYPE_CHECKING:
    from linter.parsers.components import Copy

_TAGS = ("<!-- ", " -->")
_BRACES = ("{/* ", " */}")
_FORMS = {
    **dict.fromkeys(("markdown", "html", "template", "astro", "svelte", "vue", "wxr"), _TAGS),
    **dict.fromkeys(("mdx", "tsx"), _BRACES),
    "docx": ("", ""),  # the text of a Word comment
}
_METADATA = (Scope.TITLE, Scope.DESCRIPTION)
BEFORE_REASON = " -- "


def comment_of(request: str, format_name: str) -> str:
    """Format a directive as a comment of the format; empty if the format has no comments."""
    if format_name not in _FORMS:
        return ""
    opening, closing = _FORMS[format_name]
    return f"{opening}medlint: {request}{closing}"


def suppression_edit(violation: Violation, document: Document, copy: "Copy | None" = None) -> Edit | None:
    """Return the edit that suppresses a finding; the reason is still missing after the first :data:`BEFORE_REASON`.

    ``copy`` is what the document was parsed with. None if the format has no comments or no place works.
    """
    return next((edit for edit in _edits(violation, document) if _works(edit, violation, document, copy)), None)


def _edits(violation: Violation, document: Document) -> Iterator[Edit]:
    source = document.source
    words = f"ignore {violation.code}{BEFORE_REASON}"
    block = _block_at(violation.span, document)
    if block is None:
        return
    if block.scope in _METADATA:
        yield from _entries(words, document)
    comment = comment_of(words, document.format)
    if not comment or document.format not in FORMATS:
        return
    line = source.position(block.span.start).line
    above = source.line_span(line).start
    indent = source.text[above : block.span.start]
    own_line = _insertion(above, f"{indent}{comment}{_line_break(source)}") if not indent.strip() else None
    if own_line and block.scope is Scope.PARAGRAPH:
        yield own_line
    yield _insertion(block.span.end, f" {comment}")
    yield _insertion(source.line_span(violation.start.line).end, f" {comment}")
    if document.format == "tsx":
        margin = source.line_text(violation.start.line)
        margin = margin[: len(margin) - len(margin.lstrip())]
        start = source.line_span(violation.start.line).start
        yield _insertion(start, f"{margin}// medlint: {words}{_line_break(source)}")
    else:
        # in front of the tag that contains the text
        yield _insertion(max(0, source.text.rfind("<", 0, block.span.start)), comment)
    if own_line:
        yield own_line


def _entries(words: str, document: Document) -> Iterator[Edit]:
    """Front matter entries, which apply to the whole file."""
    source, spans = document.source, document.front_matter.spans
    entry = f'  - "{words.removeprefix("ignore ")}"{_line_break(source)}'
    if not spans or not source.text.startswith("---"):
        return
    if FRONT_MATTER_KEY in spans:
        line = source.position(spans[FRONT_MATTER_KEY].start).line
        yield _insertion(source.line_starts[line], entry)
    else:
        yield _insertion(source.line_starts[1], f"{FRONT_MATTER_KEY}:{_line_break(source)}{entry}")


def _insertion(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text, safe=False)


def _line_break(source: SourceText) -> str:
    return "\r\n" if "\r\n" in source.text else "\n"


def _block_at(span: Span, document: Document) -> Block | None:
    """The smallest block that a finding starts in."""
    around = [block for block in document.blocks if block.span.start <= span.start < block.span.end]
    return min(around, key=lambda block: block.span.end - block.span.start, default=None)


def _works(edit: Edit, violation: Violation, document: Document, copy: "Copy | None") -> bool:
    """Whether the edit suppresses the finding and readers see the same text as before."""
    text, at = document.source.text, edit.span.start
    changed = parse(SourceText(document.source.path, text[:at] + edit.text + text[at:]), document.format, copy)
    moved = len(edit.text) if at <= violation.span.start else 0
    start, end = violation.span.start + moved, violation.span.end + moved
    return _prose(changed) == _prose(document) and any(
        isinstance(request, Request)
        and request.rules[0].name == violation.code
        and request.target.start < end
        and start < request.target.end
        for request in read_directives(changed)
    )


def _prose(document: Document) -> list[list[str]]:
    return [block.view.text.replace(DROPPED, " ").split() for block in document.blocks]

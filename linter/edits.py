"""Turn the edit that a check offers into an edit of the source, placed and escaped for the article's format.

No edit is offered where it would break markup or change someone else's words.
"""

from linter.checks.article import Article
from linter.checks.match import Match
from linter.checks.voices import is_quoted
from linter.document import Block, Scope
from linter.expression import expression
from linter.source import SourceText, Span
from linter.violation import Edit

_METADATA = (Scope.TITLE, Scope.DESCRIPTION)
_CELLS = (Scope.TABLE_CELL, Scope.TABLE_HEADER, Scope.ALT_TEXT, Scope.BUTTON, Scope.NAVIGATION)
_PLAIN = expression(r"[\w -]+")
"""Text that is safe in metadata, however the value is quoted."""
_END_TAG = expression(
    r"(?i)(?:\s*</(?:a|abbr|b|em|i|mark|q|small|span|strong|sub|sup|u)\s*>)*\s*</(?:p|h[1-6]|blockquote|figcaption)\s*>"
)
_UNDERLINE = expression(r"[ \t]*(?:=+|-+)[ \t]*")


def edit_of(match: Match, span: Span, article: Article) -> Edit | None:
    """Return the edit that a finding offers, if any; ``span`` is the finding's span in the source."""
    if match.replacement is not None:
        return _replacement(match, match.replacement, span, article)
    if match.insert_after is not None:
        return _insertion(match, match.insert_after, article)
    return None


def _replacement(match: Match, text: str, span: Span, article: Article) -> Edit | None:
    block = match.block
    start, end = match.replaced or (match.start, match.end)
    if match.replaced is not None:
        span = block.view.span(start, end)
    # different lengths mean that there is markup or an entity among the words
    if span.end - span.start != end - start or is_quoted(block, start, end, article):
        return None
    if block.scope in _METADATA and not _PLAIN.fullmatch(text):
        return None
    return Edit(span, _written(text, article.document.format), match.safe)


def _insertion(match: Match, after: Block, article: Article) -> Edit | None:
    if after.scope in _METADATA or after.scope in _CELLS:
        return None
    source, kind = article.document.source, article.document.format
    text = _written(match.insertion, kind)
    if kind == "html":
        end = _after_element(source, after)
        text = f"\n<p>{text}</p>"
    else:
        end = _after_lines(source, after)
        # keep a blank line before the next block
        text = f"\n\n{text}" if _blank_follows(source, end) else f"\n\n{text}\n"
    if "\r\n" in source.text:
        text = text.replace("\n", "\r\n")
    return Edit(Span(end, end), text, match.safe)


def _written(text: str, kind: str) -> str:
    """Escape plain text for a format."""
    if kind == "html":
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if kind == "text":
        return text
    return text.replace("<", "&lt;").replace("{", "&#123;") if kind == "mdx" else text.replace("<", "&lt;")


def _after_element(source: SourceText, block: Block) -> int:
    """Return the end of the block's element if that element cannot contain paragraphs, else the end of the block."""
    found = _END_TAG.match(source.text, block.span.end)
    return found.end() if found else block.span.end


def _after_lines(source: SourceText, block: Block) -> int:
    """Return the end of a block's last line, or of the underline below a heading."""
    number = source.position(block.span.end).line
    if (
        block.scope is Scope.HEADING
        and number < len(source.line_starts)
        and _UNDERLINE.fullmatch(source.line_text(number + 1))
    ):
        number += 1
    return source.line_span(number).end


def _blank_follows(source: SourceText, end: int) -> bool:
    number = source.position(end).line
    return number >= len(source.line_starts) or not source.line_text(number + 1).strip()

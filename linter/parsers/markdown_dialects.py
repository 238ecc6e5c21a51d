"""Syntax of site generators that plain Markdown would misread: it is masked."""

from linter.expression import expression
from linter.parsers.holes import VEIL
from linter.view import DROPPED

_SHORTCODE = expression(r"\{\{[<%][^{}\r\n]*[\r\n][^{}]*[>%]\}\}")
"""A Hugo shortcode over several lines, whose last line may look like a quotation."""
_ADMONITION = expression(r'(?m)^(?:!!! |\?\?\?\+? |===[+!]? ").*(?:\n(?:(?: {4}|\t).*|[ \t\r]*(?=\n)))+')
"""An admonition or tab of MkDocs, whose text is indented like code."""
_INDENT = expression(r"(?m)^(?: {4}|\t)")


def plain(text: str) -> str:
    """Return the text, of the same length, with shortcodes dropped and admonitions unindented."""
    text = _SHORTCODE.sub(lambda match: DROPPED * len(match[0]), text)
    return _ADMONITION.sub(lambda match: _INDENT.sub(lambda indent: VEIL * len(indent[0]), match[0]), text)

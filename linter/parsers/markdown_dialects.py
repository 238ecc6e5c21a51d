"""What makers of sites write in Markdown that is none: masked where Markdown would take it for something else."""

from linter.expression import expression
from linter.parsers.holes import VEIL
from linter.view import DROPPED

_SHORTCODE = expression(r"\{\{[<%][^{}\r\n]*[\r\n][^{}]*[>%]\}\}")
"""Of Hugo, over several lines: the last may begin as a quotation does."""
_ADMONITION = expression(r'(?m)^(?:!!! |\?\?\?\+? |===[+!]? ").*(?:\n(?:(?: {4}|\t).*|[ \t\r]*(?=\n)))+')
"""Of MkDocs, with a tab's or a note's text set in, as code is."""
_SET_IN = expression(r"(?m)^(?: {4}|\t)")


def plain(text: str) -> str:
    """The text, as long as it was, with such stretches dropped, or read as the prose that they are shown as."""
    text = _SHORTCODE.sub(lambda found: DROPPED * len(found[0]), text)
    return _ADMONITION.sub(lambda found: _SET_IN.sub(lambda space: VEIL * len(space[0]), found[0]), text)

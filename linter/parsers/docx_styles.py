"""What a paragraph of a Word file is: a heading, a list item, a quotation … by its style and its numbering."""

from linter.document import Scope
from linter.expression import expression
from linter.parsers.context import Context
from linter.typed import TYPE_CHECKING
from linter.value import replace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = expression(r"heading ([1-9])")
_LEVELS = tuple("012345678")
_MAX_LEVEL = 6
_LONGEST_CHAIN = 20
"""Styles that one is based on, in turn, as far as they are asked: each paragraph asks them."""


class Styles:
    """The styles of a file. Word calls those that it ships by their English names in every language."""

    def __init__(self, element: "Element") -> None:
        found = element.findall(f"{WORD}style")
        self._styles: dict[str, Element] = {style.get(f"{WORD}styleId", ""): style for style in found}
        self._default = next((style for style in found if _is_default(style)), None)

    def place(self, paragraph: "Element", context: Context) -> Context:
        """Where the text of a paragraph stands, in the context around it."""
        properties = paragraph.find(f"{WORD}pPr")
        chain = self._chain(properties)
        names = [_value(style, "name").lower() for style in chain]
        sources = [] if properties is None else [properties]
        sources += [own for style in chain if (own := style.find(f"{WORD}pPr")) is not None]
        if level := _heading_level(names, sources):
            return replace(context, scope=Scope.HEADING, level=level)
        name = names[0] if names else ""
        if name.startswith("toc"):
            return replace(context, region=Scope.NAVIGATION)
        if name.endswith("quote"):
            return replace(context, scope=None, quotes=context.quotes + 1)
        if name == "caption":
            return replace(context, scope=Scope.CAPTION)
        if name in ("footnote text", "endnote text"):
            return replace(context, region=Scope.FINE_PRINT)
        depth = _list_depth(sources)
        if depth or (name.startswith("list ") and name != "list paragraph"):
            return replace(context, scope=Scope.LIST_ITEM, lists=max(1, depth))
        return context

    def _chain(self, properties: "Element | None") -> "list[Element]":
        """The paragraph's style, the style that it is based on, and so on."""
        style = self._styles.get(_value(properties, "pStyle"), self._default)
        chain: list[Element] = []
        while style is not None and style not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = self._styles.get(_value(style, "basedOn"))
        return chain


def _heading_level(names: list[str], sources: "list[Element]") -> int:
    """1 to 6, or 0 for a paragraph that is no heading."""
    for source in sources:
        level = _value(source, "outlineLvl")
        if level in _LEVELS:
            return min(int(level) + 1, _MAX_LEVEL)
        if level == "9":  # of the body
            return 0
    if "title" in names:
        return 1
    found = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
    return min(int(found[1]), _MAX_LEVEL) if found else 0


def _list_depth(sources: "list[Element]") -> int:
    """The depth in a list, from 1; 0 outside of one."""
    for source in sources:
        numbering = source.find(f"{WORD}numPr")
        if numbering is not None:
            level = _value(numbering, "ilvl") or "0"
            return 0 if _value(numbering, "numId") == "0" or level not in _LEVELS else int(level) + 1
    return 0


def _value(element: "Element | None", name: str) -> str:
    found = None if element is None else element.find(f"{WORD}{name}")
    return "" if found is None else found.get(f"{WORD}val", "")


def _is_default(style: "Element") -> bool:
    return style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true")

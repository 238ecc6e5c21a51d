"""The role of a paragraph in a Word file (heading, list item, quotation …), by its style and numbering."""

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
_MAX_CHAIN = 20
"""Maximum length of a chain of base styles; each paragraph looks it up."""


class Styles:
    """The styles of a file. Built-in styles have their English names in every language."""

    def __init__(self, element: "Element") -> None:
        styles = element.findall(f"{WORD}style")
        self._styles: dict[str, Element] = {style.get(f"{WORD}styleId", ""): style for style in styles}
        self._default = next((style for style in styles if _is_default(style)), None)

    def place(self, paragraph: "Element", context: Context) -> Context:
        """Return the context of a paragraph's text, given the context around the paragraph."""
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
        """Return the paragraph's style, the style that it is based on, and so on."""
        style = self._styles.get(_value(properties, "pStyle"), self._default)
        chain: list[Element] = []
        while style is not None and style not in chain and len(chain) < _MAX_CHAIN:
            chain.append(style)
            style = self._styles.get(_value(style, "basedOn"))
        return chain


def _heading_level(names: list[str], sources: "list[Element]") -> int:
    """Return 1 to 6, or 0 if the paragraph is not a heading."""
    for source in sources:
        level = _value(source, "outlineLvl")
        if level in _LEVELS:
            return min(int(level) + 1, _MAX_LEVEL)
        if level == "9":  # body text
            return 0
    if "title" in names:
        return 1
    heading = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
    return min(int(heading[1]), _MAX_LEVEL) if heading else 0


def _list_depth(sources: "list[Element]") -> int:
    """Return the depth in a list, from 1, or 0 outside of a list."""
    for source in sources:
        numbering = source.find(f"{WORD}numPr")
        if numbering is not None:
            level = _value(numbering, "ilvl") or "0"
            return 0 if _value(numbering, "numId") == "0" or level not in _LEVELS else int(level) + 1
    return 0


def _value(element: "Element | None", name: str) -> str:
    child = None if element is None else element.find(f"{WORD}{name}")
    return "" if child is None else child.get(f"{WORD}val", "")


def _is_default(style: "Element") -> bool:
    return style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true")

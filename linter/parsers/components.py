"""Components of web pages: the element that a component is by its name, and which of its properties carry copy."""

from collections.abc import Mapping
from functools import cached_property

from linter.document import Scope
from linter.expression import expression
from linter.parsers.elements import HEADINGS
from linter.value import Struct

JSX_NAMES = {"": "fragment", "Link": "a", "NextLink": "a", "Image": "img", "Img": "img", "NextImage": "img"}
"""Components that are HTML elements under another name, wherever they come from."""

JSX_ATTRIBUTES = {"className": "class", "ariaHidden": "aria-hidden", "colSpan": "colspan", "rowSpan": "rowspan"}
"""Attributes of HTML that JSX writes otherwise."""

PROPERTIES = {
    "title": Scope.PARAGRAPH,
    "heading": Scope.PARAGRAPH,
    "subtitle": Scope.PARAGRAPH,
    "description": Scope.PARAGRAPH,
    "text": Scope.PARAGRAPH,
    "question": Scope.PARAGRAPH,
    "answer": Scope.PARAGRAPH,
    "quote": Scope.QUOTE,
    "label": Scope.PARAGRAPH,
    "caption": Scope.CAPTION,
    "alt": Scope.ALT_TEXT,
}
"""Properties of components that are read in MDX."""

COPY = {
    **PROPERTIES,
    "a": Scope.PARAGRAPH,
    "aria-label": Scope.ALT_TEXT,
    "body": Scope.PARAGRAPH,
    "children": Scope.PARAGRAPH,
    "content": Scope.PARAGRAPH,
    "copy": Scope.PARAGRAPH,
    "excerpt": Scope.PARAGRAPH,
    "headline": Scope.PARAGRAPH,
    "intro": Scope.PARAGRAPH,
    "lead": Scope.PARAGRAPH,
    "message": Scope.PARAGRAPH,
    "note": Scope.PARAGRAPH,
    "paragraph": Scope.PARAGRAPH,
    "q": Scope.PARAGRAPH,
    "subheading": Scope.PARAGRAPH,
    "summary": Scope.PARAGRAPH,
    "tagline": Scope.PARAGRAPH,
    "testimonial": Scope.QUOTE,
}
"""Properties and keys whose strings are read, and what they are."""

CODE = frozenset(
    """class className classNames classes css href icon id key ref slug src srcSet style styles sx transition url
    variants""".split()
)
"""Properties and keys under which no copy stands, however deep."""


class Copy(Struct, frozen=True, dict=True):
    """Which properties and keys carry copy in a project: ``more`` than others have, and none of those in ``code``."""

    more: tuple[str, ...] = ()
    code: tuple[str, ...] = ()

    @cached_property
    def scopes(self) -> Mapping[str, Scope]:
        """What the strings under each key are."""
        keys = {**dict.fromkeys(self.more, Scope.PARAGRAPH), **COPY}
        return {key: scope for key, scope in keys.items() if key not in self.code}

    @cached_property
    def never(self) -> frozenset[str]:
        """The keys under which no copy stands."""
        return CODE.difference(self.more).union(self.code)


USUAL = Copy()
"""The keys of a project that says nothing of its own."""

_EXACT = {
    **JSX_NAMES,
    "P": "p",
    "Paragraph": "p",
    "List": "ul",
    "ListItem": "li",
    "Li": "li",
    "Ul": "ul",
    "Blockquote": "blockquote",
    "Table": "table",
    "TableRow": "tr",
    "TableCell": "td",
    "TableHead": "th",
    "TableHeaderCell": "th",
    "Footer": "footer",
    "Nav": "nav",
    "Navbar": "nav",
    "Navigation": "nav",
    **dict.fromkeys(("CookieBanner", "CookieConsent", "CookieNotice", "Cookies"), "nav"),
    "Breadcrumbs": "nav",
    "Small": "small",
    "Strong": "strong",
    "Em": "em",
}
_HEADING = expression(r"(?:[a-z]|^)(?:Heading|Headline|Title)$")
_FIRST = expression(r"(?:Page|Hero|Article|Main)(?:Heading|Headline|Title)$|^H1$")
_LEVEL = expression(r"[hH]?([1-6])")
_AS = ("as", "component", "tag", "variant", "level", "order")


def element_of(name: str, attributes: Mapping[str, str]) -> str:
    """The HTML element that a tag is read as: by what it says it is (``as="h2"``), else by its name."""
    last = name.rpartition(".")[2]
    if not last[:1].isupper():
        return last.lower()
    heading = _HEADING.search(last) is not None
    for key in _AS:
        given = attributes.get(key, "")
        level = _LEVEL.fullmatch(given)
        if level and (heading or given in HEADINGS):
            return f"h{level[1]}"
    if _FIRST.search(last):
        return "h1"
    if heading:
        return "h2"
    if last.lower() in HEADINGS:
        return last.lower()
    return _EXACT.get(last, name)

"""Components of web pages: the HTML element that a component's name stands for, and the properties that hold copy."""

from collections.abc import Mapping
from functools import cached_property

from linter.document import Scope
from linter.expression import expression
from linter.parsers.elements import HEADINGS
from linter.value import Struct

JSX_NAMES = {"": "fragment", "Link": "a", "NextLink": "a", "Image": "img", "Img": "img", "NextImage": "img"}
"""Components of common frameworks that are HTML elements under another name."""

JSX_ATTRIBUTES = {"className": "class", "ariaHidden": "aria-hidden", "colSpan": "colspan", "rowSpan": "rowspan"}
"""HTML attributes that have another name in JSX."""

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
"""Scopes of the properties and keys whose strings are read."""

CODE = frozenset(
    """class className classNames classes css href icon id key ref slug src srcSet style styles sx transition url
    variants""".split()
)
"""Properties and keys that never hold copy, at any depth."""


class Copy(Struct, frozen=True, dict=True):
    """The properties and keys that hold copy in a project: the defaults and ``more``, without those in ``code``."""

    more: tuple[str, ...] = ()
    code: tuple[str, ...] = ()

    @cached_property
    def scopes(self) -> Mapping[str, Scope]:
        """The scope of the strings under each key."""
        keys = {**dict.fromkeys(self.more, Scope.PARAGRAPH), **COPY}
        return {key: scope for key, scope in keys.items() if key not in self.code}

    @cached_property
    def excluded(self) -> frozenset[str]:
        """The keys that never hold copy."""
        return CODE.difference(self.more).union(self.code)


DEFAULT_COPY = Copy()
"""The keys of a project without its own configuration."""

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
    """Return the HTML element that a tag is read as, by an attribute such as ``as="h2"`` or by its name."""
    last = name.rpartition(".")[2]
    if not last[:1].isupper():
        return last.lower()
    heading = _HEADING.search(last) is not None
    for key in _AS:
        value = attributes.get(key, "")
        level = _LEVEL.fullmatch(value)
        if level and (heading or value in HEADINGS):
            return f"h{level[1]}"
    if _FIRST.search(last):
        return "h1"
    if heading:
        return "h2"
    if last.lower() in HEADINGS:
        return last.lower()
    return _EXACT.get(last, name)

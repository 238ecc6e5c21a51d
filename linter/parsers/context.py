"""The role of an element's text, by the element's name and attributes, and whether it is read."""

from collections.abc import Mapping

from linter.document import Scope
from linter.expression import expression
from linter.parsers.elements import CODE, HEADINGS, HIDDEN
from linter.value import Struct, replace
from linter.view import DROPPED

_SCOPES = {
    "td": Scope.TABLE_CELL,
    "th": Scope.TABLE_HEADER,
    "li": Scope.LIST_ITEM,
    "figcaption": Scope.CAPTION,
    "caption": Scope.CAPTION,
    "title": Scope.TITLE,
    "button": Scope.BUTTON,
}
# common names of page parts, as whole words of a class or id
_FINE_PRINT = expression(
    r"(?i)(?:^|[\s_-])(?:disclaimers?|fine-?print|small-?print|footnotes?|(?:site|page|main)?-?footer)(?:$|[\s_])"
)
_NAVIGATION = expression(r"(?i)(?:^|\s)(?:[\w-]+-)?(?:nav|navbar|navigation|menu|breadcrumbs?|pagination)(?:$|\s)")
_COOKIES = expression(
    r"(?i)(?:^|\s)(?!has-|no-|with-)[\w-]*cookie(?:s|-?law-?info|bot|yes)?-?_?(?:banner|notice|consent|bar|popup|dialog|modal"
    r"|message|wall)(?:-?(?:v\d+|sdk|container|wrapper|inner|root))?(?:$|\s)|(?:^|\s)(?:onetrust-|cky-|cmplz-|CybotCookiebot)"
)
"""Cookie consent is about the site, not about care."""
_ROLE_REGIONS = {"navigation": Scope.NAVIGATION, "menu": Scope.NAVIGATION, "contentinfo": Scope.FINE_PRINT}
_LEVELS = frozenset("123456")
_DEFAULT_LEVEL = 2
"""The level of ``role="heading"`` without ``aria-level``, as in browsers."""
_DECLARATION = expression(r"(?:^|;)\s*(display|visibility|mso-list)\s*:\s*([\w-]+)")
_COMMENT = expression(r"/\*.*?\*/|/\*.*")
_NOT_DISPLAYED = (("display", "none"), ("visibility", "hidden"), ("mso-list", "ignore"))
"""Styles of elements that are not read, among them the bullets in HTML from Word."""
_NO_REGION = frozenset(("a", "b", "body", "button", "em", "html", "i", "img", "input", "li", "main", "p", "span"))


# looking up enum members is slow before Python 3.12
_NAVIGATION_SCOPE, _HEADING, _QUOTE, _PARAGRAPH, _LIST_ITEM = (
    Scope.NAVIGATION,
    Scope.HEADING,
    Scope.QUOTE,
    Scope.PARAGRAPH,
    Scope.LIST_ITEM,
)


class Context(Struct, frozen=True):
    """The context of the text directly inside an element."""

    scope: Scope | None = None
    level: int = 0
    region: Scope | None = None
    lists: int = 0
    quotes: int = 0
    closed: int = 0
    table: int = 0
    row: int = -1
    column: int = -1
    width: int = 1
    hidden: bool = False

    def place(self) -> tuple[Scope, int]:
        """Return the scope and level of a block with this text."""
        scope = self.scope
        if self.region is _NAVIGATION_SCOPE:
            return _NAVIGATION_SCOPE, 0
        if scope is _HEADING:
            return _HEADING, self.level
        if self.region is not None:
            return self.region, 0
        if scope is None:
            return (_QUOTE, self.quotes) if self.quotes else (_PARAGRAPH, 0)
        return scope, max(1, self.lists) if scope is _LIST_ITEM else 0


def inside(name: str, attributes: Mapping[str, str], outer: Context) -> Context:
    """Return the context inside an element, given its name, its attributes and the context outside."""
    if outer.hidden or name in CODE or (name in HIDDEN and "shadowrootmode" not in attributes):
        return outer if outer.hidden else replace(outer, hidden=True)
    context = _by_name(name, outer)
    return _by_attributes(name, attributes, context) if attributes else context


def _by_name(name: str, outer: Context) -> Context:
    if name in HEADINGS:
        return replace(outer, scope=Scope.HEADING, level=HEADINGS[name])
    if name in _SCOPES:
        return replace(outer, scope=_SCOPES[name]) if name != "button" or outer.scope is None else outer
    if name in ("ul", "ol", "menu", "dir"):
        return replace(outer, lists=outer.lists + 1)
    if name == "blockquote":
        return replace(outer, scope=None, quotes=outer.quotes + 1)
    if name == "nav":
        return replace(outer, region=Scope.NAVIGATION)
    if name == "footer" and not outer.quotes:
        return replace(outer, region=outer.region or Scope.FINE_PRINT)
    if name == "details":
        return replace(outer, closed=outer.closed + 1)
    if name == "summary":
        return replace(outer, scope=Scope.SUMMARY, closed=max(0, outer.closed - 1))
    return outer


def _by_attributes(name: str, attributes: Mapping[str, str], context: Context) -> Context:
    hidden = attributes.get("hidden")
    if hidden is not None and DROPPED in hidden:
        hidden = None  # the value is an expression, so it may be shown
    if hidden is not None and hidden.lower() == "until-found":
        context = replace(context, closed=context.closed + 1)
    elif (
        hidden is not None
        or attributes.get("aria-hidden", "").lower() == "true"
        or ("style" in attributes and _is_hidden(attributes["style"]))
    ):
        return replace(context, hidden=True)
    if attributes.get("class", "").startswith("Mso"):
        context = _by_word_class(attributes["class"], context)
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "")
        context = replace(context, scope=Scope.HEADING, level=int(level) if level in _LEVELS else _DEFAULT_LEVEL)
    if context.region is None and (region := _region(name, attributes)) is not None:
        return replace(context, region=region)
    return context


def _is_hidden(style: str) -> bool:
    """Whether a style hides its element; the last declaration of a property wins."""
    declared = dict(_DECLARATION.findall(_COMMENT.sub(" ", style.lower())))
    return any(declared.get(name) == value for name, value in _NOT_DISPLAYED)


def _by_word_class(name: str, context: Context) -> Context:
    """Return the context inside a paragraph of HTML from Word, by its class."""
    if name == "MsoTitle":
        return replace(context, scope=Scope.HEADING, level=1)
    if name.startswith("MsoListParagraph"):
        return replace(context, scope=Scope.LIST_ITEM, lists=max(1, context.lists))
    if name in ("MsoFootnoteText", "MsoEndnoteText"):
        return replace(context, region=context.region or Scope.FINE_PRINT)
    return context


def _region(name: str, attributes: Mapping[str, str]) -> Scope | None:
    role = attributes.get("role")
    if role in _ROLE_REGIONS:
        return _ROLE_REGIONS[role]
    for key in ("class", "id"):
        value = attributes.get(key)
        if value and _FINE_PRINT.search(value) and name not in ("html", "body", "main", "a"):
            return Scope.FINE_PRINT
        if value and name not in _NO_REGION and (_NAVIGATION.search(value) or _COOKIES.search(value)):
            return Scope.NAVIGATION
    return None

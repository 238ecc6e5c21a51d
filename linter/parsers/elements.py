"""HTML elements by their role: blocks, inlines, elements that are not read, buttons."""

from collections.abc import Mapping

from linter.document import InlineKind
from linter.expression import expression


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# content that is not prose, or is for machines only; in SVG, also definitions and names
HIDDEN = _names("audio canvas datalist embed iframe math noembed noframes noscript script select style template video")
HIDDEN_IN_SVG = _names("defs desc metadata symbol title")
# elements that end an open <svg>, except inside those in HTML_IN_SVG
NOT_IN_SVG = _names(
    """b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta
    nobr ol p pre ruby s small span strike strong sub sup table tt u ul var"""
)
HTML_IN_SVG = _names("desc foreignobject title")
CODE = _names("code kbd samp tt var")
VOID = _names("area base br col embed hr img input link meta param source track wbr")
# elements whose content is text up to their end tag (by the HTML standard), and those of them that show it
RAW_TEXT = _names("iframe noembed noframes script style textarea title xmp")
SHOWN_RAW = _names("textarea title xmp")
BLOCKS = _names(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol option p
    plaintext pre search section summary table tbody td text tfoot th thead title tr ul
    audio canvas datalist iframe input noscript object script select style template textarea video xmp"""
)
INLINES = {
    "a": InlineKind.LINK,
    "b": InlineKind.STRONG,
    "strong": InlineKind.STRONG,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "q": InlineKind.QUOTATION,
    "small": InlineKind.SMALL,
}
# inline elements that are not read; if a block starts before the end tag, the end tag was forgotten
UNREAD_WORDS = {
    name: expression(
        rf"(?i)(?P<end></{name}(?=[\s/>]))|</?(?:{name}|{'|'.join(sorted(BLOCKS))})(?=[\s/>])|\n[ \t\r]*\n"
    )
    for name in sorted(CODE | {"math"})
}
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# a start or end tag of the key cannot close an element outside of these
REACH = {
    "li": frozenset(("ul", "ol", "menu", "td", "th", "table")),
    "dt": frozenset(("dl", "td", "th", "table")),
    "dd": frozenset(("dl", "td", "th", "table")),
    "td": frozenset(("tr", "table")),
    "th": frozenset(("tr", "table")),
    "tr": frozenset(("table",)),
    "tbody": frozenset(("table",)),
    "table": frozenset[str](),
    "template": frozenset[str](),
}
DEFAULT_REACH = frozenset(("td", "th", "caption", "table", "template"))
# elements whose end tags are required: a missing one was forgotten
CLOSED = BLOCKS - HIDDEN - REACH.keys() - {"body", "head", "html", "option", "p", "tfoot", "thead"}
# a start tag of the key closes an open element of the values
SUPERSEDES = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr",),
    "tbody": ("tbody", "thead"),
    "tfoot": ("tbody", "thead"),
    **dict.fromkeys(HEADINGS, tuple(HEADINGS)),
}
_BUTTON_COMPONENT = expression(r"(?:^|[a-z.A-Z])(?:Button|Btn|CTA|Cta)(?![a-z])")
_BUTTON = expression(r"(?i)(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])")


def is_button(name: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is a button, by its name, role or class."""
    if name == "button" or attributes.get("role") == "button":
        return True
    if name[:1].isupper():
        return _BUTTON_COMPONENT.search(name) is not None
    return name == "a" and _BUTTON.search(attributes.get("class", "")) is not None

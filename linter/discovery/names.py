"""Which files of a folder are articles, by their names."""

from linter.expression import expression
from linter.parsers import SUFFIXES, format_of, missing_extra
from linter.typed import Path

NAMED_ONLY = frozenset({".xml", ".jinja", ".jinja2", ".j2", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"})
"""Suffixes of articles that most files of the kind are not: these are checked where they are named. A template is found
in a folder all the same when its name says what it makes, as ``page.html.j2`` does."""
_LOCK = "~$"
"""What Word puts before the name of a file that it has open."""
NO_ARTICLE = (
    r"(ads|app-ads|cmakelists|constraints|humans|requirements([-_.]\w+)?|robots|security)\.txt"
    r"|(changelog|code_of_conduct|contributing|copying|licen[cs]e)\.(md|txt)"
)
"""Names, in lower case, of what a site or a repository keeps for machines, lawyers and developers."""
_NO_PAGES = frozenset({".test", ".spec", ".stories"})
"""Web code that is about a page: its tests, its display among the components."""
_no_article = expression(NO_ARTICLE)


def is_article(name: str) -> bool:
    """Whether a file of this name in a folder is taken for an article: it has to be one that can be read here."""
    return is_page(name) and not missing_extra(format_of(name))


def is_page(name: str) -> bool:
    """Whether a file of this name is an article, whether it can be read here or not."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    if not suffixes or suffixes[-1] not in SUFFIXES or name.startswith(_LOCK) or suffixes[0] in _NO_PAGES:
        return False
    if suffixes[-1] in (".md", ".txt") and _no_article.fullmatch(name.lower()):
        return False
    return suffixes[-1] not in NAMED_ONLY or SUFFIXES.get(suffixes[0]) == "html"

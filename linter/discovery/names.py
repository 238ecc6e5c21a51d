"""Tell by their names which files in a folder are articles."""

from linter.expression import expression
from linter.parsers import SUFFIXES, format_of, missing_extra
from linter.typed import Path

NAMED_ONLY = frozenset({".xml", ".jinja", ".jinja2", ".j2", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"})
"""Suffixes of which most files are not articles; such files are checked only if named. Templates whose name includes
the output format, such as ``page.html.j2``, are found in folders too."""
_LOCK = "~$"
"""Prefix of Word's lock files."""
NO_ARTICLE = (
    r"(ads|app-ads|cmakelists|constraints|humans|requirements([-_.]\w+)?|robots|security)\.txt"
    r"|(changelog|code_of_conduct|contributing|copying|licen[cs]e)\.(md|txt)"
)
"""Lowercase names of files that a site or repository keeps for machines, lawyers and developers."""
_NO_PAGES = frozenset({".test", ".spec", ".stories"})
"""Inner suffixes of web code that is no page: tests and component stories."""
_no_article = expression(NO_ARTICLE)


def is_article(name: str) -> bool:
    """Whether a file with this name is an article, in a format that this installation can read."""
    return is_page(name) and not missing_extra(format_of(name))


def is_page(name: str) -> bool:
    """Whether a file with this name is an article, in any supported format."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    if not suffixes or suffixes[-1] not in SUFFIXES or name.startswith(_LOCK) or suffixes[0] in _NO_PAGES:
        return False
    if suffixes[-1] in (".md", ".txt") and _no_article.fullmatch(name.lower()):
        return False
    return suffixes[-1] not in NAMED_ONLY or SUFFIXES.get(suffixes[0]) == "html"

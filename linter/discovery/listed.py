"""Read lists of files: paths separated by lines or NUL, or the addresses in a sitemap. Nothing is fetched."""

import os
from urllib.parse import unquote, urlsplit

from linter.parsers.xml import feed, hardened_parser
from linter.source import SourceError

_MARK = b"\xef\xbb\xbf"


class ListError(Exception):
    """A list cannot be used; the message is one line."""


def listed_paths(data: bytes, folder: str = "") -> list[str]:
    """Parse the paths in a list; those of a sitemap are relative to ``folder``. Raises :class:`ListError`."""
    if data.removeprefix(_MARK).lstrip().startswith(b"<"):
        return [_local(address, folder) for address in _addresses(data)]
    names = data.split(b"\0") if b"\0" in data else data.removeprefix(_MARK).replace(b"\r\n", b"\n").split(b"\n")
    return [_path(os.fsdecode(name)) for name in names if name.strip()]


def refusal(path: str) -> str:
    """The error for a web address given as a path; empty for a path."""
    if path.lower().startswith(("http://", "https://")):
        return f"{path} is a web address, and medlint fetches nothing; save the page and name its file"
    return ""


def _path(name: str) -> str:
    if problem := refusal(name):
        raise ListError(problem)
    return "./-" if name == "-" else name  # a file with this name, not standard input


def _local(address: str, folder: str) -> str:
    if problem := refusal(address):
        raise ListError(problem)
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise ListError(f"{address}: {error}") from None
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        return unquote(parts.path)
    if "://" in address:
        raise ListError(f"{address} is not a file on this machine; a sitemap's addresses are paths or file:///…")
    return os.path.join(folder, unquote(address))


def _addresses(data: bytes) -> list[str]:
    """The text of each ``<loc>`` in a sitemap."""
    found: list[str] = []
    open_tags: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if not open_tags and name != "urlset":
            kind = "an index of sitemaps; name one of them" if name == "sitemapindex" else "XML, but not a sitemap"
            raise ListError(f"the list is {kind}")
        open_tags.append(name)
        if name == "loc":
            found.append("")

    def text(characters: str) -> None:
        if open_tags[-1] == "loc":
            found[-1] += characters

    parser = hardened_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: open_tags.pop()
    parser.CharacterDataHandler = text
    try:
        feed(parser, data, last=True)
    except SourceError as error:
        raise ListError(f"the sitemap: {error}") from None
    return [address for text in found if (address := text.strip())]

"""The parser for WordPress exports (WXR): each post or page is an article named ``export.xml!/slug``.

The text of an article is its title, excerpt (if any) and content as stored by WordPress, separated by blank lines. The
export is read in chunks, and one post at a time is in memory.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from linter.document import Document, FrontMatter, Scope
from linter.parsers.context import Context
from linter.parsers.holes import Hole, masked
from linter.parsers.html_tokens import Comment, Tag, Text
from linter.parsers.markup import Markup
from linter.parsers.structure import assemble
from linter.parsers.xml import feed, hardened_parser
from linter.source import SourceError, SourceText, Span

_CHUNK = 1 << 16
_MAX_FIELD = 20_000_000
_TITLE, _EXCERPT, _CONTENT = "title", "excerpt:encoded", "content:encoded"
_METADATA = {
    "wp:status": "status",
    "wp:post_type": "type",
    "wp:post_date": "date",
    "wp:post_modified": "last-modified",
    "dc:creator": "author",
}
_FIELDS = frozenset((_TITLE, _EXCERPT, _CONTENT, "wp:post_id", "wp:post_name", *_METADATA))
# trash, and other things that WordPress stores as posts: revisions, menus, settings
_NO_ARTICLE = frozenset(("trash", "auto-draft", "inherit"))
_NO_TEXT = re.compile(r"attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|wp_(?!block$).+")
_SHORTCODE = re.compile(r"\[(?P<end>/?)(?P<name>[a-zA-Z][\w-]*+)(?P<rest>[^\[\]<>]*+)\]")
_PART = re.compile(r"\n[ \t\r]*\n")


def documents(path: str, stream: BinaryIO) -> Iterator[Document]:
    """Yield the articles of an export in order, except those in the trash. Raises :class:`SourceError`."""
    names: dict[str, int] = {}
    for post in _posts(stream):
        if post.get("wp:status") in _NO_ARTICLE or _NO_TEXT.fullmatch(post.get("wp:post_type", "")):
            continue
        number = post.get("wp:post_id", "")
        name = re.sub(r"[^\w%-]+", "-", post.get("wp:post_name", "")) or f"post-{number}"
        yield read_post(f"{path}!/{_unique_name(name, number, names)}", post)


def _unique_name(name: str, number: str, names: dict[str, int]) -> str:
    """Return a name that is unique in the export; ``names`` counts the uses of each name so far."""
    if name in names:
        name = f"{name}-{number}"
    unique = name
    while unique in names:
        names[name] += 1
        unique = f"{name}-{names[name]}"
    names[unique] = 1
    return unique


def read_post(path: str, post: dict[str, str]) -> Document:
    """Parse a post, given the fields of its item in the export."""
    title, excerpt, content = (post.get(key, "").strip("\r\n") for key in (_TITLE, _EXCERPT, _CONTENT))
    text = "\n\n".join(part for part in (title, excerpt, content) if part)
    flow = _Post(masked(text, _shortcodes(text)))
    mark = flow.enter(Context(Scope.HEADING, 1))
    flow.feed(0, len(title))
    flow.leave(mark, len(title))
    end = len(text) - len(content)
    if excerpt:
        flow.aside(Scope.DESCRIPTION, len(title) + 2 if title else 0, end)
    flow.feed(end, len(text))
    flow.flush()
    values = {key: post[field] for field, key in _METADATA.items() if post.get(field)}
    spans = dict.fromkeys(values, Span(0, len(title)))
    return assemble(SourceText(path, text), "wxr", flow.drafts, flow.comments, FrontMatter(values, spans))


class _Post(Markup):
    """A flow in which a blank line ends a paragraph, as in WordPress."""

    def token(self, token: Text | Comment | Tag) -> None:
        if not isinstance(token, Text) or token.raw:
            super().token(token)
            return
        start = token.start
        for match in _PART.finditer(self.text, token.start, token.end):
            super().token(Text(start, match.start()))
            self.flush()
            start = match.end()
        super().token(Text(start, token.end))


def _shortcodes(text: str) -> Iterator[Hole]:
    """Yield the shortcodes: words in brackets with attributes, an underscore or an end tag; others are prose."""
    ends = {match["name"] for match in _SHORTCODE.finditer(text) if match["end"]}
    for match in _SHORTCODE.finditer(text):
        name = match["name"]
        if name in ends or "=" in match["rest"] or "_" in name or match["rest"].endswith("/"):
            yield Hole(*match.span())


def _posts(stream: BinaryIO) -> Iterator[dict[str, str]]:
    """Yield the fields of each item of an export."""
    items = _Items()
    while True:
        chunk = stream.read(_CHUNK)
        try:
            feed(items.parser, chunk, not chunk)
        except SourceError:
            yield from items.complete
            raise
        yield from items.complete
        items.complete.clear()
        if not chunk:
            return


class _Items:
    """Collects the items of an export from parser events; ``complete`` holds those read to their end."""

    def __init__(self) -> None:
        self.complete: list[dict[str, str]] = []
        self.parser = hardened_parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self._item: dict[str, str] | None = None
        self._depth = 0
        self._parts: list[str] | None = None
        self._size = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1 and name == "urlset":
            raise SourceError("is a sitemap; check the files that it names with --files-from")
        if self._depth == 1 and "xmlns:wp" not in attributes:
            raise SourceError("is XML, but not a WordPress export; other XML is not supported")
        if name == "item" and self._depth == 3:
            self._item = {}
        elif self._item is not None and self._depth == 4 and name in _FIELDS:
            self._parts, self._size = [], 0

    def _end(self, name: str) -> None:
        if self._parts is not None and self._item is not None and self._depth == 4:
            self._item[name], self._parts = "".join(self._parts), None
        elif self._item is not None and self._depth == 3:
            self.complete.append(self._item)
            self._item = None
        self._depth -= 1

    def _data(self, text: str) -> None:
        if self._parts is not None:
            self._size += len(text)
            if self._size > _MAX_FIELD:
                raise SourceError(f"a post is longer than {_MAX_FIELD:,} characters; export it without that one")
            self._parts.append(text)

"""WordPress exports for tests."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from linter.document import Document
from linter.parsers import documents

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A clinic</title>
"""
TAIL = "</channel></rss>\n"


def item(content: str = "", title: str = "", slug: str = "post", **fields: str) -> str:
    given: Mapping[str, str] = {"wp:post_name": slug, "title": title, "content:encoded": content}
    given = {**given, **{f"wp:{key}": value for key, value in fields.items() if key != "excerpt"}}
    if "excerpt" in fields:
        given = {**given, "excerpt:encoded": fields["excerpt"]}
    lines = (f"<{key}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{key}>" for key, value in given.items())
    return "<item>" + "\n".join(lines) + "</item>\n"


def export(items: Iterable[str]) -> bytes:
    return (HEAD + "".join(items) + TAIL).encode()


def read_export(*items: str) -> Iterator[Document]:
    return documents("export.xml", BytesIO(export(items)))

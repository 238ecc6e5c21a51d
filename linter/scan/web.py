"""Extract the page from an HTTP response in a web archive."""

import re
from codecs import lookup

from linter.source import SourceError
from linter.value import Struct

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
_HEAD = 4096
_END = b"\r\n\r\n"


class WebPage(Struct, frozen=True):
    """A page: its text in UTF-8, and its format."""

    text: bytes
    format: str


def page_of(response: bytes) -> WebPage | None:
    """Return the page of an HTTP response; None if it is not one (an image, a redirect, an error).

    Raises :class:`SourceError`.
    """
    head, end, body = response.partition(_END)
    if not end:
        raise SourceError("the response header has no end")
    status, *lines = head.split(b"\r\n")
    if b" 200" not in status[:16]:
        return None
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
    if fields.get(b"content-encoding", b"identity") not in (b"identity", b""):
        raise SourceError("the response is compressed; a scan reads only archives of decoded responses")
    media = fields.get(b"content-type", b"").lower()
    if not media.startswith((b"text/html", b"application/xhtml", b"text/plain")):
        return None
    return WebPage(_utf8(body, media), "text" if media.startswith(b"text/plain") else "html")


def _utf8(body: bytes, media: bytes) -> bytes:
    """Convert a page to UTF-8 from the charset in the response or the page, replacing invalid bytes."""
    found = _CHARSET.search(media) or _CHARSET.search(body[:_HEAD])
    try:
        codec = lookup(found[1].decode("ascii")).name if found else "utf-8"
        return body.decode(codec, "replace").encode()
    except (LookupError, UnicodeError):
        return body.decode("utf-8", "replace").encode()

"""Directives: what a comment or the front matter asks medlint to leave out, and the stretch of text it speaks of.

``ignore CODES -- reason; by: name; until: 2027-06-30`` in a comment speaks of its own line, or, where it stands alone,
of the next block; ``ignore-start CODES -- …`` of all up to ``ignore-end``; an entry of the front matter's
``medlint-ignore`` (without the word ``ignore``) of the whole file. A directive that cannot be read suppresses nothing.
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from linter.document import Directive, Document
from linter.source import Span
from linter.suppressions import FRONT_MATTER_KEY

_DIRECTIVE = re.compile(r"(?P<word>ignore|ignore-start|ignore-end)(?:\s+(?P<rest>.*))?", re.DOTALL)
_CODE = re.compile(r"[A-Z]{3}\d{3}|[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_FIELD = re.compile(r"(by|until)\s*:\s*(.*)", re.DOTALL)
GRAMMAR = "write: ignore CODE -- reason; by: name; until: 2027-06-30"


class Request(Struct, frozen=True):
    """A directive that could be read: it asks to suppress ``codes`` (codes or names of rules) in ``target``.

    ``span`` is where the directive itself stands; ``until`` is the last day it holds.
    """

    span: Span
    target: Span
    codes: tuple[str, ...]
    reason: str
    by: str
    until: date | None
    means: str


class Unreadable(Struct, frozen=True):
    """A directive that could not be read, and why."""

    span: Span
    why: str


def read_directives(document: Document) -> tuple[Request | Unreadable, ...]:
    """All directives of a document, those of the front matter first."""
    return (*_front_matter(document), *_comments(document))


def _front_matter(document: Document) -> Iterator[Request | Unreadable]:
    if FRONT_MATTER_KEY not in document.front_matter.values:
        return
    span = document.front_matter.spans[FRONT_MATTER_KEY]
    entries = document.front_matter.values[FRONT_MATTER_KEY]
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        yield Unreadable(
            span, f"{FRONT_MATTER_KEY} must be a list of texts, each: CODE -- reason; by: name; until: date"
        )
        return
    whole = Span(0, len(document.source.text))
    for entry in entries:
        yield _request(entry, span, whole, "front matter")


def _comments(document: Document) -> Iterator[Request | Unreadable]:
    opened: tuple[Directive, str] | None = None
    for directive in document.directives:
        found = _DIRECTIVE.fullmatch(directive.text)
        if found is None:
            yield Unreadable(directive.span, f"unknown directive '{directive.text[:40]}'; {GRAMMAR}")
            continue
        word, rest = found["word"], found["rest"] or ""
        if word == "ignore":
            yield _request(rest, directive.span, _target(document, directive), "comment")
        elif word == "ignore-start":
            if opened is not None:
                yield Unreadable(opened[0].span, "ignore-start without ignore-end before the next ignore-start")
            opened = (directive, rest)
        elif opened is None:
            yield Unreadable(directive.span, "ignore-end without ignore-start")
        else:
            start, asked = opened
            opened = None
            yield _request(asked, start.span, Span(start.span.end, directive.span.start), "comments around a passage")
    if opened is not None:
        yield Unreadable(opened[0].span, "ignore-start without ignore-end")


def _target(document: Document, directive: Directive) -> Span:
    """The directive's own line where something else stands on it, else the next block."""
    source = document.source
    number = source.position(directive.span.start).line
    start = source.line_starts[number - 1]
    end = start + len(source.line_text(number))
    blocks = document.blocks
    if any(block.span.start < directive.span.start and start < block.span.end for block in blocks):
        before = source.text[start : directive.span.start].strip(" \t>-*+•0123456789.")
        if before:
            return Span(start, end)
    following = next((block for block in blocks if block.span.start >= directive.span.end), None)
    return Span(directive.span.end, directive.span.end) if following is None else following.span


def _request(text: str, span: Span, target: Span, means: str) -> Request | Unreadable:
    named, dashes, said = text.partition("--")
    codes = tuple(code.strip() for code in named.split(",") if code.strip())
    if not codes:
        return Unreadable(span, f"names no rule; {GRAMMAR}")
    strange = next((code for code in codes if not _CODE.fullmatch(code)), None)
    if strange is not None:
        return Unreadable(span, f"'{strange[:40]}' is no code or name of a rule; {GRAMMAR}")
    reason, *fields = (part.strip() for part in said.split(";")) if dashes else ("",)
    by, until = "", None
    for part in filter(None, fields):
        found = _FIELD.fullmatch(part)
        if found is None:
            return Unreadable(span, f"cannot read '{part[:40]}'; {GRAMMAR}")
        if found[1] == "by":
            by = found[2].strip()
        else:
            try:
                until = date.fromisoformat(found[2].strip())
            except ValueError:
                return Unreadable(span, f"'{found[2][:40]}' is no date; write until: 2027-06-30")
    return Request(span, target, codes, reason, by, until, means)

"""Directives: suppression requests in comments and front matter, and the text range that each applies to.

``ignore CODES -- reason; by: name; until: 2027-06-30`` in a comment applies to its own line or, if it is alone on the
line, to the next block (a paragraph, a heading, a whole list, table or quotation). ``ignore-start CODES -- …`` applies
up to ``ignore-end``; an entry of ``medlint-ignore`` in the front matter (without the word ``ignore``) to the whole
file. ``CODE "words"`` covers only findings that contain these words. An unreadable directive suppresses nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from linter.document import Block, Directive, Document, Scope
from linter.expression import expression
from linter.source import Span
from linter.suppressions import FRONT_MATTER_KEY
from linter.value import Struct

_DIRECTIVE = expression(r"(?s)(?P<word>ignore|ignore-start|ignore-end)(?:\s+(?P<rest>.*))?")
_NAMED = expression(
    r"\s*(?P<name>[A-Z]{3}\d{3}|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?:\s+[\"“](?P<words>[^\"“”]+)[\"”])?\s*(?P<end>,|--|[–—]|\Z)"
)
"""Word processors turn typed quotes into curly ones and ``--`` into a dash."""
_FIELD = expression(r"(?s)(by|until)\s*:\s*(.*)")
GRAMMAR = "write: ignore CODE -- reason; by: name; until: 2027-06-30"
_ONE_LINE = frozenset(("html", "template", "wxr", "astro", "svelte", "vue"))


class RuleRef(Struct, frozen=True):
    """A rule that a directive names, by code or name, and words that a finding must contain (empty: any finding)."""

    name: str
    words: str = ""


class Request(Struct, frozen=True):
    """A valid directive: a request to suppress rules in ``target``.

    ``span`` is the span of the directive itself; ``until`` is its last valid day.
    """

    span: Span
    target: Span
    rules: tuple[RuleRef, ...]
    reason: str
    by: str
    until: date | None
    means: str


class Unreadable(Struct, frozen=True):
    """An invalid directive, and what is wrong with it."""

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
            span, f"{FRONT_MATTER_KEY} must be a list of strings, each: CODE -- reason; by: name; until: date"
        )
        return
    whole = Span(0, len(document.source.text))
    for entry in entries:
        yield _request(entry, span, whole, "front matter")


def _comments(document: Document) -> Iterator[Request | Unreadable]:
    open_: tuple[Directive, str] | None = None
    # for each block, the largest end offset of the blocks up to it
    reach = list(accumulate((block.span.end for block in document.blocks), max)) if document.directives else []
    for directive in document.directives:
        found = _DIRECTIVE.fullmatch(directive.text)
        if found is None:
            yield Unreadable(directive.span, f"{_strange(directive.text)}; {GRAMMAR}")
            continue
        word, rest = found["word"], found["rest"] or ""
        if word == "ignore":
            yield _request(rest, directive.span, _target(document, directive, reach), "comment")
        elif word == "ignore-start":
            if open_ is not None:
                yield Unreadable(open_[0].span, "ignore-start without ignore-end before the next ignore-start")
            open_ = (directive, rest)
        elif open_ is None:
            yield Unreadable(directive.span, "ignore-end without ignore-start")
        else:
            start, rules = open_
            open_ = None
            yield _request(rules, start.span, Span(start.span.end, directive.span.start), "comments around a passage")
    if open_ is not None:
        yield Unreadable(open_[0].span, "ignore-start without ignore-end")


def _strange(text: str) -> str:
    bare = text.lower().startswith("medlint")
    return f"'{text[:40]}' lacks a colon after medlint" if bare else f"unknown directive '{text[:40]}'"


def _target(document: Document, directive: Directive, reach: Sequence[int]) -> Span:
    """The directive's own line if there is other text on it, else the next block."""
    if directive.about is not None:
        return directive.about
    source, blocks, before = document.source, document.blocks, directive.block_before
    line = source.line_span(source.position(directive.span.start).line)
    if document.format in _ONE_LINE:
        # a line can be a whole page here, so take only the block that contains the comment or ends the line
        if before >= 0:
            own = blocks[before].span
            inside = "<" not in source.text[own.end : directive.span.start]
            if inside or (own.end > line.start and not source.text[directive.span.end : line.end].strip()):
                return Span(max(line.start, own.start), max(own.end, directive.span.end))
    elif (
        before >= 0
        and reach[before] > line.start
        and source.text[line.start : directive.span.start].strip(" \t>-*+•0123456789.")
    ):
        return line
    if before + 1 == len(blocks):
        return Span(directive.span.end, directive.span.end)
    return _passage(blocks, before + 1)


def _passage(blocks: Sequence[Block], first: int) -> Span:
    """The span of a block together with the rest of the list, table or quotation that it opens."""
    shape = _shape(blocks[first])
    if first and _shape(blocks[first - 1]) == shape:
        return blocks[first].span
    last = first
    while shape and last + 1 < len(blocks) and _shape(blocks[last + 1]) == shape:
        last += 1
    return Span(blocks[first].span.start, max(blocks[first].span.end, blocks[last].span.end))


def _shape(block: Block) -> str:
    if block.row >= 0:
        return "table"
    if block.quoted or block.scope is Scope.QUOTE:
        return "quotation"
    return "list" if block.scope is Scope.LIST_ITEM else ""


def _request(text: str, span: Span, target: Span, means: str) -> Request | Unreadable:
    rules: list[RuleRef] = []
    at, end = 0, ","
    while end == ",":
        found = _NAMED.match(text, at)
        if found is None:
            strange = text[at:].partition("--")[0].partition(",")[0].strip()
            why = f"'{strange[:40]}' is not the code or name of a rule" if strange else "names no rule"
            return Unreadable(span, f"{why}; {GRAMMAR}")
        rules.append(RuleRef(found["name"], found["words"] or ""))
        at, end = found.end(), found["end"]
    reason, *fields = (part.strip() for part in text[at:].split(";"))
    by, until = "", None
    for part in filter(None, fields):
        field = _FIELD.fullmatch(part)
        if field is None:
            return Unreadable(span, f"cannot read '{part[:40]}'; {GRAMMAR}")
        if field[1] == "by":
            by = field[2].strip()
        else:
            try:
                until = date.fromisoformat(field[2].strip())
            except ValueError:
                return Unreadable(span, f"'{field[2][:40]}' is not a date; write until: 2027-06-30")
    return Request(span, target, tuple(rules), reason, by, until, means)

"""Invariants of every document and every report, whatever the article."""

import json
from itertools import pairwise
from xml.parsers import expat

from linter.document import Document, Scope
from linter.outcome import FileReport
from linter.report import Report
from linter.reports import writer_of
from linter.source import SourceText
from linter.view import DROPPED, fold

_MARKUP = frozenset("<>&*_`[]\\~{}|!")
"""A span whose visible words differ from its source contains one of these characters, or an invisible one."""


def check_document(document: Document) -> None:
    """Blocks, views, sections, directives and front matter are consistent and inside the text."""
    check_views(document)
    check_order(document)
    check_front_matter(document)


def check_views(document: Document) -> None:
    """Every character of a view maps to a span inside the source."""
    text = document.source.text
    for block in document.blocks:
        view, at = block.view, 0
        assert view.text.strip(" \n") == view.text != ""
        assert "  " not in view.text
        for piece in view.pieces:
            assert piece.start == at < piece.end
            assert 0 <= piece.source_start < piece.source_end <= len(text)
            source = text[piece.source_start : piece.source_end]
            # a placeholder, a line end or a joining space may stand for a single character
            if piece.linear and view.text[piece.start : piece.end] not in (DROPPED, "\n", " "):
                assert view.text[piece.start : piece.end] == fold(source)
            at = piece.end
        assert at == len(view.text)
        assert block.span == view.span(0, at)
        for inline in block.inlines:
            assert 0 <= inline.start < inline.end <= at


def check_order(document: Document) -> None:
    """Blocks are in reading order, sections form a tree, directives know the block before them."""
    blocks, sections = document.blocks, document.sections
    assert [block.index for block in blocks] == list(range(len(blocks)))
    starts = [block.span.start for block in blocks]
    assert starts == sorted(starts)
    assert (sections[0].parent, sections[0].heading, sections[0].end_block) == (-1, None, len(blocks))
    for section in sections[1:]:
        parent = sections[section.parent]
        assert section.heading == section.start_block
        assert blocks[section.start_block].scope is Scope.HEADING
        assert parent.start_block <= section.start_block < section.end_block <= parent.end_block
        assert parent.level < section.level
    for block in blocks:
        section = sections[block.section]
        assert section.start_block <= block.index < section.end_block
        assert not any(inner.start_block <= block.index < inner.end_block for inner in sections[section.index + 1 :]), (
            "a deeper section holds the block"
        )
    for directive in document.directives:
        before = [index for index, start in enumerate(starts) if start <= directive.span.start]
        assert directive.block_before == (before[-1] if before else -1)


def check_front_matter(document: Document) -> None:
    """Keys are inside the text; the error is one line."""
    length = len(document.source.text)
    for span in document.front_matter.spans.values():
        assert 0 <= span.start <= span.end <= length
    assert len(document.front_matter.error.split("\n")) == 1


def check_lines(source: SourceText) -> None:
    """Converting an offset to a position and back is the identity."""
    for offset in {0, len(source.text) // 2, len(source.text)}:
        assert source.offset(source.position(offset)) == offset
    assert all(before < after for before, after in pairwise(source.line_starts))


def check_positions(text: str) -> None:
    """Editor positions convert back to the same offset in every encoding; any position maps into the text."""
    from lsprotocol.types import Position

    from linter.lsp.positions import ClientPositions

    offsets = {0, len(text) // 3, len(text) // 2, len(text)}
    for encoding in ("utf-8", "utf-16", "utf-32"):
        for marked in (False, True):
            positions = ClientPositions(SourceText("a.md", text), encoding, marked)
            for offset in offsets:
                if text[max(0, offset - 1) : offset + 1] != "\r\n":
                    assert positions.offset(positions.position(offset)) == offset
                assert 0 <= positions.offset(Position(offset, len(text) - offset)) <= len(text)


def check_violations(file: FileReport, text: str) -> None:
    """Violations are in order, their spans and excerpts agree, and their fingerprints are unique."""
    places = [violation.sort_key for violation in file.violations]
    assert places == sorted(places)
    for violation in file.violations:
        start, end = violation.span.start, violation.span.end
        assert 0 <= start < end <= len(text)
        assert text[start:end] == violation.excerpt
        for evidence in violation.evidence:
            words = text[evidence.span.start : evidence.span.end]
            # it quotes what readers see: the words in the span, without markup
            assert words.strip()
            assert evidence.text == " ".join(words.split()) or any(
                sign in _MARKUP or not sign.isprintable() for sign in words
            )
        if violation.fix is not None:
            assert 0 <= violation.fix.span.start <= violation.fix.span.end <= len(text)
    fingerprints = [violation.fingerprint for violation in file.violations]
    assert len(fingerprints) == len(set(fingerprints))


def check_reports(report: Report) -> None:
    """Every format can be written and parsed; output for terminals has no control characters."""
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads("".join(writer_of(name)(report)))
    for name in ("junit", "checkstyle"):
        expat.ParserCreate().Parse("".join(writer_of(name)(report)).encode(), True)
    for name in ("text", "github"):
        shown = "".join(writer_of(name)(report))
        assert all(char.isprintable() or char in "\n\u00ad" or not char.isascii() for char in shown)
        assert "\u202e" not in shown
    "".join(writer_of("html")(report))

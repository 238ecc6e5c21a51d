"""Ordering the blocks of an article and assigning them to sections: the last step of every parser."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from linter.document import Block, Directive, Document, FrontMatter, Scope, Section
from linter.parsers.drafts import Draft
from linter.source import SourceText, Span
from linter.value import Struct, replace

# looking up enum members is slow before Python 3.12
_HEADING = Scope.HEADING
_UNDER_HEADINGS = (Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.TABLE_CELL, Scope.TABLE_HEADER)


class Remark(Struct, frozen=True):
    """A comment that is a directive: its span, its text (after ``medlint:``), and what it is about, if the parser can
    tell."""

    span: Span
    text: str
    about: Span | None = None


def assemble(
    source: SourceText,
    format_name: str,
    drafts: Sequence[Draft],
    comments: Sequence[Remark] = (),
    front_matter: FrontMatter | None = None,
) -> Document:
    """Assemble a document from drafts of blocks in any order, directive comments and front matter."""
    ordered = _with_bold_headings(sorted(drafts, key=lambda draft: draft.start))
    sections, section_of = _sections(ordered)
    blocks = tuple(
        [
            Block(
                index,
                draft.scope,
                Span(draft.start, draft.view.pieces[-1].source_end),
                draft.view,
                draft.level,
                section_of[index],
                draft.row,
                draft.column,
                draft.width,
                draft.table,
                draft.quoted,
                draft.collapsed,
                draft.inlines,
            )
            for index, draft in enumerate(ordered)
        ]
    )
    starts = [draft.start for draft in ordered] if comments else []
    directives = tuple(
        Directive(remark.text, remark.span, bisect_right(starts, remark.span.start) - 1, remark.about)
        for remark in sorted(comments, key=lambda remark: remark.span)
    )
    return Document(source, format_name, blocks, sections, front_matter or FrontMatter(), directives)


def _with_bold_headings(drafts: list[Draft]) -> list[Draft]:
    """Turn bold lines before prose into headings, one level below the last real heading."""
    level = 1
    for index, (draft, following) in enumerate(pairwise(drafts)):
        if draft.scope is _HEADING:
            level = min(draft.level + 1, 6)
        elif draft.in_bold and not draft.quoted and following.scope in _UNDER_HEADINGS and not following.in_bold:
            drafts[index] = replace(draft, scope=_HEADING, level=max(level, 2))
    return drafts


def _sections(drafts: Sequence[Draft]) -> tuple[tuple[Section, ...], list[int]]:
    """Return the tree of sections, and the section of each block."""
    headings: list[tuple[int, int | None, int, int]] = [(0, None, -1, 0)]  # level, heading block, parent, start
    ends = [len(drafts)]
    section_of: list[int] = []
    path = [0]
    for index, draft in enumerate(drafts):
        if draft.scope is _HEADING:
            while len(path) > 1 and headings[path[-1]][0] >= draft.level:
                ends[path.pop()] = index
            headings.append((draft.level, index, path[-1], index))
            path.append(len(ends))
            ends.append(len(drafts))
        section_of.append(path[-1])
    sections = [
        Section(index, level, block, parent, start, ends[index])
        for index, (level, block, parent, start) in enumerate(headings)
    ]
    return tuple(sections), section_of

"""Compact descriptions of documents for tests."""

from linter.document import Document
from linter.parsers import parse
from linter.source import SourceText


def read(text: str, name: str = "markdown") -> Document:
    return parse(SourceText("article", text), name)


def outline(text: str, name: str = "markdown") -> list[str]:
    """One line for each block of a text."""
    return lines_of(read(text, name))


def lines_of(document: Document) -> list[str]:
    """One line for each block: scope, level if any, and prose with # for dropped content."""
    lines = []
    for block in document.blocks:
        level = f" {block.level}" if block.level else ""
        signs = " quoted" * block.quoted + " closed" * block.collapsed
        lines.append(f"{block.scope.value}{level}{signs}: {block.view.text}".replace("\ufffc", "#"))
    return lines


def inlines(text: str, name: str = "markdown") -> list[tuple[str, str, str]]:
    """The kind, text and target of every inline."""
    return [
        (inline.kind.value, block.view.text[inline.start : inline.end].replace("\ufffc", "#"), inline.target)
        for block in read(text, name).blocks
        for inline in block.inlines
    ]

"""XML for reports: an element tree becomes text that every parser accepts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Comment, Element, indent, tostring

# XML 1.0 has no way to write these, not even as references
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HYPHENS = re.compile("-(?=-)")


def legal(text: str) -> str:
    """Text without the characters that XML cannot hold (control characters, lone surrogates)."""
    return _ILLEGAL.sub("", text)


def element(name: str, attributes: Mapping[str, str | int], text: str = "") -> Element:
    """An element whose attributes and text are legal."""
    made = Element(name, {key: legal(str(value)) for key, value in attributes.items()})
    if text:
        made.text = legal(text)
    return made


def comment(text: str) -> "Element[Any]":
    """A comment; it can hold no two hyphens in a row."""
    return Comment(" " + _HYPHENS.sub("- ", legal(text)) + " ")


def written(root: Element, children: Iterable[Element]) -> Iterator[str]:
    """The document of a root element and of its children, which are asked for one by one."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    empty = tostring(root, encoding="unicode")
    opening = empty.removesuffix(" />") + ">"
    for child in children:
        indent(child, " ", level=1)
        yield f"{opening}\n {tostring(child, encoding='unicode')}"
        opening = ""
    yield f"{empty}\n" if opening else f"\n</{root.tag}>\n"

"""Write element trees as XML text that every parser accepts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Comment, Element, indent, tostring

# XML 1.0 cannot represent these, not even as references
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HYPHENS = re.compile("-(?=-)")


def legal(text: str) -> str:
    """Remove the characters that XML cannot represent (control characters, lone surrogates)."""
    return _ILLEGAL.sub("", text)


def element(name: str, attributes: Mapping[str, str | int], text: str = "") -> Element:
    """Create an element with legal attributes and text."""
    result = Element(name, {key: legal(str(value)) for key, value in attributes.items()})
    if text:
        result.text = legal(text)
    return result


def comment(text: str) -> "Element[Any]":
    """Create a comment; hyphens in a row are separated, because comments may not contain them."""
    return Comment(" " + _HYPHENS.sub("- ", legal(text)) + " ")


def written(root: Element, children: Iterable[Element]) -> Iterator[str]:
    """Write a document with a root element and its children, which are consumed one by one."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    empty = tostring(root, encoding="unicode")
    opening = empty.removesuffix(" />") + ">"
    for child in children:
        indent(child, " ", level=1)
        yield f"{opening}\n {tostring(child, encoding='unicode')}"
        opening = ""
    yield f"{empty}\n" if opening else f"\n</{root.tag}>\n"

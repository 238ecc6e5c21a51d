"""From wordings to the pieces of an index, as ``linter.language.index.find`` reads it; done when rules are compiled."""

import itertools
import json
from collections.abc import Iterable, Iterator

from linter.language.index.entries import Pattern, is_open, kept, needed, union
from linter.language.index.find import Index
from linter.language.index.tree import ANCHORS, APART, BEGINNINGS, OPENINGS, STEMS, TERMS, UNIONS, Node

LONG_PIECE = 1000


def build(patterns: Iterable[tuple[str, str, Pattern, str]]) -> Index:
    """An index of ``(owner, term, pattern, exact spelling or "")``."""
    root: Node = {}
    numbers: dict[str, int] = {}
    unions: dict[str, list[str]] = {}
    for owner, term, pattern, exact in patterns:
        if joined := union(owner, pattern):
            unions.setdefault(joined, []).append(owner)
            continue
        stored = kept(owner, term, pattern, exact)
        if not pattern.anchor:  # found by the class that it begins with
            _number(numbers, stored, pattern, root.setdefault(pattern.after[0], {}))
            continue
        for anchor in itertools.product(*(element.split("|") for element in pattern.anchor)):
            node = _end_of(root, anchor)
            if is_open(pattern):
                _number(numbers, stored, pattern, node)
            else:
                node.setdefault(TERMS, []).append(stored)
    wordings = {f"{ANCHORS}{number}": wording for wording, number in numbers.items()}
    return Index({UNIONS: json.dumps(unions), **dict(_pieces(root)), **wordings})


def _number(numbers: dict[str, int], stored: str, pattern: Pattern, node: Node) -> None:
    """Anchor a wording at a node by its number; it has many anchors and is kept once."""
    node.setdefault(ANCHORS, []).append(numbers.setdefault(f"{needed(pattern)}\t{stored}", len(numbers)))


def _pieces(root: Node) -> Iterator[tuple[str, str]]:
    """The nodes of the root as text; a long one keeps its children as pieces of their own."""
    yield BEGINNINGS, json.dumps(sorted(key[1:] for key in root if key.startswith(STEMS)))
    yield OPENINGS, json.dumps(sorted(key[1:-1] for key in root if key.startswith("<")))
    for key, node in root.items():
        text = json.dumps(node, separators=(",", ":"))
        if len(text) > LONG_PIECE:
            children = {word: child for word, child in node.items() if word not in (TERMS, ANCHORS, STEMS)}
            for word, child in children.items():
                yield f"{key} {word}", json.dumps(child, separators=(",", ":"))
            own = {sign: value for sign, value in node.items() if sign not in children}
            text = json.dumps({**own, APART: list(children)}, separators=(",", ":"))
        yield key, text


def _end_of(root: Node, anchor: tuple[str, ...]) -> Node:
    """The node that some anchor words lead to, made where it is missing."""
    first, *rest = anchor
    node: Node = root.setdefault(f"{STEMS}{first[:-1]}" if _is_beginning(first) else first, {})
    for word in rest:
        if _is_beginning(word):
            node = node.setdefault(STEMS, {}).setdefault(word[:-1], {})
        else:
            node = node.setdefault(word, {})
    return node


def _is_beginning(word: str) -> bool:
    return word.endswith("*") and len(word) > 1

"""Build the pieces of an index from patterns, when rules are compiled."""

import itertools
import json
from collections.abc import Iterable, Iterator

from linter.language.index.entries import Pattern, is_open, required_words, serialize, union
from linter.language.index.find import Index
from linter.language.index.tree import ANCHORS, FIRST_CLASSES, FIRST_PREFIXES, PREFIXES, SPLIT, TERMS, UNIONS, Node

LONG_PIECE = 1000


def build(patterns: Iterable[tuple[str, str, Pattern, str]]) -> Index:
    """Build an index from tuples ``(owner, term, pattern, exact spelling or "")``."""
    root: Node = {}
    numbers: dict[str, int] = {}
    unions: dict[str, list[str]] = {}
    for owner, term, pattern, exact in patterns:
        if included := union(owner, pattern):
            unions.setdefault(included, []).append(owner)
            continue
        stored = serialize(owner, term, pattern, exact)
        if not pattern.anchor:  # found through the class that it starts with
            _number(numbers, stored, pattern, root.setdefault(pattern.after[0], {}))
            continue
        for anchor in itertools.product(*(element.split("|") for element in pattern.anchor)):
            node = _node_of(root, anchor)
            if is_open(pattern):
                _number(numbers, stored, pattern, node)
            else:
                node.setdefault(TERMS, []).append(stored)
    wordings = {f"{ANCHORS}{number}": wording for wording, number in numbers.items()}
    return Index({UNIONS: json.dumps(unions), **dict(_pieces(root)), **wordings})


def _number(numbers: dict[str, int], stored: str, pattern: Pattern, node: Node) -> None:
    """Add the number of a wording to a node; a wording with many anchors is stored once."""
    node.setdefault(ANCHORS, []).append(numbers.setdefault(f"{required_words(pattern)}\t{stored}", len(numbers)))


def _pieces(root: Node) -> Iterator[tuple[str, str]]:
    """Yield the nodes under the root as text; the children of a long one become pieces of their own."""
    yield FIRST_PREFIXES, json.dumps(sorted(key[1:] for key in root if key.startswith(PREFIXES)))
    yield FIRST_CLASSES, json.dumps(sorted(key[1:-1] for key in root if key.startswith("<")))
    for key, node in root.items():
        text = json.dumps(node, separators=(",", ":"))
        if len(text) > LONG_PIECE:
            children = {word: child for word, child in node.items() if word not in (TERMS, ANCHORS, PREFIXES)}
            for word, child in children.items():
                yield f"{key} {word}", json.dumps(child, separators=(",", ":"))
            own = {key: value for key, value in node.items() if key not in children}
            text = json.dumps({**own, SPLIT: list(children)}, separators=(",", ":"))
        yield key, text


def _node_of(root: Node, anchor: tuple[str, ...]) -> Node:
    """Return the node for a sequence of anchor words, creating it if necessary."""
    first, *rest = anchor
    node: Node = root.setdefault(f"{PREFIXES}{first[:-1]}" if _is_prefix(first) else first, {})
    for word in rest:
        if _is_prefix(word):
            node = node.setdefault(PREFIXES, {}).setdefault(word[:-1], {})
        else:
            node = node.setdefault(word, {})
    return node


def _is_prefix(word: str) -> bool:
    return word.endswith("*") and len(word) > 1

"""YAML readers and writers.

A malformed date or number is an error with line and column, not a traceback. Files that are rewritten keep their
comments, order and quotes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor, SafeConstructor

_MAX_MERGED = 20_000
"""Maximum keys that a file's mappings may merge from others (``<<``): nested double merges grow exponentially."""


class _Positioned:
    """A constructor whose errors have the position of the invalid value: ``2024-02-31``, ``!!int x``."""

    _merged = 0

    def flatten_mapping(self, node: Any) -> Any:
        for key, value in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                for part in value.value if value.id == "sequence" else [value]:
                    if part.id == "mapping":
                        self._count_merged(part)
        return super().flatten_mapping(node)  # type: ignore[misc] # defined by the other base class

    def _count_merged(self, part: Any) -> None:
        self.flatten_mapping(part)
        self._merged += len(part.value)
        if self._merged > _MAX_MERGED:
            raise ConstructorError(None, None, "merges ('<<') add up to too many keys", part.start_mark)

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        with _positioned_errors(node):
            return super().construct_object(node, deep)  # type: ignore[misc] # defined by the other base class

    def construct_mapping(self, node: Any, *rest: Any, **options: Any) -> Any:
        with _positioned_errors(node):
            return super().construct_mapping(node, *rest, **options)  # type: ignore[misc] # as above


class _Safe(_Positioned, SafeConstructor):
    """Constructs plain data."""


class _WithPlaces(_Positioned, RoundTripConstructor):
    """Constructs data that keep their lines and columns."""


def reader(positions: bool) -> YAML:
    """Return a safe reader; with ``positions``, values keep their lines and columns."""
    # pure Python: the reader in C crashes on deep nesting
    yaml = YAML(typ="rt" if positions else "safe", pure=True)
    yaml.Constructor = _WithPlaces if positions else _Safe
    return yaml


def writer(sequence: int, offset: int) -> YAML:
    """Return a reader and writer that preserves everything it does not change.

    List items are indented ``sequence`` columns from their key, their dashes ``offset`` columns.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000  # do not wrap lines
    yaml.indent(mapping=2, sequence=sequence, offset=offset)
    return yaml


@contextmanager
def _positioned_errors(node: Any) -> Iterator[None]:
    value = repr(node.value) if isinstance(node.value, str) else "this"
    try:
        yield
    except (ValueError, OverflowError) as error:
        raise ConstructorError(None, None, f"{value}: {error}", node.start_mark) from None
    except (LookupError, AttributeError):  # the value does not fit its tag, which the library does not check
        name = node.tag.rpartition(":")[2]
        raise ConstructorError(None, None, f"{value} is not a '!!{name}'", node.start_mark) from None
    except TypeError:  # an unhashable key: the library allows lists as keys but does not check their items
        raise ConstructorError(None, None, "a key must be a string or a number", node.start_mark) from None

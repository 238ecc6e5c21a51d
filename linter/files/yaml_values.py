"""YAML as we read and write it.

A value that looks like a date or a number and is none is refused with its place, not with a traceback; what people
wrote keeps its comments, its order and its quotes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor, SafeConstructor

_MOST_MERGED = 20_000
"""Keys that a file's mappings take over from others (``<<``): each that is merged twice doubles them."""


class _Placed:
    """A constructor that tells where the value stands that it cannot make: ``2024-02-31``, ``!!int x``."""

    _merged = 0

    def flatten_mapping(self, node: Any) -> Any:
        for key, given in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                for part in given.value if given.id == "sequence" else [given]:
                    if part.id == "mapping":
                        self._take_over(part)
        return super().flatten_mapping(node)  # type: ignore[misc] # of the class beside which it stands

    def _take_over(self, part: Any) -> None:
        self.flatten_mapping(part)
        self._merged += len(part.value)
        if self._merged > _MOST_MERGED:
            raise ConstructorError(None, None, "merges ('<<') add up to too many keys", part.start_mark)

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        with _refused(node):
            return super().construct_object(node, deep)  # type: ignore[misc] # of the class beside which it stands

    def construct_mapping(self, node: Any, *rest: Any, **options: Any) -> Any:
        with _refused(node):
            return super().construct_mapping(node, *rest, **options)  # type: ignore[misc] # as above


class _Safe(_Placed, SafeConstructor):
    """For plain data."""


class _WithPlaces(_Placed, RoundTripConstructor):
    """For data that keep their lines and columns."""


def reader(positions: bool) -> YAML:
    """A safe reader; with ``positions`` the values know where they stand."""
    # not the one in C, which crashes on what is nested deep
    yaml = YAML(typ="rt" if positions else "safe", pure=True)
    yaml.Constructor = _WithPlaces if positions else _Safe
    return yaml


def writer(sequence: int, offset: int) -> YAML:
    """A reader and writer of whole files that leaves what it does not change as it is.

    Items of lists stand ``sequence`` columns further in than their key, their dashes ``offset``.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000  # lines are not broken
    yaml.indent(mapping=2, sequence=sequence, offset=offset)
    return yaml


@contextmanager
def _refused(node: Any) -> Iterator[None]:
    value = repr(node.value) if isinstance(node.value, str) else "this"
    try:
        yield
    except (ValueError, OverflowError) as error:
        raise ConstructorError(None, None, f"{value}: {error}", node.start_mark) from None
    except (LookupError, AttributeError):  # a tag that the value does not fit, which the library does not look at
        name = node.tag.rpartition(":")[2]
        raise ConstructorError(None, None, f"{value} is no '!!{name}'", node.start_mark) from None
    except TypeError:  # a list as a key may hold what cannot be looked up: the library looks at the list alone
        raise ConstructorError(None, None, "a key must be a text or a number", node.start_mark) from None

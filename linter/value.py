"""Frozen value classes that are cheap to define.

::

    class Span(Struct, frozen=True, order=True):
        start: int
        end: int

A class has slots, an ``__init__`` with positional and keyword arguments, equality, hash and ``repr``. ``order`` adds
comparison; ``dict`` adds the ``__dict__`` that ``cached_property`` needs. Only the type checker enforces immutability.
Dataclasses would generate and compile six methods per class at every start, and value libraries take longer to import
than a whole run of medlint: see docs/adr/0005.
"""

from collections import namedtuple
from functools import cache
from operator import attrgetter
from types import FunctionType, MappingProxyType

from linter.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType
    from typing import NamedTuple as NamedTuple
    from typing import TypeVar, dataclass_transform

    Value = TypeVar("Value", bound="Struct")
else:

    def dataclass_transform(**_options):  # noqa: D103 - ``typing`` is slow to import
        return lambda decorated: decorated


EMPTY: "Mapping[Any, Any]" = MappingProxyType({})
"""The default for fields that are mappings."""


def _annotations(namespace: "Mapping[str, Any]") -> "Mapping[str, Any]":
    """Return the annotations in a class body."""
    if "__annotations__" in namespace or "__annotate_func__" not in namespace:
        annotations: Mapping[str, Any] = namespace.get("__annotations__", {})
        return annotations
    import annotationlib  # type: ignore[import-not-found] # annotations are lazy from Python 3.14

    found: Mapping[str, Any] = annotationlib.call_annotate_function(
        namespace["__annotate_func__"], annotationlib.Format.FORWARDREF
    )
    return found


def _init(fields: "tuple[str, ...]", defaults: "tuple[Any, ...]") -> FunctionType:
    """Return an ``__init__``: the template for this many fields, with their names filled in."""
    code = _template(len(fields)).replace(co_varnames=("self", *fields), co_names=fields)
    return FunctionType(code, {}, "__init__", defaults)


@cache
def _template(count: int) -> "CodeType":
    """Return the code of an ``__init__`` that sets ``count`` attributes; cached, because compiling is slow."""
    names = [f"_{number}" for number in range(count)]
    body = "; ".join(f"self.{name} = {name}" for name in names)
    scope: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}): {body}", scope)  # noqa: S102 - built from numbers only
    code: CodeType = scope["__init__"].__code__
    return code


@dataclass_transform(frozen_default=True)
class StructType(type):
    """Metaclass of value classes: turns annotations into fields."""

    __struct_fields__: "tuple[str, ...]"
    __struct_defaults__: "tuple[Any, ...]"

    def __new__(
        cls,
        name: str,
        bases: "tuple[type, ...]",
        namespace: "dict[str, Any]",
        **options: bool,
    ) -> "StructType":
        """Create a value class; ``frozen`` only informs readers and the type checker, since every one is frozen."""
        base = bases[0] if bases else None
        own = tuple(_annotations(namespace))
        fields = (*getattr(base, "__struct_fields__", ()), *own)
        defaults = (
            *getattr(base, "__struct_defaults__", ()),
            *(namespace.pop(field) for field in own if field in namespace),
        )
        namespace["__slots__"] = (*own, "__dict__") if options.get("dict") else own
        if fields:
            namespace["__init__"] = _init(fields, defaults)
            namespace["__values__"] = property(attrgetter(*fields))
        if options.get("order"):
            namespace["__lt__"], namespace["__le__"] = _less, _less_or_equal
        struct = super().__new__(cls, name, bases, namespace)
        struct.__struct_fields__, struct.__struct_defaults__ = fields, defaults
        return struct


class Struct(metaclass=StructType):
    """Base class of all values."""

    @property
    def __values__(self) -> Any:
        """The field values in order, as a tuple; with a single field, that value itself."""
        return ()

    def __eq__(self, other: object) -> bool:
        equal: bool = isinstance(other, self.__class__) and self.__values__ == other.__values__
        return equal

    def __hash__(self) -> int:
        return hash(self.__values__)

    def __repr__(self) -> str:
        values = ", ".join(f"{field}={getattr(self, field)!r}" for field in self.__class__.__struct_fields__)
        return f"{self.__class__.__name__}({values})"


def replace(value: "Value", **changes: Any) -> "Value":
    """Return a copy of a value with some fields changed."""
    unchanged = {field: getattr(value, field) for field in value.__class__.__struct_fields__ if field not in changes}
    return value.__class__(**unchanged, **changes)


def _less(value: Struct, other: Struct) -> bool:
    return NotImplemented if value.__class__ is not other.__class__ else bool(value.__values__ < other.__values__)


def _less_or_equal(value: Struct, other: Struct) -> bool:
    return NotImplemented if value.__class__ is not other.__class__ else bool(value.__values__ <= other.__values__)


if not TYPE_CHECKING:

    class NamedTupleType(type):
        """Creates named tuples, for the few values whose lists are sorted or searched often."""

        def __new__(cls, name, _bases, namespace):  # noqa: D102
            named = namedtuple(name, _annotations(namespace))
            named.__doc__, named.__module__ = namespace.get("__doc__"), namespace["__module__"]
            return named

    NamedTuple = type.__new__(NamedTupleType, "NamedTuple", (), {})

"""Frozen values that cost little to define: a class with annotated fields is one.

::

    class Span(Struct, frozen=True, order=True):
        start: int
        end: int

It has slots, ``__init__`` by place and by name, equality, hash and ``repr``; ``order`` adds comparison, ``dict`` room
for a ``cached_property``. The type checker refuses to assign to its fields. To its readers it is a dataclass, but a
dataclass writes and compiles six methods for every class at every start, and libraries of values load for longer than
a whole run of ours lasts: see docs/adr/0005.
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

    def dataclass_transform(**_options):  # noqa: D103 - as in ``typing``, which takes a while to load
        return lambda decorated: decorated


EMPTY: "Mapping[Any, Any]" = MappingProxyType({})
"""The default of a field that is a mapping."""


def _annotations(namespace: "Mapping[str, Any]") -> "Mapping[str, Any]":
    """The annotations in the body of a class."""
    if "__annotations__" in namespace or "__annotate_func__" not in namespace:
        annotations: Mapping[str, Any] = namespace.get("__annotations__", {})
        return annotations
    import annotationlib  # type: ignore[import-not-found] # from Python 3.14 on they are made when they are asked for

    found: Mapping[str, Any] = annotationlib.call_annotate_function(
        namespace["__annotate_func__"], annotationlib.Format.FORWARDREF
    )
    return found


def _initialiser(fields: "tuple[str, ...]", defaults: "tuple[Any, ...]") -> FunctionType:
    """``__init__`` of a class: the code for its number of fields, with their names put in."""
    code = _template(len(fields)).replace(co_varnames=("self", *fields), co_names=fields)
    return FunctionType(code, {}, "__init__", defaults)


@cache
def _template(count: int) -> "CodeType":
    """Code that sets so many attributes; compiling it is what takes the time, so each is compiled once."""
    names = [f"_{number}" for number in range(count)]
    body = "; ".join(f"self.{name} = {name}" for name in names)
    scope: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}): {body}", scope)  # noqa: S102 - our own text, numbers only
    code: CodeType = scope["__init__"].__code__
    return code


@dataclass_transform(frozen_default=True)
class StructType(type):
    """The class of the classes of values: it turns annotations into fields."""

    __struct_fields__: "tuple[str, ...]"
    __struct_defaults__: "tuple[Any, ...]"

    def __new__(
        cls,
        name: str,
        bases: "tuple[type, ...]",
        namespace: "dict[str, Any]",
        **options: bool,
    ) -> "StructType":
        """A class of values; the option ``frozen`` is for its readers and the type checker, since all of them are."""
        base = bases[0] if bases else None
        own = tuple(_annotations(namespace))
        fields = (*getattr(base, "__struct_fields__", ()), *own)
        defaults = (
            *getattr(base, "__struct_defaults__", ()),
            *(namespace.pop(field) for field in own if field in namespace),
        )
        namespace["__slots__"] = (*own, "__dict__") if options.get("dict") else own
        if fields:
            namespace["__init__"] = _initialiser(fields, defaults)
            namespace["__values__"] = property(attrgetter(*fields))
        if options.get("order"):
            namespace["__lt__"], namespace["__le__"] = _before, _not_after
        made = super().__new__(cls, name, bases, namespace)
        made.__struct_fields__, made.__struct_defaults__ = fields, defaults
        return made


class Struct(metaclass=StructType):
    """What all values have in common."""

    @property
    def __values__(self) -> Any:
        """The values of its fields, in order; of a single field the value itself."""
        return ()

    def __eq__(self, other: object) -> bool:
        same: bool = isinstance(other, self.__class__) and self.__values__ == other.__values__
        return same

    def __hash__(self) -> int:
        return hash(self.__values__)

    def __repr__(self) -> str:
        values = ", ".join(f"{field}={getattr(self, field)!r}" for field in self.__class__.__struct_fields__)
        return f"{self.__class__.__name__}({values})"


def replace(value: "Value", **changes: Any) -> "Value":
    """A copy of a value with other values in some fields."""
    kept = {field: getattr(value, field) for field in value.__class__.__struct_fields__ if field not in changes}
    return value.__class__(**kept, **changes)


def _before(value: Struct, other: Struct) -> bool:
    return NotImplemented if value.__class__ is not other.__class__ else bool(value.__values__ < other.__values__)


def _not_after(value: Struct, other: Struct) -> bool:
    return NotImplemented if value.__class__ is not other.__class__ else bool(value.__values__ <= other.__values__)


if not TYPE_CHECKING:

    class NamedTupleType(type):
        """Makes named tuples: for the few values of which a list is sorted or searched as often as it is made."""

        def __new__(cls, name, _bases, namespace):  # noqa: D102
            made = namedtuple(name, _annotations(namespace))
            made.__doc__, made.__module__ = namespace.get("__doc__"), namespace["__module__"]
            return made

    NamedTuple = type.__new__(NamedTupleType, "NamedTuple", (), {})

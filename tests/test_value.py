"""The behavior of value classes."""

import copy

import pytest

from linter.value import EMPTY, Struct, replace


class Place(Struct, frozen=True, order=True):
    line: int
    column: int = 1


class Twin(Struct, frozen=True):
    line: int
    column: int = 1


class Named(Place, frozen=True, dict=True):
    name: str = ""


def test_made_by_place_and_by_name():
    assert Place(3) == Place(line=3, column=1) == Place(3, 1)
    assert (Place(3).line, Place(3).column) == (3, 1)
    with pytest.raises(TypeError, match="line"):
        Place()
    with pytest.raises(TypeError, match="row"):
        Place(3, row=4)


def test_equal_only_to_values_of_their_class():
    assert Place(1) != Twin(1)
    assert Place(1) != (1, 1)
    assert len({Place(1), Place(1), Place(2), Twin(1)}) == 3


def test_order_is_that_of_the_fields():
    assert sorted([Place(2), Place(1, 9), Place(1)]) == [Place(1), Place(1, 9), Place(2)]
    assert Place(1) <= Place(1) < Place(1, 2) >= Place(1)
    with pytest.raises(TypeError):
        sorted([Twin(2), Twin(1)])
    with pytest.raises(TypeError):
        _ = Place(1) < Twin(2)


def test_a_copy_with_a_change():
    value = Named(1, 2, "a")
    assert replace(value, column=5) == Named(1, 5, "a")
    assert copy.deepcopy(value) == value
    assert repr(value) == "Named(line=1, column=2, name='a')"


def test_room_for_nothing_but_the_fields():
    with pytest.raises(AttributeError):
        Place(1).other = 2
    Named(1).other = 2


def test_the_empty_mapping_stays_empty():
    with pytest.raises(TypeError):
        EMPTY["a"] = 1

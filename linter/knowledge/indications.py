"""Approved uses of prescription drugs in general: for a drug that no entry describes.

The table is made by ``scripts/build_indications.py``. It tells what labels and public data sets list (the largest as of
November 2016) and, of the drugs that clinics name most, what labels gained since: a use that it lacks is a hint, to be
reported low and as such. Like the other knowledge files it is read when the program is compiled.
"""

from importlib.resources.abc import Traversable

from linter.files.data import read_text
from linter.knowledge.facts import Drug


def read_drugs(table: Traversable) -> tuple[Drug, ...]:
    """The drugs of the table. Raises ``linter.files.data.DataFileError``."""
    lines = read_text(table).split("\n")
    return tuple(_drug(*line.split("\t")) for line in lines if line and not line.startswith("#"))


def _drug(name: str, conditions: str, indications: str, sources: str, brands: str) -> Drug:
    return Drug(name, _parts(conditions, ","), _parts(indications, "; "), _parts(sources, ","), _parts(brands, "; "))


def _parts(text: str, sign: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(sign)))

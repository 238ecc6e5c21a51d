"""Approved uses of prescription drugs that have no entry in the knowledge base.

``scripts/build_indications.py`` builds the table. It holds the uses that labels and public data sets list (the largest
as of November 2016) and, for the drugs that clinics name most, what labels have gained since. A use missing from it is
only a hint, to be reported as such at a low severity. Like the other knowledge files, it is read at compile time.
"""

from importlib.resources.abc import Traversable

from linter.files.data import read_text
from linter.knowledge.facts import Drug


def read_drugs(table: Traversable) -> tuple[Drug, ...]:
    """Read the drugs in the table. Raises ``linter.files.data.DataFileError``."""
    lines = read_text(table).split("\n")
    return tuple(_drug(*line.split("\t")) for line in lines if line and not line.startswith("#"))


def _drug(name: str, conditions: str, indications: str, sources: str, brands: str) -> Drug:
    return Drug(name, _parts(conditions, ","), _parts(indications, "; "), _parts(sources, ","), _parts(brands, "; "))


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(separator)))

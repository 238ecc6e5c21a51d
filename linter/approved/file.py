"""The file of approved claims (``claims.yaml``)."""

from pathlib import Path

from linter.approved import ApprovedClaim
from linter.approved.register import Register
from linter.files.records import Field, read_entries

KEY = "claims"
FIELDS = {
    "id": Field("text", required=True),
    "text": Field("text", required=True),
    "reference": Field("text", required=True),
    "by": Field("text", required=True),
    "disclaimer": Field("text"),
    "markets": Field("texts"),
    "until": Field("date"),
}


def read_claims(file: Path) -> Register:
    """Read the register from a file. Raises ``linter.files.data.DataFileError``."""
    return Register(
        tuple(
            ApprovedClaim(
                entry["id"],
                entry["text"],
                entry["reference"],
                entry["by"],
                entry["disclaimer"] or "",
                tuple(entry["markets"] or ()),
                entry["until"],
            )
            for entry in read_entries(file, KEY, FIELDS)
        )
    )

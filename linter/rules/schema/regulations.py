"""The table of sources that rules may cite: ``lint_rules/knowledge/regulations.yaml``."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from linter.rules.schema.fields import Reach, Strict


class Regulation(Strict):
    """A source that rules may cite; ``seen`` is the page it was checked against, if not ``url``.

    ``about`` lists treatments: the source is shown only for articles on one of them.
    """

    about: list[str] = Field(default_factory=list)
    title: Annotated[str, Field(min_length=4, max_length=130)]
    says: Annotated[str, Field(min_length=1)]
    reach: Reach
    region: str
    checked: Literal["verified", "recalled"]
    url: str = ""
    seen: str = ""


class RegulationFile(Strict):
    """``regulations.yaml``."""

    as_of: datetime.date
    regulations: dict[str, Regulation]

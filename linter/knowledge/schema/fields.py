"""Field types shared by the entries of treatments and conditions."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from linter.rules.schema.fields import Strict

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Text = Annotated[str, Field(min_length=1)]


class GuardEntry(Strict):
    """When an ambiguous term counts."""

    term: Text
    case_sensitive: bool = False
    needs_near: list[Text] = Field(default_factory=list)
    within: Literal["sentence", "document"] = "document"
    not_after: list[Text] = Field(default_factory=list)
    not_before: list[Text] = Field(default_factory=list)
    unless_near: list[Text] = Field(default_factory=list)
    not_if_brand: bool = False


def check_guards(guards: Iterable[GuardEntry], terms: Iterable[str]) -> None:
    """Raise ``ValueError`` for guards whose term is not one of the entry's ``terms``."""
    unknown = {guard.term for guard in guards}.difference(terms)
    if unknown:
        raise ValueError(f"terms_need_context for {sorted(unknown)}, which are not terms of the entry")

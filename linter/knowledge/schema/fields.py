"""What the entries of treatments and of conditions have in common."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from linter.rules.schema.fields import Strict

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Text = Annotated[str, Field(min_length=1)]


class GuardEntry(Strict):
    """When a term that collides with another meaning counts."""

    term: Text
    case_sensitive: bool = False
    needs_near: list[Text] = Field(default_factory=list)
    within: Literal["sentence", "document"] = "document"
    not_after: list[Text] = Field(default_factory=list)
    not_before: list[Text] = Field(default_factory=list)
    unless_near: list[Text] = Field(default_factory=list)
    not_if_brand: bool = False


def check_guards(guards: Iterable[GuardEntry], terms: Iterable[str]) -> None:
    """Refuse guards of what is no term of their entry. Raises ``ValueError``."""
    strange = {guard.term for guard in guards}.difference(terms)
    if strange:
        raise ValueError(f"terms_need_context for {sorted(strange)}, which is no term of the entry")

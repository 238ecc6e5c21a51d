"""Lexicon files: classes of terms."""

from typing import Annotated, Any

from pydantic import Field

from linter.rules.schema.fields import Strict


class LexiconClass(Strict):
    """A class of terms: ``effect.cure``, ``cue.hedge`` … ``source`` says where the list comes from."""

    source: str = Field(min_length=3)
    terms: list[str] = Field(default_factory=list, description="phrase patterns, case-insensitive")
    verbs: list[str] = Field(default_factory=list, description="base forms; the regular inflections are added")
    exact: list[str] = Field(default_factory=list, description="terms whose letter case must agree")
    attributes: dict[str, Any] = Field(default_factory=dict, description="direction, terminators … of cues")


class LexiconFile(Strict):
    """A file of ``lint_rules/lexicon``: classes by name."""

    classes: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$")], LexiconClass]

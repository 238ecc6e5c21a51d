"""Lexicon files: classes of terms."""

from typing import Annotated, Any

from pydantic import Field

from linter.rules.schema.fields import Strict


class LexiconClass(Strict):
    """A class of terms, such as ``effect.cure`` or ``cue.hedge``. ``source`` says where the list comes from."""

    source: str = Field(min_length=3)
    terms: list[str] = Field(default_factory=list, description="phrase patterns, case-insensitive")
    verbs: list[str] = Field(default_factory=list, description="base forms; regular inflections are added")
    exact: list[str] = Field(default_factory=list, description="case-sensitive terms")
    attributes: dict[str, Any] = Field(default_factory=dict, description="of cues: direction, terminators, ...")


class LexiconFile(Strict):
    """A file in ``lint_rules/lexicon``: classes by name."""

    classes: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$")], LexiconClass]

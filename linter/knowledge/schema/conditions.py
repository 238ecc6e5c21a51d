"""The file of conditions: ``conditions.yaml``."""

import datetime
from typing import Literal

from pydantic import Field, model_validator

from linter.knowledge.schema.fields import GuardEntry, Id, Text, check_guards
from linter.rules.schema.fields import Strict


class ConditionEntry(Strict):
    """A condition."""

    id: Id
    name: Text
    group: Id
    serious: bool
    terms: list[Text] = Field(min_length=1)
    abbr: list[Text]
    masks: list[Text] = Field(default_factory=list)
    also_risk: list[Text] = Field(default_factory=list)
    terms_need_context: list[GuardEntry] = Field(default_factory=list)
    no_label_credit: bool = False
    chronic: bool = False
    kind: Literal["disease", "symptom", "state"] = "disease"

    @model_validator(mode="after")
    def _guards_are_for_terms(self) -> "ConditionEntry":
        check_guards(self.terms_need_context, [*self.terms, *self.abbr])
        return self


class ConditionFile(Strict):
    """``conditions.yaml``."""

    as_of: datetime.date
    abbr_ok_alone: list[Text]
    conditions: list[ConditionEntry]

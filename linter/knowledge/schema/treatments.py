"""The files of treatments: the entries in ``treatments/``, and what they share, in ``treatments.yaml``."""

import datetime
from typing import Literal

from pydantic import Field, model_validator

from linter.knowledge.schema.fields import GuardEntry, Id, Text, check_guards
from linter.rules.schema.fields import Strict

Verb = Literal["approved", "cleared", "granted De Novo", "licensed", "none"]
Kind = Literal["drug", "biologic", "device", "supplement", "procedure", "hctp", "compounded_drug", "homeopathic"]
Status = Literal[
    "approved",
    "cleared",
    "pma",
    "approved_other_use",
    "compounded",
    "unapproved",
    "investigational",
    "supplement",
    "not_reviewed",
    "mixed",
]


class LabelEntry(Strict):
    """One approval: products and conditions together."""

    products: list[Text]
    conditions: list[Id]
    limits: Text
    year: int | None = Field(None, ge=1938)
    verb: Verb | Literal[""] = ""
    min_age: int | None = Field(None, ge=1, le=120)
    needs_near: list[Text] = Field(default_factory=list)
    not_near: list[Text] = Field(default_factory=list)


class BoxedEntry(Strict):
    """A topic of a boxed warning."""

    topic: Text
    words: list[Text] = Field(min_length=1)
    products: list[Text] = Field(default_factory=list)
    must_name: bool = True
    note: str = ""


class RiskEntry(Strict):
    """A key risk and its wordings."""

    risk: Text
    words: list[Text] = Field(min_length=1)
    framed: list[Text] = Field(default_factory=list)
    must_name: bool

    @model_validator(mode="after")
    def _framed_words_are_words(self) -> "RiskEntry":
        unknown = set(self.framed) - set(self.words)
        if unknown:
            raise ValueError(f"framed {sorted(unknown)} must be in words too")
        return self


class ScheduleEntry(Strict):
    """A schedule of the Controlled Substances Act."""

    schedule: Literal["I", "II", "III", "IV", "V"]
    form: str = ""
    since: datetime.date | None = None


class TreatmentEntry(Strict):
    """A treatment."""

    id: Id
    name: Text
    synonyms: list[Text]
    brands: list[Text] = Field(default_factory=list)
    abbr: list[Text] = Field(default_factory=list)
    terms_need_context: list[GuardEntry] = Field(default_factory=list)
    kind: Kind
    fda_status: Status
    verb: Verb = "none"
    approved_indications: list[Text] = Field(default_factory=list)
    on_label: list[LabelEntry] = Field(default_factory=list)
    off_label_conditions: list[Id] = Field(default_factory=list)
    off_label_terms: list[Text] = Field(default_factory=list)
    boxed_warning: list[BoxedEntry] | None = None
    key_risks: list[RiskEntry]
    min_risks: int = Field(0, ge=0)
    limits_of_benefit: list[Text] = Field(default_factory=list)
    monitoring: list[Text] = Field(default_factory=list)
    schedule: list[ScheduleEntry] | None = None
    schedule_note: str = ""
    rems: bool = False
    owes_status_disclaimer: bool
    owes_reason: str = ""
    disclaimer: str = ""
    notes: str = ""
    source: Text
    looked_up: bool
    confidence: Literal["high", "medium", "low"]
    volatile: bool = False

    @model_validator(mode="after")
    def _guards_are_for_terms(self) -> "TreatmentEntry":
        check_guards(self.terms_need_context, [*self.synonyms, *self.brands, *self.abbr])
        return self

    @model_validator(mode="after")
    def _consistent(self) -> "TreatmentEntry":
        if not self.owes_status_disclaimer and not self.owes_reason:
            raise ValueError("owes_status_disclaimer: false needs an owes_reason")
        if self.owes_status_disclaimer and not self.disclaimer:
            raise ValueError("owes_status_disclaimer: true needs a disclaimer")
        if not self.looked_up and "RECALLED" not in self.source:
            raise ValueError("looked_up: false needs 'RECALLED' in source")
        if self.looked_up and "://" not in self.source:
            raise ValueError("looked_up: true needs an address in source")
        named = len(self.key_risks) + len(self.boxed_warning or ())
        if self.min_risks > named:
            raise ValueError(f"min_risks {self.min_risks} is more than the {named} risks that are listed")
        return self


class AgeGroupEntry(Strict):
    """Words for people up to an age in years."""

    up_to: int = Field(ge=0, le=120)
    words: list[Text] = Field(min_length=1)


class RiskDraft(Strict):
    """The sentences of a drafted risk section."""

    opening: Text
    boxed: Text
    others: Text
    exclusion: Text
    closing: Text
    phrases: dict[str, Text]
    sentences: dict[str, Text]


class TreatmentFile(Strict):
    """``treatments.yaml``; ``treatments`` is filled from the other files."""

    as_of: datetime.date
    risk_frames: list[Text]
    exclusion_frames: list[Text]
    loose_frames: list[Text]
    age_groups: list[AgeGroupEntry]
    risk_draft: RiskDraft
    treatments: list[TreatmentEntry] = Field(default_factory=list)


class EntryFile(Strict):
    """A file in ``treatments/``: the entries of one subject."""

    treatments: list[TreatmentEntry]

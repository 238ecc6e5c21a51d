"""What the kinds ``claim``, ``panacea`` and ``weighed`` may ask for."""

from typing import Literal

from pydantic import Field, model_validator

from linter.rules.schema.fields import AnyTopic, ClassName, Strict
from linter.violation import Severity

Form = Literal[
    "finite",
    "imperative",
    "infinitive",
    "modal",
    "participle",
    "passive",
    "noun",
    "modifier",
    "adjective",
    "phrase",
]


class Hedge(Strict):
    """What a draft says for the verb of a claim; ``{base}``, ``{past}`` and ``{gerund}`` are the verb itself."""

    now: str = Field(min_length=1, description="for 'cures', 'can cure', 'is known to cure'")
    past: str = Field(min_length=1, description="for 'cured', 'has cured'")
    adjunct: str = Field(min_length=1, description="for ', curing'")
    gerund: str = Field(min_length=1, description="for 'by curing'")
    passive: str = Field(min_length=1, description="for 'is cured', 'can be cured'")
    passive_past: str = Field(min_length=1, description="for 'was cured', 'has been cured'")


class ClaimMatch(Strict):
    """Efficacy claims, by what the claim check found out about them. Empty lists ask for nothing.

    Lexicon classes stand for their sub-classes too; ``condition`` and ``treatment`` are those of the knowledge base.
    """

    effects: list[ClassName] = Field(default_factory=list, description="lexicon classes of the effect word")
    targets: list[str] = Field(
        default_factory=list,
        description="classes of the target (or in a phrase), conditions, serious, chronic, disease",
    )
    about: list[AnyTopic] = Field(
        default_factory=list, description="treatment ids, kind:…, or a lexicon class; the sentence or topic names one"
    )
    marks: list[ClassName] = Field(
        default_factory=list, description="classes, one of which stands in the claim's clause"
    )
    beyond: bool = Field(
        False, description="about kind:…: only for a use that it is known to have no approval for, each once a page"
    )
    offered: bool = Field(False, description="not of a treatment that the page names and does not promote")
    unsourced: bool = Field(False, description="only where neither link nor reference nor named study supports it")
    forms: list[Form] = Field(default_factory=list, description="forms of the effect word")
    skip_on_label: bool = Field(False, description="not for an approved product's approved use (owners never are)")
    heading: bool = Field(False, description="only in headings, titles, descriptions, buttons and alt texts")
    strengths: dict[Literal["hedged", "weak", "informative", "adopted", "plain", "absolute"], Severity] = Field(
        min_length=1, description="the severity by how strongly the claim asserts; others are not reported"
    )
    soft: list[ClassName] = Field(
        default_factory=list, description="effect classes that are no error unless the claim is absolute"
    )
    hedge: dict[ClassName, Hedge] = Field(
        default_factory=dict, description="effect class -> what a draft says for its verb"
    )
    order: int = Field(0, ge=0, description="place in the order of ownership; 0 speaks in addition")


class PanaceaMatch(Strict):
    """One treatment that is offered for many conditions, in a sentence or a list."""

    conditions: int = Field(ge=1, description="so many conditions are too many")
    groups: int = Field(ge=1, description="if they are of so many groups")
    listed: list[str] = Field(
        default_factory=list, description="ids of conditions: instead, each that stands in a list of uses is reported"
    )


class WeighedMatch(Strict):
    """Sentences that weigh like claims. The weights are made by ``python -m bench.weights``, not by hand."""

    at: float = Field(gt=0, lt=1, description="the probability of a claim from which a sentence is reported")
    weights: dict[str, float] = Field(description="sign -> weight in the log-odds: lexicon classes, what:which, bias")

    @model_validator(mode="after")
    def _has_a_bias(self) -> "WeighedMatch":
        if "bias" not in self.weights:
            raise ValueError("'weights' needs a 'bias': what a sentence weighs without any sign")
        return self

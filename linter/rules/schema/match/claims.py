"""Options of the kinds ``claim``, ``panacea`` and ``weighed``."""

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
    """What a draft puts in place of a claim's verb; ``{base}``, ``{past}`` and ``{gerund}`` are forms of that verb."""

    now: str = Field(min_length=1, description="for 'cures', 'can cure', 'is known to cure'")
    past: str = Field(min_length=1, description="for 'cured', 'has cured'")
    adjunct: str = Field(min_length=1, description="for ', curing'")
    gerund: str = Field(min_length=1, description="for 'by curing'")
    passive: str = Field(min_length=1, description="for 'is cured', 'can be cured'")
    passive_past: str = Field(min_length=1, description="for 'was cured', 'has been cured'")


class ClaimMatch(Strict):
    """Efficacy claims, by their properties. An empty list sets no condition.

    Lexicon classes include their subclasses; ``condition`` and ``treatment`` are those of the knowledge base.
    """

    effects: list[ClassName] = Field(default_factory=list, description="lexicon classes of the effect word")
    targets: list[str] = Field(
        default_factory=list,
        description="classes of the target (or in a phrase), condition ids, or: serious, chronic, disease",
    )
    about: list[AnyTopic] = Field(
        default_factory=list, description="treatment ids, kind:…, or lexicon classes; the sentence or topic names one"
    )
    marks: list[ClassName] = Field(
        default_factory=list, description="lexicon classes; the claim's clause has a term of one"
    )
    beyond: bool = Field(
        False, description="with about kind:…: only uses known to be unapproved, each reported once per page"
    )
    offered: bool = Field(False, description="skip treatments that the page names but does not promote")
    unsourced: bool = Field(False, description="only claims that no link, reference or named study supports")
    forms: list[Form] = Field(default_factory=list, description="forms of the effect word")
    skip_on_label: bool = Field(
        False, description="skip approved uses of approved products (rules with an order always do)"
    )
    heading: bool = Field(False, description="only in headings, titles, descriptions, buttons and alt texts")
    strengths: dict[Literal["hedged", "weak", "informative", "adopted", "plain", "absolute"], Severity] = Field(
        min_length=1, description="strength of the assertion -> severity; strengths not listed are not reported"
    )
    soft: list[ClassName] = Field(
        default_factory=list, description="effect classes that are an error only where the claim is absolute"
    )
    hedge: dict[ClassName, Hedge] = Field(
        default_factory=dict, description="effect class -> what a draft puts in place of its verb"
    )
    order: int = Field(0, ge=0, description="rank among the rules that may own a claim; 0: reported in addition")


class PanaceaMatch(Strict):
    """One treatment offered for many conditions, in a sentence or a list."""

    conditions: int = Field(ge=1, description="number of conditions from which the rule reports")
    groups: int = Field(ge=1, description="number of groups that these must belong to")
    listed: list[str] = Field(
        default_factory=list, description="condition ids: report, instead, each of these in a list of uses"
    )


class WeighedMatch(Strict):
    """Sentences that a linear model scores as claims. ``python -m bench.weights`` learns the weights."""

    at: float = Field(gt=0, lt=1, description="probability of a claim from which a sentence is reported")
    weights: dict[str, float] = Field(
        description="feature -> weight in the log-odds; features are lexicon classes, what:which, bias"
    )

    @model_validator(mode="after")
    def _has_a_bias(self) -> "WeighedMatch":
        if "bias" not in self.weights:
            raise ValueError("'weights' needs a 'bias': what a sentence weighs without any sign")
        return self

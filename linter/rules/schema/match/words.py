"""Options of the kinds that look at individual passages."""

from typing import Literal

from pydantic import Field, model_validator

from linter.document import Scope
from linter.rules.schema.fields import ClassName, CueName, ProfileKey, Regex, SourceGuard, Strict, TopicName, Wording
from linter.violation import Severity


class PlacedMatch(Strict):
    """The blocks that the rule looks at. Kinds that judge the page as a whole refuse these keys."""

    scopes: list[Scope] = Field(default_factory=list, description="only blocks of these scopes; empty: all prose")
    not_scopes: list[Scope] = Field(default_factory=list, description="skip blocks of these scopes")


class Guards(PlacedMatch):
    """Conditions under which a matched phrase is a violation. ``<class>`` alone matches all terms of a class."""

    voice: Literal["own", "page", "any"] = Field(
        "own", description="own: not in block quotations; page: nor in patients' accounts; any: everywhere"
    )
    not_in: list[Wording] = Field(
        default_factory=list, description="phrase patterns; skip a match that is part of one and means something else"
    )
    not_of: list[Wording] = Field(
        default_factory=list,
        description="phrase patterns; skip a match whose clause has one before it, and names no treatment",
    )
    unless: list[Wording] = Field(
        default_factory=list, description="phrase patterns; one in the same sentence silences the rule"
    )
    unless_page: list[Wording] = Field(default_factory=list, description="one anywhere in the article silences it")
    unless_near: list[Wording] = Field(
        default_factory=list, description="one in the same block, or in the table row or its headers, silences it"
    )
    needs: list[Wording] = Field(default_factory=list, description="the sentence must contain one")
    needs_near: list[Wording] = Field(
        default_factory=list, description="the block, its table row or its heading must contain one"
    )
    silenced_by: list[CueName] = Field(default_factory=list, description="cues whose scope silences the phrase")
    source: SourceGuard | None = Field(
        None, description="whether the sentence (block) must lack or have a link, reference mark or named study"
    )
    of_own: bool = Field(
        False, description="only what the page offers: skip other options under a heading that announces them"
    )
    topic: list[TopicName] = Field(
        default_factory=list,
        description="treatment ids, kind:…, schedule:any; the sentence, block, heading or page must name one",
    )
    profile: dict[ProfileKey, ClassName] = Field(
        default_factory=dict,
        description="profile key -> lexicon class; the value in the profile must contain a term of the class",
    )


class PhraseMatch(Guards):
    """Phrase patterns that an article must not contain."""

    any: list[Wording] = Field(min_length=1, description="phrase patterns to report")
    mild: list[Wording] = Field(default_factory=list, description="weaker phrases: a warning instead of an error")
    when_selling: list[Wording] = Field(
        default_factory=list, description="phrases to report only on a page that sells what it describes"
    )
    severity_when_selling: Severity | None = Field(
        None, description="severity of the phrases in when_selling, if not the rule's own"
    )
    swap: dict[str, str] = Field(default_factory=dict, description="phrase in ``any`` -> safe replacement")

    @model_validator(mode="after")
    def _swaps_what_it_finds(self) -> "PhraseMatch":
        for phrase in self.swap:
            if phrase not in self.any:
                raise ValueError(f"swap: '{phrase}' is not in 'any'")
        return self


class OccurrenceMatch(Guards):
    """How often phrases may or must occur. The guards decide which occurrences count."""

    any: list[Wording] = Field(min_length=1, description="phrase patterns, counted together")
    min: int | None = Field(None, ge=1, description="fewer are reported, at the start of the page, section or block")
    max: int | None = Field(None, ge=0, description="more are reported, at the first one over the limit")
    within: Literal["page", "section", "block"] = Field(
        "page", description="unit in which to count; section: from one heading to the next"
    )

    @model_validator(mode="after")
    def _has_limits(self) -> "OccurrenceMatch":
        if self.min is None and self.max is None:
            raise ValueError("one of 'min' and 'max' is needed")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"'min' is {self.min}, more than 'max', which is {self.max}")
        return self


class PatternMatch(Guards):
    """Regular expressions on the text of a sentence, in RE2 syntax: no lookaround, no backreferences."""

    regex: list[Regex] = Field(min_length=1)


class AnswerMatch(Guards):
    """Questions, table labels and statements that a one-word answer turns into a claim."""

    affirmed: list[Wording] = Field(default_factory=list, description="phrase patterns in a question answered with yes")
    denied: list[Wording] = Field(default_factory=list, description="phrase patterns in a question answered with no")
    empty: list[Wording] = Field(default_factory=list, description="phrase patterns in a label whose value is 'none'")
    closed: list[Wording] = Field(
        default_factory=list, description="phrase patterns in a statement before 'that is all'"
    )


class TestimonialMatch(Guards):
    """Patients' stories and praise."""

    voice: Literal["own", "any"] = "any"
    any: list[Wording] = Field(default_factory=list, description="phrase patterns to report wherever they occur")
    stories: list[Literal["outcome", "praise", "portrait"]] = Field(default_factory=list)
    stories_if: dict[ProfileKey, ClassName] = Field(
        default_factory=dict,
        description="profile key -> lexicon class; report stories only where the profile has a term of the class",
    )


class ApprovalMatch(PlacedMatch):
    """Statements that the regulator approved something, compared with the knowledge base."""

    finds: Literal["false", "cleared", "use"] = Field(
        description="false: not approved (for this use); cleared: a cleared device; use: a brand for another use"
    )

"""What the kinds may ask for that look at words where they stand."""

from typing import Literal

from pydantic import Field, model_validator

from linter.document import Scope
from linter.rules.schema.fields import ClassName, CueName, ProfileKey, Regex, SourceGuard, Strict, TopicName, Wording
from linter.violation import Severity


class PlacedMatch(Strict):
    """Where the rule looks: of the kinds that look at words where they stand. Others refuse these keys."""

    scopes: list[Scope] = Field(default_factory=list, description="only in these blocks; empty: in all prose")
    not_scopes: list[Scope] = Field(default_factory=list)


class Guards(PlacedMatch):
    """When a phrase that was found still is no violation. ``<class>`` alone stands for all terms of a class."""

    voice: Literal["own", "page", "any"] = Field(
        "own", description="own: not in block quotations; page: nor in what patients tell; any: there too"
    )
    not_in: list[Wording] = Field(
        default_factory=list, description="phrase patterns; the found words are part of one and mean something else"
    )
    not_of: list[Wording] = Field(
        default_factory=list,
        description="phrase patterns; the clause before the found words has one, and names no treatment",
    )
    unless: list[Wording] = Field(
        default_factory=list, description="phrase patterns; one in the same sentence silences"
    )
    unless_page: list[Wording] = Field(default_factory=list, description="one anywhere in the article silences")
    unless_near: list[Wording] = Field(
        default_factory=list, description="one in the same block, or row of a table, silences"
    )
    needs: list[Wording] = Field(default_factory=list, description="one must stand in the same sentence")
    needs_near: list[Wording] = Field(default_factory=list, description="one must stand in the block or its heading")
    silenced_by: list[CueName] = Field(default_factory=list, description="cues whose scope silences the phrase")
    source: SourceGuard | None = Field(
        None, description="whether the sentence (block) must lack or have a link, reference mark or named study"
    )
    of_own: bool = Field(
        False, description="only of what the page offers: not of others under a heading on other options"
    )
    topic: list[TopicName] = Field(
        default_factory=list,
        description="treatment ids, or kind:…, schedule:any; the sentence, block, heading or page names one",
    )
    profile: dict[ProfileKey, ClassName] = Field(
        default_factory=dict,
        description="profile key -> lexicon class; the setting must name a term of the class there",
    )


class PhraseMatch(Guards):
    """Phrase patterns that must not stand in an article."""

    any: list[Wording] = Field(min_length=1)
    mild: list[Wording] = Field(default_factory=list, description="phrases that tell less: a warning, not an error")
    when_selling: list[Wording] = Field(
        default_factory=list, description="phrases that are a promise only on a page that sells what it speaks of"
    )
    severity_when_selling: Severity | None = Field(
        None, description="of those phrases, where they tell less than others"
    )
    swap: dict[str, str] = Field(default_factory=dict, description="phrase of ``any`` -> safe replacement")

    @model_validator(mode="after")
    def _swaps_what_it_finds(self) -> "PhraseMatch":
        for phrase in self.swap:
            if phrase not in self.any:
                raise ValueError(f"swap: '{phrase}' is not in 'any'")
        return self


class OccurrenceMatch(Guards):
    """How often phrases may stand, or must. The guards say which of them count."""

    any: list[Wording] = Field(min_length=1, description="phrase patterns, counted together")
    min: int | None = Field(None, ge=1, description="fewer are reported, where the page, section or block begins")
    max: int | None = Field(None, ge=0, description="more are reported: the first one too many")
    within: Literal["page", "section", "block"] = Field(
        "page", description="where they are counted; section: from a heading to the next"
    )

    @model_validator(mode="after")
    def _has_limits(self) -> "OccurrenceMatch":
        if self.min is None and self.max is None:
            raise ValueError("one of 'min' and 'max' is needed")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"'min' is {self.min}, more than 'max', which is {self.max}")
        return self


class PatternMatch(Guards):
    """Regular expressions over the text of a sentence, in RE2's syntax: no look-around, no back-references."""

    regex: list[Regex] = Field(min_length=1)


class AnswerMatch(Guards):
    """Questions, labels of a table and statements of which an answer in a word makes a claim."""

    affirmed: list[Wording] = Field(default_factory=list, description="phrase patterns in a question that yes answers")
    denied: list[Wording] = Field(default_factory=list, description="phrase patterns in a question that no answers")
    empty: list[Wording] = Field(
        default_factory=list, description="phrase patterns in a label beside which stands none"
    )
    closed: list[Wording] = Field(
        default_factory=list, description="phrase patterns in a statement before 'that is all'"
    )


class TestimonialMatch(Guards):
    """Stories and praise of patients."""

    voice: Literal["own", "any"] = "any"
    any: list[Wording] = Field(default_factory=list, description="wordings that are wrong by themselves")
    stories: list[Literal["outcome", "praise", "portrait"]] = Field(default_factory=list)
    stories_if: dict[ProfileKey, ClassName] = Field(
        default_factory=dict, description="profile key -> lexicon class; report stories only where the setting says so"
    )


class ApprovalMatch(PlacedMatch):
    """What a sentence calls approved by the regulator, against the knowledge base."""

    finds: Literal["false", "cleared", "use"] = Field(
        description="false: not approved (for this use); cleared: a cleared device; use: a brand for another use"
    )

"""The schema of rule files, lexicon files and their parts (pydantic; only the loader imports this).

The JSON Schema that editors use is made from these models.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from linter.document import Scope
from linter.violation import Severity

Code = Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Region = Literal["us", "us-ca", "us-fl", "us-il", "us-ny", "us-tx", "us-wa", "uk", "eu", "au", "can"]
Reach = Literal["binding", "benchmark", "guidance", "platform"]
SourceGuard = Literal["absent-in-sentence", "absent-in-block", "present-in-sentence", "present-in-block"]
CueKind = Literal["negation", "hedge", "question", "attribution", "quotation", "condition", "study", "risk"]


class Strict(BaseModel):
    """A model that forbids unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cite(Strict):
    """A source that a rule rests on: a key of the regulations table and how it binds a clinic."""

    key: str
    reach: Reach
    region: Region | None = Field(None, alias="in", description="show only where this region is configured")
    when: str = Field("", description="a further condition, in words")


class Example(Strict):
    """A text that the rule must report (or leave alone). ``[[…]]`` marks the expected excerpt."""

    text: str
    context: dict[str, Any] = Field(default_factory=dict)
    severity: Severity | None = None
    repeat: int = Field(1, ge=1, le=500)
    real_figures: str = ""


class Match(Strict):
    """What all kinds share: where the rule looks."""

    scopes: list[Scope] = Field(default_factory=list, description="only in these blocks; empty: in all prose")
    not_scopes: list[Scope] = Field(default_factory=list)


class Guards(Match):
    """When a phrase that was found still is no violation. ``<class>`` alone stands for all terms of a class."""

    voice: Literal["own", "any"] = Field("own", description="own: not in block quotations; any: there too")
    unless: list[str] = Field(default_factory=list, description="phrase patterns; one in the same sentence silences")
    unless_near: list[str] = Field(default_factory=list, description="one in the same block silences")
    needs: list[str] = Field(default_factory=list, description="one must stand in the same sentence")
    needs_near: list[str] = Field(default_factory=list, description="one must stand in the block or its heading")
    silenced_by: list[CueKind] = Field(default_factory=list, description="cues whose scope silences the phrase")
    source: SourceGuard | None = Field(
        None, description="whether the sentence (block) must lack or have a link, reference mark or named study"
    )
    topic: list[str] = Field(
        default_factory=list,
        description="treatment ids, or kind:…, schedule:any; the sentence, block or page names one",
    )


class PhraseMatch(Guards):
    """Phrase patterns that must not stand in an article."""

    any: list[str] = Field(min_length=1)
    swap: dict[str, str] = Field(default_factory=dict, description="phrase of ``any`` -> safe replacement")

    @model_validator(mode="after")
    def _swaps_what_it_finds(self) -> "PhraseMatch":
        for phrase in self.swap:
            if phrase not in self.any:
                raise ValueError(f"swap: '{phrase}' is not in 'any'")
        return self


class PatternMatch(Guards):
    """Regular expressions (RE2) over the text of a sentence."""

    regex: list[str] = Field(min_length=1)


class ClaimMatch(Match):
    """Efficacy claims, by what the claim check found out about them."""

    options: dict[str, Any] = Field(default_factory=dict)


class RequiresMatch(Match):
    """When the article does one thing, it must say another."""

    options: dict[str, Any] = Field(default_factory=dict)


class SectionMatch(Match):
    """A passage that must exist and say something."""

    options: dict[str, Any] = Field(default_factory=dict)


class StatusMatch(Match):
    """What is said of the regulator against the knowledge base."""

    finds: Literal["missing", "generic", "borrowed", "buried", "wrong-type"] = Field(
        description="missing: no notice; generic: product or use unnamed; borrowed: approval alone; buried: out of sight"
    )
    notices: list[Literal["status", "compounded", "biologic", "dshea"]] = Field(
        default_factory=list, description="the kinds of notice that the rule is the owner of"
    )


class MetadataMatch(Match):
    """Front matter and the page's own words on author, reviewer and date."""

    need: Literal["author", "reviewer", "date"]
    max_age_months: int = Field(24, gt=0, description="date: the newest date may lie this many months back")


class StructureMatch(Match):
    """What the page of a treatment must have as a whole."""

    need: Literal["references", "disclosure", "sections"]
    sections: dict[str, str] = Field(
        default_factory=dict, description="sections: lexicon class of a section's headings -> the section's name"
    )


class ReadabilityMatch(Match):
    """A limit on a readability metric."""

    metric: Literal["grade", "sentence-length", "wall-of-text", "jargon", "passive", "numeracy"]
    target: float = Field(8, gt=0, description="grade: the school grade aimed at, by two formulas")
    tolerance: float = Field(0, ge=0, description="grade: grades above the target that are let pass")
    max_words: int = Field(30, gt=0, description="sentence-length, wall-of-text: most words of a sentence, a paragraph")
    nested_words: int = Field(25, gt=0, description="sentence-length: most words with that many subordinate clauses")
    nested_clauses: int = Field(3, gt=0)
    max_sentences: int = Field(5, gt=0, description="wall-of-text: most sentences of a paragraph")
    sentences_from_words: int = Field(60, ge=0, description="wall-of-text: shorter paragraphs may have more sentences")
    page_words: int = Field(300, gt=0, description="wall-of-text: a longer page needs headings or lists")


class RuleFile(Strict):
    """What every rule file says."""

    id: Name
    code: Code
    family: Name
    tier: Literal["core", "reserve"] = "core"
    severity: Severity
    jurisdictions: list[Region] = Field(min_length=1)
    message: str = Field(min_length=10)
    why: str = Field(min_length=20)
    suggestion: str = Field(min_length=5)
    citations: list[Cite] = Field(min_length=1)
    basis: Literal["house", "platform"] | None = None
    volatile: bool = False
    suppressible: bool = True
    examples: "Examples"

    @model_validator(mode="after")
    def _error_needs_a_source(self) -> "RuleFile":
        if self.severity is Severity.ERROR and all(cite.reach == "platform" for cite in self.citations):
            raise ValueError("severity 'error' needs a citation that is law, benchmark or guidance")
        return self


class Examples(Strict):
    """The tests of a rule, printed on its page."""

    bad: list[str | Example] = Field(min_length=2)
    good: list[str | Example] = Field(min_length=2)


class PhraseRule(RuleFile):
    """A rule of kind ``phrase``."""

    kind: Literal["phrase"]
    match: PhraseMatch


class PatternRule(RuleFile):
    """A rule of kind ``pattern``."""

    kind: Literal["pattern"]
    match: PatternMatch


class ClaimRule(RuleFile):
    """A rule of kind ``claim``."""

    kind: Literal["claim"]
    match: ClaimMatch


class RequiresRule(RuleFile):
    """A rule of kind ``requires``."""

    kind: Literal["requires"]
    match: RequiresMatch


class SectionRule(RuleFile):
    """A rule of kind ``section``."""

    kind: Literal["section"]
    match: SectionMatch


class StatusRule(RuleFile):
    """A rule of kind ``status``."""

    kind: Literal["status"]
    match: StatusMatch


class MetadataRule(RuleFile):
    """A rule of kind ``metadata``."""

    kind: Literal["metadata"]
    match: MetadataMatch


class ReadabilityRule(RuleFile):
    """A rule of kind ``readability``."""

    kind: Literal["readability"]
    match: ReadabilityMatch


class StructureRule(RuleFile):
    """A rule of kind ``structure``."""

    kind: Literal["structure"]
    match: StructureMatch


AnyRule = Annotated[
    PhraseRule
    | PatternRule
    | ClaimRule
    | RequiresRule
    | SectionRule
    | StatusRule
    | MetadataRule
    | StructureRule
    | ReadabilityRule,
    Field(discriminator="kind"),
]


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

"""What every rule file says, whatever its kind."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field, model_validator

from linter.rules.schema.fields import Alias, Code, Name, Reach, Region, Strict, Version
from linter.rules.schema.match.claims import ClaimMatch, PanaceaMatch, WeighedMatch
from linter.rules.schema.match.pages import (
    MetadataMatch,
    ReadabilityMatch,
    RequiresMatch,
    SectionMatch,
    SourcesMatch,
    StatusMatch,
    StructureMatch,
)
from linter.rules.schema.match.projects import ApprovedMatch, PythonMatch, SuppressionMatch
from linter.rules.schema.match.words import (
    AnswerMatch,
    ApprovalMatch,
    OccurrenceMatch,
    PatternMatch,
    PhraseMatch,
    TestimonialMatch,
)
from linter.violation import Severity


class Cite(Strict):
    """A source that a rule rests on: a key of the regulations table and how it binds a clinic."""

    key: str
    reach: Reach
    region: Region | None = Field(None, alias="in", description="show only where this region is configured")
    when: str = Field("", description="a further condition, in words")


class Context(Strict):
    """Where an example stands, and what a project has said there; of a profile's keys those that rules ask for."""

    page: Literal["full", ""] = Field("", description="full: the text is a page, however short")
    heading: bool = Field(False, description="the text is a heading")
    country: str = Field("", description="the jurisdiction, where it is not the United States")
    state: str = Field("", description="a state of the United States by its two letters")
    today: str = Field("", description="the day of the check, as in 2026-11-22")
    topic: str = Field("", description="what the page is about, where its text does not say so")
    sells: str = Field("", description="what the clinic sells")
    profession: str = Field("", description="what its people are")
    staff: str = Field("", description="who they are, with their degrees")
    publisher: str = Field("", description="who publishes the page")
    connection: str = Field("", description="what ties an author or a patient to the clinic")
    image: str = Field("", description="the pictures beside the text")
    meta: str = Field("", description="metadata of the page, in words")
    approved: list[dict[str, Any]] = Field(default_factory=list, description="entries of claims.yaml")
    waived: str = Field("", description="an article; the text is the waivers file beside it")
    renamed: dict[str, str] = Field(default_factory=dict, description="old names of rules -> their codes")


class Example(Strict):
    """A text that the rule must report (or leave alone). ``[[…]]`` marks the expected excerpt."""

    text: str
    context: Context | None = None
    severity: Severity | None = Field(None, description="of the finding, where it is not the rule's own")
    repeat: int = Field(1, ge=1, le=500, description="how often the text stands in the article")
    note: str = Field("", description="for the reader of the file: where figures come from, what the text stands for")


class Examples(Strict):
    """The tests of a rule, printed on its page."""

    bad: list[str | Example] = Field(min_length=2)
    good: list[str | Example] = Field(min_length=2)


class RuleFile(Strict):
    """What every rule file says."""

    id: Name
    code: Code
    since: Version | None = Field(None, description="the version that the rule came with")
    aliases: list[Alias] = Field(
        default_factory=list, description="old codes and names of the rule, and of rules whose work it does; they go on"
    )
    family: Name
    tier: Literal["core", "reserve"] = Field("core", description="a group that --select and presets may name")
    severity: Severity
    jurisdictions: list[Region] = Field(min_length=1, description="where the rule runs")
    message: str = Field(min_length=10, description="what is wrong; {excerpt} stands for the article's words")
    why: str = Field(min_length=20, description="for a writer, in one to three plain sentences")
    suggestion: str = Field(min_length=5, description="what to write instead")
    citations: list[Cite] = Field(min_length=1)
    basis: Literal["house", "platform"] | None = Field(
        None, description="whose policy the severity is, where no law sets it"
    )
    balanced: Severity | None = Field(
        None, description="the most that a finding weighs on a page that is balanced as a whole"
    )
    volatile: bool = Field(False, description="what the rule rests on may change soon; its page says so")
    suppressible: bool = Field(True, description="false: no comment, waiver or baseline accepts a finding")
    examples: Examples

    @model_validator(mode="after")
    def _error_needs_a_source(self) -> "RuleFile":
        if self.severity is Severity.ERROR and all(cite.reach == "platform" for cite in self.citations):
            raise ValueError("severity 'error' needs a citation that is law, benchmark or guidance")
        return self


Kind = TypeVar("Kind")
Asked = TypeVar("Asked", bound=Strict)


class KindRule(RuleFile, Generic[Kind, Asked]):
    """A rule file of one kind: ``kind`` is its name, ``match`` what that kind may ask for."""

    kind: Kind
    match: Asked


AnyRule = Annotated[
    KindRule[Literal["phrase"], PhraseMatch]
    | KindRule[Literal["pattern"], PatternMatch]
    | KindRule[Literal["occurrence"], OccurrenceMatch]
    | KindRule[Literal["answer"], AnswerMatch]
    | KindRule[Literal["testimonial"], TestimonialMatch]
    | KindRule[Literal["sources"], SourcesMatch]
    | KindRule[Literal["claim"], ClaimMatch]
    | KindRule[Literal["panacea"], PanaceaMatch]
    | KindRule[Literal["weighed"], WeighedMatch]
    | KindRule[Literal["requires"], RequiresMatch]
    | KindRule[Literal["section"], SectionMatch]
    | KindRule[Literal["status"], StatusMatch]
    | KindRule[Literal["approval"], ApprovalMatch]
    | KindRule[Literal["metadata"], MetadataMatch]
    | KindRule[Literal["structure"], StructureMatch]
    | KindRule[Literal["suppression"], SuppressionMatch]
    | KindRule[Literal["approved"], ApprovedMatch]
    | KindRule[Literal["python"], PythonMatch]
    | KindRule[Literal["readability"], ReadabilityMatch],
    Field(discriminator="kind"),
]

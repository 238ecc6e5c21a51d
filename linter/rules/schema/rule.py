"""The model of a rule file: the fields common to all kinds, and ``match`` by kind."""

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
    """A citation: a key in the regulations table, and how the source binds a clinic."""

    key: str
    reach: Reach
    region: Region | None = Field(None, alias="in", description="show only if this region is configured")
    when: str = Field("", description="a further condition, in words")


class Context(Strict):
    """The page and the project in which an example is checked, with the profile keys that rules use."""

    page: Literal["full", ""] = Field("", description="full: the text is a whole page, however short")
    heading: bool = Field(False, description="the text is a heading")
    country: str = Field("", description="the jurisdiction, if not the United States")
    state: str = Field("", description="a state of the United States, as its two-letter code")
    today: str = Field("", description="the date of the check, as in 2026-11-22")
    topic: str = Field("", description="what the page is about, if its text does not say so")
    sells: str = Field("", description="what the clinic sells")
    profession: str = Field("", description="the profession of its staff")
    staff: str = Field("", description="names of its staff, with degrees")
    publisher: str = Field("", description="who publishes the page")
    connection: str = Field("", description="the connection of an author or a patient to the clinic")
    image: str = Field("", description="the images beside the text")
    meta: str = Field("", description="the page's metadata, in words")
    approved: list[dict[str, Any]] = Field(default_factory=list, description="entries of claims.yaml")
    waived: str = Field("", description="an article; the text is the waivers file beside it")
    renamed: dict[str, str] = Field(default_factory=dict, description="old rule names -> codes")


class Example(Strict):
    """A text that the rule must report (bad) or accept (good). ``[[…]]`` marks the expected excerpt."""

    text: str
    context: Context | None = None
    severity: Severity | None = Field(None, description="of the finding, if not the rule's own")
    repeat: int = Field(1, ge=1, le=500, description="how often the article repeats the text")
    note: str = Field("", description="for readers of the file: where figures come from, what the text represents")


class Examples(Strict):
    """The rule's tests, also printed on its page."""

    bad: list[str | Example] = Field(min_length=2)
    good: list[str | Example] = Field(min_length=2)


class RuleFile(Strict):
    """The fields of every rule file."""

    id: Name
    code: Code
    since: Version | None = Field(None, description="the version that introduced the rule")
    aliases: list[Alias] = Field(
        default_factory=list, description="former codes and names of the rule and of rules it replaces; still accepted"
    )
    family: Name
    tier: Literal["core", "reserve"] = Field("core", description="a group for --select and presets")
    severity: Severity
    jurisdictions: list[Region] = Field(min_length=1, description="where the rule runs")
    message: str = Field(min_length=10, description="what is wrong; {excerpt} stands for the article's words")
    why: str = Field(min_length=20, description="the reason, for a writer, in one to three plain sentences")
    suggestion: str = Field(min_length=5, description="what to write instead")
    citations: list[Cite] = Field(min_length=1)
    basis: Literal["house", "platform"] | None = Field(
        None, description="whose policy sets the severity, if no law does"
    )
    balanced: Severity | None = Field(
        None,
        description="the highest severity of a finding on a balanced page; info only if it is balanced throughout",
    )
    volatile: bool = Field(False, description="the sources of the rule may change soon; its page says so")
    suppressible: bool = Field(True, description="false: no comment, waiver or baseline suppresses a finding")
    examples: Examples

    @model_validator(mode="after")
    def _error_needs_a_source(self) -> "RuleFile":
        if self.severity is Severity.ERROR and all(cite.reach == "platform" for cite in self.citations):
            raise ValueError("severity 'error' needs a citation that is law, benchmark or guidance")
        return self


Kind = TypeVar("Kind")
Options = TypeVar("Options", bound=Strict)


class KindRule(RuleFile, Generic[Kind, Options]):
    """A rule file of one kind: ``kind`` is its name, ``match`` the options of that kind."""

    kind: Kind
    match: Options


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

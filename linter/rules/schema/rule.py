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


class Example(Strict):
    """A text that the rule must report (or leave alone). ``[[…]]`` marks the expected excerpt."""

    text: str
    context: dict[str, Any] = Field(default_factory=dict)
    severity: Severity | None = None
    repeat: int = Field(1, ge=1, le=500)
    real_figures: str = ""


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

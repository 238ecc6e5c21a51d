"""What a rule of each kind may ask for: the models of ``match``."""

from typing import Literal

from pydantic import Field, model_validator

from linter.document import Scope
from linter.rules.schema.fields import CueName, Formula, ProfileKey, Regex, Region, SourceGuard, Strict, TopicName
from linter.violation import Severity


class Match(Strict):
    """Where the rule looks: of the kinds that look at words where they stand. Others refuse these keys."""

    scopes: list[Scope] = Field(default_factory=list, description="only in these blocks; empty: in all prose")
    not_scopes: list[Scope] = Field(default_factory=list)


class Guards(Match):
    """When a phrase that was found still is no violation. ``<class>`` alone stands for all terms of a class."""

    voice: Literal["own", "any"] = Field("own", description="own: not in block quotations; any: there too")
    not_in: list[str] = Field(
        default_factory=list, description="phrase patterns; the found words are part of one and mean something else"
    )
    not_of: list[str] = Field(
        default_factory=list,
        description="phrase patterns; the clause before the found words has one, and names no treatment",
    )
    unless: list[str] = Field(default_factory=list, description="phrase patterns; one in the same sentence silences")
    unless_near: list[str] = Field(default_factory=list, description="one in the same block silences")
    needs: list[str] = Field(default_factory=list, description="one must stand in the same sentence")
    needs_near: list[str] = Field(default_factory=list, description="one must stand in the block or its heading")
    silenced_by: list[CueName] = Field(default_factory=list, description="cues whose scope silences the phrase")
    source: SourceGuard | None = Field(
        None, description="whether the sentence (block) must lack or have a link, reference mark or named study"
    )
    topic: list[TopicName] = Field(
        default_factory=list,
        description="treatment ids, or kind:…, schedule:any; the sentence, block, heading or page names one",
    )
    profile: dict[ProfileKey, str] = Field(
        default_factory=dict,
        description="profile key -> lexicon class; the setting must name a term of the class there",
    )


class PhraseMatch(Guards):
    """Phrase patterns that must not stand in an article."""

    any: list[str] = Field(min_length=1)
    when_selling: list[str] = Field(
        default_factory=list, description="phrases that are a promise only on a page that sells what it speaks of"
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

    any: list[str] = Field(min_length=1, description="phrase patterns, counted together")
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


class AnswerMatch(Match):
    """Questions, and labels of a table, of which an answer in a word makes a claim."""

    voice: Literal["own", "any"] = Field("own", description="own: not in block quotations; any: there too")
    affirmed: list[str] = Field(default_factory=list, description="phrase patterns in a question that yes answers")
    denied: list[str] = Field(default_factory=list, description="phrase patterns in a question that no answers")
    empty: list[str] = Field(default_factory=list, description="phrase patterns in a label beside which stands none")
    unless: list[str] = Field(
        default_factory=list, description="phrase patterns; one in the answer's sentence silences"
    )


class TestimonialMatch(Guards):
    """Stories and praise of patients."""

    voice: Literal["own", "any"] = "any"
    any: list[str] = Field(default_factory=list, description="wordings that are wrong by themselves")
    stories: list[Literal["outcome", "praise", "portrait"]] = Field(default_factory=list)
    stories_if: dict[ProfileKey, str] = Field(
        default_factory=dict, description="profile key -> lexicon class; report stories only where the setting says so"
    )


class SourcesMatch(Strict):
    """The list of references."""

    max_age: int = Field(gt=0, description="years that the newest source may be old")


class Panacea(Strict):
    """How many conditions, of how many groups, one treatment may be offered for."""

    conditions: int = Field(ge=2)
    groups: int = Field(ge=1)


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

    effects: list[str] = Field(default_factory=list, description="lexicon classes of the effect word")
    targets: list[str] = Field(
        default_factory=list, description="classes of the target, condition ids, serious, chronic, disease"
    )
    about: list[str] = Field(
        default_factory=list, description="treatment ids, kind:…, or a lexicon class; the sentence or topic names one"
    )
    marks: list[str] = Field(default_factory=list, description="classes, one of which stands in the claim's clause")
    unsourced: bool = Field(False, description="only where neither link nor reference nor named study supports it")
    forms: list[str] = Field(default_factory=list, description="forms of the effect word (finite, noun, phrase …)")
    skip_on_label: bool = Field(False, description="not for an approved product's approved use (owners never are)")
    panacea: Panacea | None = Field(None, description="instead of single claims: a block with that many conditions")
    heading: bool = Field(False, description="only in headings, titles, descriptions, buttons and alt texts")
    strengths: dict[Literal["hedged", "weak", "informative", "adopted", "plain", "absolute"], Severity] = Field(
        min_length=1, description="the severity by how strongly the claim asserts; others are not reported"
    )
    soft: list[str] = Field(default_factory=list, description="effect classes reported one level lower, not as error")
    hedge: dict[str, Hedge] = Field(default_factory=dict, description="effect class -> what a draft says for its verb")
    order: int = Field(0, ge=0, description="place in the order of ownership; 0 speaks in addition")


class RequiresMatch(Strict):
    """When the article does one thing, it must say another."""

    about: Literal["any", "treatment", "named"] = Field(
        "any", description="asked only of pages on a treatment, or of those that name one"
    )
    when: list[str] = Field(default_factory=list, description="phrase patterns that ask for it; empty: every such page")
    must: list[str] = Field(default_factory=list, description="phrase patterns; one anywhere in the article is enough")
    void: list[str] = Field(
        default_factory=list, description="phrase patterns that say the opposite: what stands in one does not count"
    )
    must_in: dict[Region, list[str]] = Field(
        default_factory=dict, description="region -> lexicon classes; where it is configured, a term of each must stand"
    )
    brand: bool = Field(False, description="a brand of the knowledge base is enough too")
    topic: list[TopicName] = Field(
        default_factory=list, description="treatment ids, kind:…, schedule:any; asked only of pages on one of these"
    )
    risks: list[str] = Field(
        default_factory=list, description="asked only of pages on a treatment with a known risk that has one of these"
    )
    mild: list[str] = Field(
        default_factory=list, description="where each sentence that asks for it has one of these, it is information"
    )

    @model_validator(mode="after")
    def _asks_for_something(self) -> "RequiresMatch":
        if not self.must and not self.must_in:
            raise ValueError("one of 'must' and 'must_in' is needed")
        return self


class SectionMatch(Strict):
    """A passage that must exist and say something."""

    finds: Literal["missing", "key-risks", "boxed", "balance", "prominence", "exclusions", "severity"]
    least: int = Field(2, gt=0, description="missing, severity: harms named in one place from which it counts")
    gains: int = Field(6, gt=0, description="balance: sentences on benefit from which balance is asked for")
    ratio: float = Field(0.15, gt=0, description="balance: sentences on risk for each sentence on benefit")
    unnamed: str = Field("", description="boxed: message where the topics are named but not as a boxed warning")


class StatusMatch(Strict):
    """What is said of the regulator against the knowledge base."""

    finds: Literal["missing", "generic", "borrowed", "buried", "wrong-type"] = Field(
        description="missing: no notice; generic: product or use unnamed; borrowed: approval alone"
    )
    notices: list[Literal["status", "compounded", "biologic", "dshea"]] = Field(
        default_factory=list, description="the kinds of notice that the rule is the owner of"
    )
    unlisted: str = Field("", description="the message on a drug whose use no source lists; empty: such are not judged")


class ApprovalMatch(Match):
    """What a sentence calls approved by the regulator, against the knowledge base."""

    finds: Literal["false", "cleared", "use"] = Field(
        description="false: not approved (for this use); cleared: a cleared device; use: a brand for another use"
    )


class MetadataMatch(Strict):
    """Front matter and the page's own words on author, reviewer and date."""

    need: Literal["author", "reviewer", "date"]
    max_age_months: int = Field(24, gt=0, description="date: the newest date may lie this many months back")


class StructureMatch(Strict):
    """What the page of a treatment must have as a whole."""

    need: Literal["references", "disclosure", "sections"]
    sections: dict[str, str] = Field(
        default_factory=dict, description="sections: lexicon class of a section's headings -> the section's name"
    )


class ReadabilityMatch(Strict):
    """A limit on a readability metric."""

    metric: Literal["grade", "formula", "sentence-length", "wall-of-text", "jargon", "passive", "numeracy"]
    formula: Formula | None = Field(None, description="formula: a metric of textstat; its import takes a second")
    target: float = Field(8, gt=0, description="grade: the school grade aimed at, by two formulas; formula: its limit")
    tolerance: float = Field(0, ge=0, description="grade, formula: what may be missing to the target")
    max_words: int = Field(30, gt=0, description="sentence-length, wall-of-text: most words of a sentence, a paragraph")
    nested_words: int = Field(25, gt=0, description="sentence-length: most words with that many subordinate clauses")
    nested_clauses: int = Field(3, gt=0)
    max_sentences: int = Field(5, gt=0, description="wall-of-text: most sentences of a paragraph")
    sentences_from_words: int = Field(60, ge=0, description="wall-of-text: shorter paragraphs may have more sentences")
    page_words: int = Field(300, gt=0, description="wall-of-text: a longer page needs headings or lists")

    @model_validator(mode="after")
    def _names_its_formula(self) -> "ReadabilityMatch":
        if (self.metric == "formula") != (self.formula is not None):
            raise ValueError("'formula' names the metric where, and only where, the metric is 'formula'")
        return self


class SuppressionMatch(Strict):
    """What is wrong with a directive that asks to suppress a rule, or with a waiver of a finding.

    ``renamed`` is said of either.
    """

    about: Literal[
        "unreadable",
        "unknown",
        "renamed",
        "no-reason",
        "expired",
        "unused",
        "refused",
        "waiver-expired",
        "waiver-unused",
        "waiver-refused",
    ]


class PythonMatch(Strict):
    """A function of one's own, which whoever starts medlint must name: no rule file can load code."""

    plugin: str = Field(
        pattern=r"^[A-Za-z0-9][\w.-]*$", description="the entry point of the group medlint.rules, for --plugin"
    )


class ApprovedMatch(Strict):
    """Wordings of the project's register of approved claims."""

    finds: Literal["expired", "elsewhere", "bare", "near"] = Field(
        description="expired; elsewhere: not for a region; bare: without its disclaimer; near: not word for word"
    )

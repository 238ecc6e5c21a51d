"""Options of the kinds that look at an article as a whole."""

from typing import Literal

from pydantic import Field, model_validator

from linter.rules.schema.fields import ClassName, Formula, Region, Strict, TopicName, Wording


class RequiresMatch(Strict):
    """An article that says or does one thing must say another."""

    about: Literal["any", "treatment", "named"] = Field(
        "any", description="treatment: only pages about a treatment; named: only pages that name one"
    )
    when: list[Wording] = Field(
        default_factory=list, description="phrase patterns that trigger the rule; empty: every such page"
    )
    must: list[Wording] = Field(
        default_factory=list, description="phrase patterns; one anywhere in the article satisfies the rule"
    )
    void: list[Wording] = Field(
        default_factory=list, description="phrase patterns that say the opposite: matches of 'must' in one do not count"
    )
    must_in: dict[Region, list[ClassName]] = Field(
        default_factory=dict, description="region -> lexicon classes; where configured, the page needs a term of each"
    )
    partly: str = Field("", description="must_in: message for a page with only some of the terms; reported as info")
    brand: bool = Field(False, description="a brand in the knowledge base satisfies the rule too")
    byline: bool = Field(False, description="an author or reviewer with a degree satisfies the rule too")
    topic: list[TopicName] = Field(
        default_factory=list, description="treatment ids, kind:…, schedule:any; only pages about one of these"
    )
    not_topic: list[TopicName] = Field(
        default_factory=list, description="with about: treatment: skip pages about nothing but these"
    )
    mild_topic: list[TopicName] = Field(
        default_factory=list, description="with about: treatment: info on pages about nothing but these"
    )
    also_offered: bool = Field(
        False, description="with about: treatment: info on pages that offer a treatment or are about a harmless one"
    )
    risks: list[str] = Field(
        default_factory=list, description="only pages about a treatment with a known risk that contains one of these"
    )
    mild: list[Wording] = Field(
        default_factory=list, description="info where each sentence that triggers the rule has one of these"
    )

    @model_validator(mode="after")
    def _asks_for_something(self) -> "RequiresMatch":
        if not self.must and not self.must_in:
            raise ValueError("one of 'must' and 'must_in' is needed")
        return self


class SectionMatch(Strict):
    """A passage that must exist and say something."""

    finds: Literal["missing", "key-risks", "boxed", "balance", "prominence", "exclusions", "severity"]
    least: int = Field(2, gt=0, description="missing, severity: harms named in one place for a passage to count")
    gains: int = Field(6, gt=0, description="balance: number of benefit sentences from which balance is required")
    ratio: float = Field(0.15, gt=0, description="balance: required risk sentences per benefit sentence")
    unnamed: str = Field("", description="boxed: message where the topics are named, but not as a boxed warning")
    owed: str = Field("", description="key-risks: message where enough risks are named, but a mandatory one is not")


class StatusMatch(Strict):
    """What the page says about regulatory status, compared with the knowledge base."""

    finds: Literal["missing", "generic", "borrowed", "buried", "wrong-type", "unknown"] = Field(
        description="missing: no notice; generic: product or use unnamed; borrowed: only the approval for another use; "
        "buried: a notice where readers hardly see it; wrong-type: a notice for another kind of product; "
        "unknown: the page sells nothing that is in the knowledge base"
    )
    notices: list[Literal["status", "compounded", "biologic", "dshea"]] = Field(
        default_factory=list, description="the kinds of notice that the rule is responsible for"
    )
    unlisted: str = Field(
        "", description="message for a drug whose use no source lists; empty: skip drugs that are only in the table"
    )
    unlisted_draft: str = Field("", description="the sentence offered for such a drug")


class MetadataMatch(Strict):
    """Author, reviewer and date, in front matter or on the page."""

    need: Literal["author", "reviewer", "date"]
    max_age_months: int = Field(24, gt=0, description="date: maximum age of the newest date, in months")


class StructureMatch(Strict):
    """Parts that a page about a treatment must have."""

    need: Literal["references", "disclosure", "sections"]
    sections: dict[ClassName, str] = Field(
        default_factory=dict, description="sections: lexicon class of the headings -> the section's name"
    )


class SourcesMatch(Strict):
    """The list of references."""

    max_age: int = Field(gt=0, description="maximum age of the newest source, in years")


class ReadabilityMatch(Strict):
    """A limit on a readability metric."""

    metric: Literal["grade", "formula", "sentence-length", "wall-of-text", "jargon", "passive", "numeracy", "language"]
    formula: Formula | None = Field(None, description="formula: a textstat metric; importing textstat takes a second")
    target: float = Field(8, gt=0, description="grade: target school grade, by two formulas; formula: its limit")
    tolerance: float = Field(0, ge=0, description="grade, formula: allowed distance from the target")
    max_words: int = Field(30, gt=0, description="sentence-length, wall-of-text: maximum words per sentence, paragraph")
    nested_words: int = Field(25, gt=0, description="sentence-length: maximum words with nested_clauses or more")
    nested_clauses: int = Field(3, gt=0, description="sentence-length: subordinate clauses for nested_words to apply")
    max_sentences: int = Field(5, gt=0, description="wall-of-text: maximum sentences per paragraph")
    sentences_from_words: int = Field(60, ge=0, description="wall-of-text: shorter paragraphs may have more sentences")
    page_words: int = Field(300, gt=0, description="wall-of-text: longer pages need headings or lists")
    words: list[str] = Field([], description="language: lower-case words that occur in any text of the language")
    least: float = Field(0, ge=0, lt=1, description="language: minimum share of letters that are in these words")
    from_letters: int = Field(200, gt=0, description="language: letters of prose below which a page is not judged")
    tag: str = Field("en", min_length=2, description="language: lower-case prefix of the page's language tag")
    said_in: list[str] = Field([], description="language: metadata keys that name the page's language")
    from_letters_said: int = Field(30, gt=0, description="language: from_letters where the page names another language")

    @model_validator(mode="after")
    def _names_its_formula(self) -> "ReadabilityMatch":
        if (self.metric == "formula") != (self.formula is not None):
            raise ValueError("'formula' names the metric where, and only where, the metric is 'formula'")
        return self

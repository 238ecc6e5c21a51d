"""What the kinds may ask for that look at an article as a whole."""

from typing import Literal

from pydantic import Field, model_validator

from linter.rules.schema.fields import ClassName, Formula, Region, Strict, TopicName, Wording


class RequiresMatch(Strict):
    """When the article does one thing, it must say another."""

    about: Literal["any", "treatment", "named"] = Field(
        "any", description="asked only of pages on a treatment, or of those that name one"
    )
    when: list[Wording] = Field(
        default_factory=list, description="phrase patterns that ask for it; empty: every such page"
    )
    must: list[Wording] = Field(
        default_factory=list, description="phrase patterns; one anywhere in the article is enough"
    )
    void: list[Wording] = Field(
        default_factory=list, description="phrase patterns that say the opposite: what stands in one does not count"
    )
    must_in: dict[Region, list[ClassName]] = Field(
        default_factory=dict, description="region -> lexicon classes; where it is configured, a term of each must stand"
    )
    partly: str = Field("", description="must_in: message where only some of them stand; it is information then")
    brand: bool = Field(False, description="a brand of the knowledge base is enough too")
    byline: bool = Field(False, description="an author or reviewer with a degree is enough too")
    topic: list[TopicName] = Field(
        default_factory=list, description="treatment ids, kind:…, schedule:any; asked only of pages on one of these"
    )
    not_topic: list[TopicName] = Field(
        default_factory=list, description="with about: treatment: a page on these alone is not asked"
    )
    mild_topic: list[TopicName] = Field(
        default_factory=list, description="with about: treatment: a page on these alone gets a note"
    )
    also_offered: bool = Field(
        False, description="with about: treatment: a page that offers one or is on a harmless one gets a note"
    )
    risks: list[str] = Field(
        default_factory=list, description="asked only of pages on a treatment with a known risk that has one of these"
    )
    mild: list[Wording] = Field(
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
    owed: str = Field("", description="key-risks: message where enough are named, but not one that must be")


class StatusMatch(Strict):
    """What is said of the regulator against the knowledge base."""

    finds: Literal["missing", "generic", "borrowed", "buried", "wrong-type", "unknown"] = Field(
        description="missing: no notice; generic: product or use unnamed; borrowed: approval alone; "
        "unknown: the page sells nothing that the knowledge base holds"
    )
    notices: list[Literal["status", "compounded", "biologic", "dshea"]] = Field(
        default_factory=list, description="the kinds of notice that the rule is the owner of"
    )
    unlisted: str = Field(
        "", description="the message on a drug whose use nobody lists; empty: drugs of the table are not judged"
    )
    unlisted_draft: str = Field("", description="the sentence that is offered on such a drug of the table")


class MetadataMatch(Strict):
    """Front matter and the page's own words on author, reviewer and date."""

    need: Literal["author", "reviewer", "date"]
    max_age_months: int = Field(24, gt=0, description="date: the newest date may lie this many months back")


class StructureMatch(Strict):
    """What the page of a treatment must have as a whole."""

    need: Literal["references", "disclosure", "sections"]
    sections: dict[ClassName, str] = Field(
        default_factory=dict, description="sections: lexicon class of a section's headings -> the section's name"
    )


class SourcesMatch(Strict):
    """The list of references."""

    max_age: int = Field(gt=0, description="years that the newest source may be old")


class ReadabilityMatch(Strict):
    """A limit on a readability metric."""

    metric: Literal["grade", "formula", "sentence-length", "wall-of-text", "jargon", "passive", "numeracy", "language"]
    formula: Formula | None = Field(None, description="formula: a metric of textstat; its import takes a second")
    target: float = Field(8, gt=0, description="grade: the school grade aimed at, by two formulas; formula: its limit")
    tolerance: float = Field(0, ge=0, description="grade, formula: what may be missing to the target")
    max_words: int = Field(30, gt=0, description="sentence-length, wall-of-text: most words of a sentence, a paragraph")
    nested_words: int = Field(25, gt=0, description="sentence-length: most words with that many subordinate clauses")
    nested_clauses: int = Field(3, gt=0)
    max_sentences: int = Field(5, gt=0, description="wall-of-text: most sentences of a paragraph")
    sentences_from_words: int = Field(60, ge=0, description="wall-of-text: shorter paragraphs may have more sentences")
    page_words: int = Field(300, gt=0, description="wall-of-text: a longer page needs headings or lists")
    words: list[str] = Field([], description="language: lower-case words that no text of the language does without")
    least: float = Field(0, ge=0, lt=1, description="language: the share of letters that stand in these words")
    from_letters: int = Field(200, gt=0, description="language: less prose than this tells nothing")
    tag: str = Field("en", min_length=2, description="language: how a page calls it, in lower case, at the beginning")
    said_in: list[str] = Field([], description="language: keys of metadata that name the language of a page")
    from_letters_said: int = Field(30, gt=0, description="language: the same, where the page names another language")

    @model_validator(mode="after")
    def _names_its_formula(self) -> "ReadabilityMatch":
        if (self.metric == "formula") != (self.formula is not None):
            raise ValueError("'formula' names the metric where, and only where, the metric is 'formula'")
        return self

"""Kind ``readability``: how hard an article is to read, measured on its prose."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from linter.checks.article import Article, once
from linter.checks.match import Match
from linter.checks.page import on_article
from linter.checks.plain_words import jargon, numeracy, passive, sentence_match
from linter.checks.prose import ProseSentence, prose_of
from linter.document import Scope
from linter.language.readability import METRICS, measure
from linter.rules.program import Rule
from linter.value import Struct

_SECTION_WORDS = 60
"""Minimum words of prose in a section for its grade to mean anything."""


class ArticleReadability(Struct, frozen=True):
    """Words and sentences of prose, and metrics rounded to 2 decimals (empty for an article without prose)."""

    words: int
    sentences: int
    values: Mapping[str, float]


@once
def readability_of(article: Article) -> ArticleReadability:
    """Return the readability of an article's prose; the metrics leave out names of treatments."""
    prose = prose_of(article)
    return ArticleReadability(
        words=sum(len(sentence.words) for sentence in prose),
        sentences=len(prose),
        values=_metrics([sentence.graded for sentence in prose if sentence.graded]),
    )


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report what exceeds each rule's limit. For a text in another language, report only that."""
    for rule in sorted(rules, key=lambda rule: rule.match["metric"] != "language"):
        found = [*FINDERS[rule.match["metric"]](rule, article)]
        yield from found
        if found and rule.match["metric"] == "language":
            return


def _metrics(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    if not sentences:
        return {}
    measured = measure(sentences)
    return {name: round(getattr(measured, name), 2) for name in METRICS}


def _grade(rule: Rule, article: Article) -> Iterator[Match]:
    limit = rule.match["target"] + rule.match["tolerance"]
    values = readability_of(article).values
    if not values or min(values["flesch_kincaid_grade"], values["smog_index"]) <= limit:
        return
    texts = {
        "grade": f"{values['flesch_kincaid_grade']:.1f}",
        "second": f"{values['smog_index']:.1f}",
        "target": f"{rule.match['target']:g}",
        "hardest": _hardest(article),
    }
    yield from on_article(rule, article, texts)


def _formula(rule: Rule, article: Article) -> Iterator[Match]:
    """Compare a textstat metric of the unmodified prose with the rule's limit."""
    name, target, tolerance = rule.match["formula"], rule.match["target"], rule.match["tolerance"]
    if not prose_of(article):
        return
    from linter.language.textstat_metrics import EASE, metric  # lazy: few rules use a formula

    parts = (prose.reading.text[prose.sentence.start : prose.sentence.end].strip() for prose in prose_of(article))
    value = metric(name, " ".join(parts))
    if value < target - tolerance if name in EASE else value > target + tolerance:
        texts = {"formula": name.replace("_", " "), "value": f"{value:.1f}", "target": f"{target:g}"}
        yield from on_article(rule, article, texts)


def _hardest(article: Article) -> str:
    """Return the part of the message on the section with the highest grade; "" with fewer than two sections."""
    by_section: dict[int, list[Sequence[str]]] = defaultdict(list)
    for sentence in prose_of(article):
        by_section[sentence.reading.block.section].append(sentence.graded)
    grades = []
    for section, sentences in by_section.items():
        heading = article.document.sections[section].heading
        if heading is not None and sum(map(len, sentences)) >= _SECTION_WORDS:
            grades.append((_metrics(sentences)["flesch_kincaid_grade"], -section, heading))
    if len(grades) < 2:
        return ""
    grade, _, heading = max(grades)
    return f"; hardest section: '{article.readings[heading].text.strip()}' ({grade:.1f})"


def _sentence_length(rule: Rule, article: Article) -> Iterator[Match]:
    limits = rule.match
    for prose in prose_of(article):
        count = len(prose.words)
        nested = count > limits["nested_words"] and _clauses(prose) >= limits["nested_clauses"]
        if count > limits["max_words"] or nested:
            yield sentence_match(rule, prose, {"words": str(count), "max": str(limits["max_words"])})


def _clauses(prose: ProseSentence) -> int:
    return len(prose.reading.hits_in("prose.clause", prose.sentence.first, prose.sentence.last))


def _walls(rule: Rule, article: Article) -> Iterator[Match]:
    limits = rule.match
    by_block: dict[int, list[ProseSentence]] = defaultdict(list)
    for prose in prose_of(article):
        by_block[prose.reading.block.index].append(prose)
    for sentences in by_block.values():
        words = sum(len(prose.words) for prose in sentences)
        many = len(sentences) > limits["max_sentences"] and words > limits["sentences_from_words"]
        if words > limits["max_words"] or many:
            texts = {"what": f"paragraph of {len(sentences)} sentences and {words} words"}
            yield sentence_match(rule, sentences[0], texts)
    scopes = {block.scope for block in article.document.blocks}
    total = readability_of(article).words
    if total > limits["page_words"] and not scopes & {Scope.HEADING, Scope.LIST_ITEM}:
        yield from on_article(rule, article, {"what": f"page of {total} words without headings or lists"})


def _language(rule: Rule, article: Article) -> Iterator[Match]:
    """Report an article with hardly any of the words that every text in the language has.

    Shares are counted in letters, since not every script separates words. A page that declares another language is
    judged on less text.
    """
    words = [word for sentence in prose_of(article) for word in sentence.words]
    letters = sum(map(len, words))
    known = sum(map(len, filter(frozenset(rule.match["words"]).__contains__, words)))
    declared = next(filter(None, map(article.document.front_matter.values.get, rule.match["said_in"])), None)
    other = isinstance(declared, str) and not declared.lower().startswith(rule.match["tag"])
    least = rule.match["from_letters_said" if other else "from_letters"]
    if letters >= least and known < rule.match["least"] * letters:
        yield from on_article(rule, article)


FINDERS: dict[str, Callable[[Rule, Article], Iterator[Match]]] = {
    "grade": _grade,
    "formula": _formula,
    "sentence-length": _sentence_length,
    "wall-of-text": _walls,
    "jargon": jargon,
    "passive": passive,
    "numeracy": numeracy,
    "language": _language,
}
"""The function for each ``metric``."""

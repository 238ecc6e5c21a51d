"""Metrics of kind ``readability`` on words: unexplained terms, passives without an actor, unclear numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.checks.article import Article
from linter.checks.match import Match
from linter.checks.prose import ProseSentence, prose_of, with_hits
from linter.language.hits import Hit
from linter.language.inflection import is_adverb
from linter.language.words import split_words
from linter.rules.program import Rule

_NEAR = 3
"""Maximum words between a term and the parentheses or explanation that belong to it."""


def jargon(rule: Rule, article: Article) -> Iterator[Match]:
    """Report terms of the glossary (classes ``jargon.*``) whose first use in prose is not explained."""
    seen: set[str] = set()
    sentences = prose_of(article)
    for place, prose, hits in with_hits(article, "jargon", "prose.gloss", "prose.named"):
        for hit in hits["jargon"]:
            if hit.owner in seen:
                continue
            seen.add(hit.owner)
            plain: Sequence[str] = article.program.attributes.get(hit.owner, {}).get("plain", ())
            explained = any(hit.last <= gloss.first <= hit.last + _NEAR for gloss in hits["prose.gloss"])
            explained |= any(hit.first - _NEAR < named.last <= hit.first for named in hits["prose.named"])
            if not explained and not _in_brackets(prose, hit) and not _said(plain, sentences[place : place + 2]):
                yield _words(rule, prose, hit.first, hit.last, {"plain": plain[0] if plain else "plain words"})


def _in_brackets(prose: ProseSentence, hit: Hit) -> bool:
    """Whether a term is in parentheses after its plain words, or parentheses that explain it follow."""
    words = prose.reading.words.words
    before = words[max(prose.sentence.first, hit.first - _NEAR) : hit.first]
    return "(" in before or "(" in words[hit.last : min(prose.sentence.last, hit.last + _NEAR)]


def _said(plain: Iterable[str], nearby: Iterable[ProseSentence]) -> bool:
    """Whether one of the sentences has the plain words for a term."""
    texts = [f" {' '.join(near.reading.words.words[near.sentence.first : near.sentence.last])} " for near in nearby]
    return any(f" {' '.join(split_words(phrase).words)} " in text for phrase in plain for text in texts)


def passive(rule: Rule, article: Article) -> Iterator[Match]:
    """Report modal passives about care that name no actor (*will be monitored*), one per sentence."""
    for _, prose, hits in with_hits(article, "passive.auxiliary", "passive.participle", "passive.agent"):
        participles = {hit.first: hit.last for hit in hits["passive.participle"]}
        words = prose.reading.words.words
        for hit in hits["passive.auxiliary"]:
            # allow one adverb in between: "will be closely monitored", but not "it can be when monitored"
            adverb = hit.last < prose.sentence.last and is_adverb(words[hit.last])
            end = participles.get(hit.last + adverb)
            if end is None:
                continue
            if not any(end <= agent.first <= end + _NEAR for agent in hits["passive.agent"]):
                yield _words(rule, prose, hit.first, end, {})
                break


def numeracy(rule: Rule, article: Article) -> Iterator[Match]:
    """Report mixed denominators, percentages with decimals, and ratios without a plain rate."""
    classes = ("numeracy.percent", "numeracy.proportion", "numeracy.ratio", "numeracy.aside")
    for _, prose, hits in with_hits(article, "numeracy", *classes):
        if hits["numeracy.aside"]:
            continue
        words = prose.reading.words.words
        percent = [hit for hit in hits["numeracy.percent"] if hit.first and words[hit.first - 1][0].isdigit()]
        rates = [hit for hit in hits["numeracy.proportion"] if not _is_year(words[hit.last - 1])]
        decimal = next((hit for hit in percent if "." in words[hit.first - 1]), None)
        ratio = next(iter(hits["numeracy.ratio"]), None)
        if rates and (percent or len({words[hit.last - 1] for hit in rates}) > 1):
            yield sentence_match(rule, prose, {"what": "two kinds of denominator in one sentence"})
        elif decimal is not None:
            yield _words(rule, prose, decimal.first - 1, decimal.last, {"what": "a percentage with decimals"})
        elif ratio is not None and not rates and not percent:
            yield _words(rule, prose, ratio.first, ratio.last, {"what": "a ratio without a plain rate"})


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def sentence_match(rule: Rule, prose: ProseSentence, values: Mapping[str, str]) -> Match:
    """Return a match that covers a sentence."""
    return Match(rule, prose.reading.block, prose.sentence.start, prose.sentence.end, values=values)


def _words(rule: Rule, prose: ProseSentence, first: int, last: int, values: Mapping[str, str]) -> Match:
    return Match(rule, *prose.reading.place(first, last), values=values)

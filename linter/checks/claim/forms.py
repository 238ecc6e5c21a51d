"""The grammatical form of an effect word: ``relieves``, ``to relieve``, ``relieving``, ``relief from``."""

from collections.abc import Sequence
from enum import StrEnum

from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.scene import Scene
from linter.language.hits import Hit
from linter.language.inflection import is_adverb, is_participle, is_regular_plural, is_third_person
from linter.language.reading import Sentence

_JOIN_REACH = 5  # words before the end of a subject in which *and* may join it to another
_OPENING_SIGNS = frozenset(",-\u2013\u2014:;(|\u2022\u2713\u2714\u2705/&.!?\ufffc")


class Form(StrEnum):
    """The form of an effect word."""

    FINITE = "finite"
    IMPERATIVE = "imperative"
    INFINITIVE = "infinitive"
    MODAL = "modal"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    NOUN = "noun"
    MODIFIER = "modifier"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


def verb_form(hit: Hit, scene: Scene) -> Form | None:
    """Return the form of a verb, or None if the word is not a verb in its context (a noun, an adjective)."""
    words, sentence, terms = scene.reading.words.words, scene.sentence, scene.terms
    word, base = words[hit.first], hit.term.partition(" ")[0]
    before = word_before(words, hit.first, sentence.first)
    if terms.covers("grammar.genitive", hit.last):
        return None  # ``the release of``, ``the healing of``
    if is_participle(word, base):
        return Form.PARTICIPLE
    if word == base:
        return _base_form(hit, before, words, sentence, terms)
    if is_third_person(word, base):
        return Form.FINITE
    if terms.covers("grammar.be", before):
        return Form.PASSIVE
    if terms.covers("grammar.have", before):
        return Form.FINITE
    return Form.FINITE if terms.covers("subject", before) or terms.covers("treatment", before) else None


def _base_form(hit: Hit, before: int, words: list[str], sentence: Sentence, terms: BlockTerms) -> Form | None:
    if before < sentence.first:
        return Form.IMPERATIVE
    word = words[before]
    if terms.covers("grammar.to", before):
        return Form.INFINITIVE
    if terms.covers("grammar.modal", before):
        return Form.MODAL
    if word in _OPENING_SIGNS:
        return Form.IMPERATIVE
    if terms.covers("grammar.and", before):
        return Form.IMPERATIVE
    if terms.covers("grammar.modal", sentence.first) and words[sentence.last - 1] == "?":
        return Form.MODAL
    if terms.covers("grammar.plural", before) or is_regular_plural(word):
        return Form.FINITE
    if terms.covers("grammar.help", before):
        return Form.INFINITIVE
    if terms.covers("grammar.determiner", hit.first + 1) and _only_verb(words, sentence, terms):
        return Form.FINITE  # ``probiotics with B. longum reduce the``: a noun would have no article after it
    followed = hit.last < sentence.last and words[hit.last][0].isalnum()
    return Form.FINITE if followed and _joined(before, words, sentence, terms) else None


def _joined(before: int, words: list[str], sentence: Sentence, terms: BlockTerms) -> bool:
    """Whether the subject that ends at a word is a compound one: ``ketamine and esketamine treat``.

    Both nouns must be known terms, unless the sentence has no other verb.
    """
    first = max(sentence.first, before - _JOIN_REACH)
    joins = (place for place in range(before - 1, first, -1) if terms.covers("grammar.join", place))
    join = next(joins, None)
    if join is None or terms.within("grammar.preposition", join, before):
        return False
    return (_names(before, terms) and _names(join - 1, terms)) or _only_verb(words, sentence, terms)


def _only_verb(words: list[str], sentence: Sentence, terms: BlockTerms) -> bool:
    grammar = terms.within("grammar", sentence.first, sentence.last)
    return words[sentence.last - 1] == "." and not any(hit.owner.startswith("grammar.finite") for hit in grammar)


def _names(word: int, terms: BlockTerms) -> bool:
    return any(terms.covers(part, word) for part in ("subject", "treatment", "drug"))


def end_of(hit: Hit, words: Sequence[str]) -> int:
    """Return the end of a hit without final punctuation, which is never in a cue's scope."""
    punctuated = hit.last - hit.first > 1 and not words[hit.last - 1][0].isalnum()
    return hit.last - 1 if punctuated else hit.last


def word_before(words: Sequence[str], place: int, first: int) -> int:
    """Return the index of the word before a place, skipping adverbs; ``first - 1`` at the start of the sentence."""
    index = place - 1
    while index >= first and is_adverb(words[index]):
        index -= 1
    return index

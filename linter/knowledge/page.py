"""A page as the search for topics sees it: folded text, the context of mentions, and passages that do not count."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from linter.document import Document
from linter.knowledge.base import Knowledge
from linter.knowledge.facts import Guard
from linter.knowledge.wordings import fold, has_any
from linter.language.hits import Hit, words_of
from linter.language.reading import BlockReading
from linter.value import Struct

_MIN_CAPITALS = 3  # words in capitals, other than terms, that make a block one in capitals
_REACH = 600  # characters of a sentence before and after a word that are looked at


class Mention(Struct, frozen=True):
    """Words ``[first, last)`` of a block name the treatment or condition ``id``; ``text`` is how it is written."""

    id: str
    block: int
    first: int
    last: int
    text: str


def mention_at(hit: Hit, reading: BlockReading, name: str = "") -> Mention:
    """Turn a hit in a block into a mention of its term, or of ``name`` (an id) if given."""
    return Mention(name or hit.term, reading.block.index, hit.first, hit.last, reading.excerpt(hit.first, hit.last))


class Page(Struct, frozen=True, dict=True):
    """A document with its readings and the knowledge base."""

    document: Document
    readings: Sequence[BlockReading]
    knowledge: Knowledge

    @cached_property
    def folded(self) -> str:
        """The whole text, folded."""
        return fold("\n".join(reading.text for reading in self.readings))

    @cached_property
    def references(self) -> frozenset[int]:
        """The blocks of reference lists."""
        return self._under("section.references")

    @cached_property
    def alternatives(self) -> frozenset[int]:
        """The blocks on alternatives to what the page offers, and on what it no longer offers."""
        return self._under("section.alternatives.beside", "heading.others.withdrawn")

    def _under(self, *names: str) -> frozenset[int]:
        """Return the blocks under a heading with a term of some lexicon classes, and those that open with one."""
        found = {reading.block.index for reading in self.readings if any(hit.first == 0 for hit in reading.of(*names))}
        for section in self.document.sections:
            if section.heading is not None and self.readings[section.heading].of(*names):
                found.update(range(section.start_block, section.end_block))
        return frozenset(found)

    @cached_property
    def _contexts(self) -> dict[tuple[str, Guard], bool]:
        return {}

    def sentence_of(self, mention: "Mention") -> tuple[int, int]:
        """Return a mention's sentence, as its block and its first word."""
        return mention.block, self.readings[mention.block].sentence_at(mention.first).first

    def sentence(self, block: int, word: int) -> str:
        """Return the folded sentence around a word, cut to :data:`_REACH` characters on either side."""
        reading = self.readings[block]
        sentence = reading.sentence_at(word)
        place = reading.start(word)
        return fold(reading.text[max(sentence.start, place - _REACH) : min(sentence.end, place + _REACH)])

    def has_context(self, mention: "Mention", guard: Guard) -> bool:
        """Whether the sentence or the document, as the guard says, has one of the wordings that the guard needs."""
        if guard.within == "sentence":
            return _has_context(self.sentence(mention.block, mention.first), mention, guard)
        key = (mention.text, guard)
        if key not in self._contexts:
            self._contexts[key] = _has_context(self.folded, mention, guard)
        return self._contexts[key]

    def capitals(self, reading: BlockReading, hits: Iterable[Hit]) -> bool:
        """Whether a block has three or more words in capitals outside of hits, or no lower-case letter at all."""
        if not any(char.islower() for char in reading.text):
            return True
        covered = words_of(hits)
        words = reading.words
        shouted = (
            index
            for index in range(len(words))
            if index not in covered
            and words.ends[index] - words.starts[index] > 1
            and reading.text[words.starts[index] : words.ends[index]].isupper()
        )
        return sum(1 for _ in shouted) >= _MIN_CAPITALS


def _has_context(text: str, mention: Mention, guard: Guard) -> bool:
    # a term is no context for itself: "peptide therapy" does not confirm "peptides"
    own = fold(mention.text)
    return has_any(text.replace(own, " " * len(own)), guard.needs_near)

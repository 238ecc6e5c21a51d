"""The reading of a block: its words, its sentences and the terms in it."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from linter.document import Block, Document, InlineKind, Scope
from linter.language.hits import Hit
from linter.language.index.find import Index
from linter.language.sentences import split_sentences
from linter.language.words import Words, split_words
from linter.source import Span
from linter.value import NamedTuple, Struct
from linter.view import View

MAX_SENTENCE_WORDS = 400
"""Maximum words of a sentence, including punctuation. Anything longer is not a real sentence (but a list without
punctuation) and is split, so that algorithms quadratic in the length of a sentence stay fast."""

SET_APART = (InlineKind.STRONG, InlineKind.EMPHASIS)
"""Markup that sets a label apart from the words after it."""


class Sentence(NamedTuple):
    """A sentence of a block: its words ``[first, last)`` and its view characters ``[start, end)``."""

    first: int
    last: int
    start: int
    end: int


Place = tuple[Block, int, int]
"""The place of a finding or its evidence: view offsets ``[start, end)`` of a block."""


class BlockReading(Struct, frozen=True):
    """A block with its words, its sentences and its term hits."""

    block: Block
    words: Words
    sentences: tuple[Sentence, ...]
    families: Mapping[str, Sequence[Hit]]
    """The hits of each owner (a lexicon class or ``rule:CODE``) and its subclasses, in order."""

    @property
    def text(self) -> str:
        """The view's text."""
        return self.block.view.text

    def start(self, word: int) -> int:
        """Return the view offset of the first character of a word."""
        return self.words.starts[word]

    def end(self, word: int) -> int:
        """Return the view offset after the word ``word - 1``, so that ``start(first), end(last)`` is a range."""
        return self.words.ends[word - 1]

    def place(self, first: int, last: int) -> Place:
        """Return the place of the words ``[first, last)``."""
        return self.block, self.words.starts[first], self.words.ends[last - 1]

    def excerpt(self, first: int, last: int) -> str:
        """Return the text of the words ``[first, last)``."""
        return self.text[self.words.starts[first] : self.words.ends[last - 1]]

    def of(self, *classes: str) -> Sequence[Hit]:
        """Return the hits of some classes and their subclasses, in order."""
        if len(classes) == 1:
            return self.families.get(classes[0], ())
        return sorted({hit for name in classes for hit in self.families.get(name, ())})

    def has(self, names: Iterable[str]) -> bool:
        """Return whether the block has a term of one of the classes."""
        return not self.families.keys().isdisjoint(names)

    def has_in(self, first: int, last: int, *classes: str) -> bool:
        """Return whether a term of some classes or their subclasses starts at one of the words ``[first, last)``."""
        for name in classes:
            hits = self.families.get(name)
            if hits and (place := bisect_left(hits, (first,))) < len(hits) and hits[place].first < last:
                return True
        return False

    def hits_in(self, name: str, first: int, last: int) -> Sequence[Hit]:
        """Return the hits of a class and its subclasses that start at the words ``[first, last)``."""
        hits = self.families.get(name)
        return hits[bisect_left(hits, (first,)) : bisect_left(hits, (last,))] if hits else ()

    @property
    def label_end(self) -> int:
        """View offset after the label in bold or italics that starts the block (*Risks.* Some …); 0 without one."""
        marks = (mark for mark in self.block.inlines if mark.start == 0 and mark.kind in SET_APART)
        return next((mark.end for mark in marks if mark.end < len(self.text)), 0)

    def asks(self, sentence: Sentence) -> bool:
        """Return whether a sentence ends in a question mark, possibly followed by quotes, brackets or emphasis."""
        return "?" in self.text[max(sentence.start, sentence.end - 4) : sentence.end]

    def sentence_at(self, word: int) -> Sentence:
        """Return the sentence that a word is in."""
        index = bisect_left(self.sentences, (word + 1,)) - 1  # the last that starts at or before the word
        if index < 0 or self.sentences[index].last <= word:
            index += 1
        return self.sentences[index]


def read_block(
    block: Block, index: Index, abbreviations: Collection[str], known: dict[Hit, tuple[Hit]] | None = None
) -> BlockReading:
    """Read one block. ``known`` caches the one-hit tuples of the article."""
    text = block.view.text
    words = split_words(text)
    # line breaks in a heading are only for looks
    running = text.replace("\n", " ") if block.scope is Scope.HEADING else text
    sentences: list[Sentence] = []
    for start, end in split_sentences(running, abbreviations):
        first = bisect_left(words.starts, start)
        last = bisect_left(words.starts, end)
        while last - first > MAX_SENTENCE_WORDS:
            cut = _cut(words.words, first)
            sentences.append(Sentence(first, cut, start, words.ends[cut - 1]))
            first, start = cut, words.starts[cut]
        if last > first:
            sentences.append(Sentence(first, last, start, end))
    hits = index.find(text, words, [(sentence.first, sentence.last) for sentence in sentences])
    lone: dict[Hit, tuple[Hit]] = {} if known is None else known
    # most owners have one hit, and other blocks have an equal one: sharing the tuples saves memory in long articles
    by_owner = {
        owner: tuple(_longest(own)) if len(own) > 1 else lone.get(own[0]) or lone.setdefault(own[0], (own[0],))
        for owner, own in hits.items()
    }
    return BlockReading(block, words, tuple(sentences), _families(by_owner, index))


def _cut(words: list[str], first: int) -> int:
    """Return the end of the first part of an overlong sentence, after a comma, colon or semicolon if possible."""
    limit = first + MAX_SENTENCE_WORDS
    return next((at for at in range(limit, limit - MAX_SENTENCE_WORDS // 2, -1) if words[at - 1] in ",;:"), limit)


def read_text(text: str, index: Index, abbreviations: Collection[str]) -> BlockReading:
    """Read text outside an article's blocks, such as metadata; it has no place in the source."""
    return read_block(Block(-1, Scope.PARAGRAPH, Span(0, 0), View(text, ())), index, abbreviations)


def read_document(document: Document, index: Index, abbreviations: Collection[str]) -> tuple[BlockReading, ...]:
    """Read every block of a document."""
    known: dict[Hit, tuple[Hit]] = {}
    return tuple(read_block(block, index, abbreviations, known) for block in document.blocks)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits of one owner in order; of overlapping hits, keep the first and longest."""
    ordered = sorted(hits)
    end = 0
    for hit in ordered:
        if hit[0] < end:
            break
        end = hit[1]
    else:
        return ordered  # the usual case: no overlaps
    hits.sort(key=_by_place)
    kept = hits[:1]
    for hit in hits[1:]:
        last = kept[-1]
        if hit[0] >= last[1] or hit[:2] == last[:2]:
            kept.append(hit)
    return kept


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


def _families(hits: Mapping[str, tuple[Hit, ...]], index: Index) -> dict[str, tuple[Hit, ...]]:
    """Return hits by each class that they belong to: a hit of ``effect.cure`` is also one of ``effect``."""
    families: dict[str, tuple[Hit, ...]] = {}
    joined: dict[str, list[Hit]] = {}
    for owner, own in hits.items():
        for name in index.families[owner]:
            if name not in families:
                families[name] = own
            elif name in joined:
                joined[name] += own
            else:
                joined[name] = [*families[name], *own]
    for name, all_own in joined.items():
        all_own.sort()
        families[name] = tuple(all_own)
    return families

"""Finding terms in one pass over the words of a block."""

from collections.abc import Iterable, Mapping

from linter.language.hits import Hit
from linter.language.index.complete import SentenceTerms
from linter.language.index.entries import RANKS
from linter.language.index.known import NOTHING, Pieces
from linter.language.index.tree import ANCHORS, TERMS, Node, children, terms_at
from linter.language.words import Words

_new = tuple.__new__


class Index:
    """Finds terms. Created by ``linter.language.index.build.build``, or from the pieces of an index built earlier."""

    def __init__(self, pieces: Mapping[str, str]) -> None:
        self.pieces = pieces
        """The texts that ``linter.language.index.known.Pieces`` reads."""
        self._read = Pieces(pieces)
        self.families = self._read.families

    def find(self, text: str, words: Words, sentences: Iterable[tuple[int, int]]) -> dict[str, list[Hit]]:
        """Return the hits of a block by owner, unordered. ``sentences`` are word ranges; no hit crosses their borders.

        Wordings with gaps and classes are completed after the plain terms of their sentence, rank by rank.
        """
        hits: dict[str, list[Hit]] = {}
        for first, last in sentences:
            sentence = SentenceTerms(text, words, first, last, self.families)
            self._look_up(sentence)
            self._complete_all(sentence)
            for owner, own in sentence.hits.items():
                if owner in hits:
                    hits[owner] += own
                else:
                    hits[owner] = own
        return hits

    def _look_up(self, sentence: "SentenceTerms") -> None:
        """Collect the terms and anchors that start at each word of a sentence."""
        words, end, hits, known_words = sentence.words, sentence.last, sentence.hits, self._read.known
        families, anchors = sentence.families, sentence.anchors
        for index in range(sentence.first, end):
            word = words[index]
            known = known_words.get(word)
            if known is None:
                known = self._read.learn(word)
            if known is NOTHING:
                continue
            following = index + 1
            if known.starts and following < end:
                after = words[following]
                if after in known.seconds or known.prefixed or not after.isascii():
                    level = known.pairs.get(after)
                    if level is None:
                        level = self._read.lead(known, after)
                    if level:
                        self._walk(level, sentence, index)
            if known.terms:
                families.update(known.families)
                for owner, term in known.terms:
                    if owner in hits:
                        hits[owner].append(_new(Hit, (index, following, owner, term)))
                    else:
                        hits[owner] = [_new(Hit, (index, following, owner, term))]
                for entry in known.class_entries:
                    anchors[entry.rank].append((entry, index, index))
            if known.anchored or known.spelled:
                sentence.note(known.spelled, known.anchored, index, following)

    def _complete_all(self, sentence: "SentenceTerms") -> None:
        """Complete the anchors of a sentence and of its class terms, adding hits."""
        for rank in RANKS:
            new, sentence.new = sentence.new, []
            for hit in new:
                sentence.families.update(self.families[hit[2]])
                for entry in self._read.starting_with(hit[2]):
                    sentence.anchors[entry.rank].append((entry, hit[0], hit[0]))
            if sentence.anchors[rank]:
                sentence.complete(rank)

    def _walk(self, level: list[Node], sentence: "SentenceTerms", first: int) -> None:
        """Follow the words from ``first`` down the tree, from the nodes of the second word on, and collect terms and
        anchors there."""
        index = first + 2
        while level:
            for node in level:
                if TERMS in node or ANCHORS in node:
                    sentence.note(terms_at(node), self._read.anchored_at(node), first, index)
            if index == sentence.last:
                return
            level = [child for node in level for child in children(node, sentence.words[index])]
            index += 1

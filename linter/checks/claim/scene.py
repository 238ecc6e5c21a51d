"""A sentence and its context, as the claim check sees it."""

from collections.abc import Mapping
from functools import cached_property

from linter.checks.claim.block_terms import BlockTerms
from linter.language.clauses import Clauses
from linter.language.hits import Hit
from linter.language.reading import BlockReading, Sentence
from linter.typed import Any
from linter.value import Struct

_LABEL_REACH = 5  # words of a sentence within which a sign may end a label
_LABEL_SIGNS = frozenset("-\u2013\u2014:")


class Scene(Struct, frozen=True, dict=True):
    """A sentence with its block's reading, terms and clauses, and the attributes of lexicon classes."""

    reading: BlockReading
    sentence: Sentence
    terms: BlockTerms
    clauses: Clauses
    attributes: Mapping[str, Mapping[str, Any]]

    @property
    def heading(self) -> bool:
        """Whether the sentence is a heading, or the title of the page."""
        return self.reading.block.is_heading

    @property
    def listed(self) -> bool:
        """Whether the sentence is in a list or a table."""
        return self.reading.block.listed

    @property
    def priced(self) -> bool:
        """Whether the sentence is an entry in a price list."""
        menu = self.listed or self.heading
        return menu and self.reading.has_in(self.sentence.first, self.sentence.last, "promo.price")

    @property
    def own(self) -> bool:
        """Whether the sentence is about the page's own offer."""
        return self.reading.has_in(self.sentence.first, self.sentence.last, "page.selling")

    @property
    def titled(self) -> bool:
        """Whether the sentence is in title case: its longer words are capitalized, and it ends without punctuation."""
        words = [word for word in self.text.split() if len(word) >= 4 and word.isalpha()]
        return self.text[-1:].isalnum() and all(word[0].isupper() for word in words)

    @property
    def text(self) -> str:
        """The text of the sentence."""
        return self.reading.text[self.sentence.start : self.sentence.end]

    @cached_property
    def affirmed(self) -> bool:
        """Whether the next sentence in the block answers yes to this one."""
        return self.reading.has_in(self.sentence.last, self.sentence.last + 1, "answer.yes")

    @property
    def limited(self) -> bool:
        """Whether the next sentence in the block limits this one ("Some notice nothing.")."""
        last = self.sentence.last
        rest = self.reading.sentence_at(last).last if last < len(self.reading.words) else last
        return self.reading.has_in(last, rest, "cue.hedge.limit")

    @cached_property
    def verbless(self) -> bool:
        """Whether the sentence has no finite verb: a bullet, a heading, a label.

        In a list or a heading, a clause that a conjunction opens does not count (``Relief when you need it``).
        """
        end = self.sentence.last
        if self.listed or self.heading:
            borders = self.clauses.after(self.sentence.first + 2, end)
            end = next((border.at for border in borders if border.kind == "subordinate"), end)
        return not self.reading.has_in(self.sentence.first, end, "grammar.finite")

    @cached_property
    def label_end(self) -> int:
        """The end of the part that only names something: the whole sentence if it is verbless, else the words before
        the first colon (``Better sleep: magnesium is …``)."""
        if self.verbless:
            return self.sentence.last
        words = self.reading.words.words
        colon = next((at for at in range(self.sentence.first, self.sentence.last) if words[at] == ":"), 0)
        has_verb = self.reading.has_in(self.sentence.first, colon, "grammar.finite")
        return self.sentence.first if has_verb else colon

    @cached_property
    def label_sign(self) -> int:
        """The sign that ends a short label (``Massage - eases tension``), else the first word."""
        words, first = self.reading.words.words, self.sentence.first
        last = min(first + _LABEL_REACH, self.sentence.last)
        return next((at for at in range(first, last) if words[at] in _LABEL_SIGNS), first)

    @property
    def label_names_treatment(self) -> bool:
        """Whether such a label names a treatment or another subject that is no person."""
        first, last = self.sentence.first, self.label_sign
        known = (*self.terms.within("treatment", first, last), *self.terms.within("subject", first, last))
        return any(hit.owner != "subject.person" for hit in known)

    def of(self, part: str) -> list[Hit]:
        """Return the hits of a part in the sentence."""
        return self.terms.within(part, self.sentence.first, self.sentence.last)

"""The prose of an article: what a reader reads as sentences.

Headings, table cells, buttons, navigation, fine print, list fragments, reference lists and legal notices are not prose.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from linter.checks.article import Article, once
from linter.document import Scope
from linter.expression import expression
from linter.language.hits import Hit, words_of
from linter.language.reading import BlockReading, Sentence
from linter.value import Struct

_SCOPES = frozenset({Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.QUOTE})
_CLOSED = expression(r"""[.!?:;…]["')\]*_]*\Z""")
_UNCLOSED_SENTENCE = 8
"""Words from which a paragraph's last line without a period is a sentence; a shorter one is a label."""


class ProseSentence(Struct, frozen=True):
    """A sentence of prose: ``words`` as spoken (``isn't`` is one), and ``graded``, without names of treatments."""

    reading: BlockReading
    sentence: Sentence
    words: tuple[str, ...]
    graded: tuple[str, ...]


@once
def prose_of(article: Article) -> tuple[ProseSentence, ...]:
    """Return the prose sentences of an article, in reading order."""
    apparatus = _apparatus_sections(article)
    return tuple(
        sentence
        for reading in article.readings
        if reading.block.scope in _SCOPES and reading.block.section not in apparatus
        for sentence in _sentences(reading)
    )


def with_hits(
    article: Article, wanted: str, *classes: str
) -> Iterator[tuple[int, ProseSentence, Mapping[str, Sequence[Hit]]]]:
    """Yield the prose sentences with a hit of ``wanted``: the index, the sentence, and its hits of each class."""
    for place, prose in enumerate(prose_of(article) if wanted in article.holding else ()):
        reading, sentence = prose.reading, prose.sentence
        if reading.has_in(sentence.first, sentence.last, wanted):
            named = (wanted, *classes)
            yield place, prose, {name: reading.hits_in(name, sentence.first, sentence.last) for name in named}


def _sentences(reading: BlockReading) -> Iterator[ProseSentence]:
    legal = {reading.sentence_at(hit.first) for hit in reading.of("prose.legal")}
    names = words_of(reading.of("treatment"))
    for sentence in reading.sentences:
        if sentence in legal:
            continue
        words = _spoken(reading, sentence, ())
        closed = _CLOSED.search(reading.text, sentence.start, sentence.end) is not None
        if closed or (reading.block.scope is Scope.PARAGRAPH and len(words) >= _UNCLOSED_SENTENCE):
            graded = _spoken(reading, sentence, names) if names else words
            yield ProseSentence(reading, sentence, words, graded)


def _spoken(reading: BlockReading, sentence: Sentence, excluded: Collection[int]) -> tuple[str, ...]:
    """Return the words of a sentence without punctuation; a clitic is joined to the word before it."""
    spoken: list[str] = []
    for index in range(sentence.first, sentence.last):
        word = reading.words.words[index]
        if index in excluded:
            continue
        if word[0].isalnum():
            spoken.append(word)
        elif word[0] == "'" and len(word) > 1 and spoken:
            spoken[-1] += word
    return tuple(spoken)


def _apparatus_sections(article: Article) -> frozenset[int]:
    """Return the sections of references and legal notices, with their subsections."""
    headings = (
        reading for reading in article.holding.get("prose.apparatus", ()) if reading.block.scope is Scope.HEADING
    )
    return article.document.with_subsections(reading.block.section for reading in headings)

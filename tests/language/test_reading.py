"""A text without periods is read in pieces, which cover its words in order and end at commas if there are any."""

import pytest

from linter.document import Block, Scope
from linter.language.reading import MAX_SENTENCE_WORDS, read_block, read_text
from linter.source import Span
from linter.view import View


@pytest.mark.parametrize("unit", ["word ", "one, two ", "one two, three; four: "])
def test_no_sentence_is_endless(program, unit):
    reading = read_text(unit * MAX_SENTENCE_WORDS, program.index, program.abbreviations)
    sentences = reading.sentences
    assert [sentence.first for sentence in sentences] == [0, *(sentence.last for sentence in sentences[:-1])]
    assert sentences[-1].last == len(reading.words)
    assert all(sentence.last - sentence.first <= MAX_SENTENCE_WORDS for sentence in sentences)
    for sentence in sentences:
        assert (sentence.start, sentence.end) == (reading.start(sentence.first), reading.end(sentence.last))
        assert "," not in unit or reading.words.words[sentence.last - 1] in (",", ":", ";") or sentence is sentences[-1]


@pytest.mark.parametrize(("scope", "sentences"), [(Scope.HEADING, 1), (Scope.PARAGRAPH, 2)])
def test_a_heading_is_broken_to_look_well(program, scope, sentences):
    block = Block(0, scope, Span(0, 0), View("Our Drip Cures\nBack Pain", ()))
    assert len(read_block(block, program.index, program.abbreviations).sentences) == sentences


def test_a_long_sentence_stays_whole(program):
    reading = read_text("word " * (MAX_SENTENCE_WORDS - 1) + ".", program.index, program.abbreviations)
    assert len(reading.sentences) == 1

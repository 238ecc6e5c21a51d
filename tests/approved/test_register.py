"""Find approved wordings in an article, verbatim or nearly so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.approved import ApprovedClaim
from linter.approved.register import Register, words_of
from linter.language.reading import read_document
from linter.parsers import parse
from linter.source import SourceText
from tests.cpu_time import grows_within

CLAIM = ApprovedClaim("drip-1", "Some people feel “less tired” after a drip - for a day.", "a study", "Jane Roe")


def readings(text, program, path="a.md"):
    return read_document(parse(SourceText(path, text)), program.index, program.abbreviations)


EXACT = {
    "as it is": "Some people feel “less tired” after a drip - for a day.",
    "other case, spaces and quotes": 'SOME people  feel "less tired"\nafter a drip - for a day!',
    "markup among the words": "Some **people** feel “[less tired](/a)” after a drip - for a day.",
    "between other sentences": "We say so. Some people feel “less tired” after a drip - for a day. No more.",
    "in a list": "- Some people feel “less tired” after a drip - for a day",
    "an entity": "Some people feel &quot;less tired&quot; after a drip - for a day.",
}
OTHER = {
    "a word less": "Some people feel “less tired” after a drip.",
    "a word more": "Some people often feel “less tired” after a drip - for a day.",
    "another word": "Many people feel “less tired” after a drip - for a day.",
    "a sentence that goes on": "Some people feel “less tired” after a drip - for a day or two.",
    "a sentence that began before": "It is not true that some people feel “less tired” after a drip - for a day.",
    "over two paragraphs": "Some people feel “less tired”\n\nafter a drip - for a day.",
    "code among the words": "Some people feel `x` “less tired” after a drip - for a day.",
}


@pytest.mark.parametrize("text", EXACT.values(), ids=EXACT)
def test_word_for_word(text, program):
    register = Register((CLAIM,))
    (use,) = [use for reading in readings(text, program) for use in register.exact(reading)]
    said = use.reading.text[use.start : use.end]
    assert words_of(said) == words_of(CLAIM.text)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_not_word_for_word(text, program):
    assert not [use for reading in readings(text, program) for use in Register((CLAIM,)).exact(reading)]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Many people feel “less tired” after a drip - for a day.", True),
        ("Some people feel “less tired” after a drip - for a day or two.", True),
        ("For a day after a drip “less tired” feel some people.", False),
        ("Most clinics sell a drip.", False),
        ("Drip.", False),
    ],
)
def test_nearly(text, near, program):
    register = Register((CLAIM,))
    found = [
        use for reading in readings(text, program) for use in register.near(reading, list(register.exact(reading)))
    ]
    assert bool(found) == near


def test_of_wordings_that_begin_alike_the_longest(program):
    short = ApprovedClaim("short", "Some people feel better", "a study", "Jane Roe")
    long = ApprovedClaim("long", "Some people feel better after a drip", "a study", "Jane Roe")
    (reading,) = readings("Some people feel better after a drip.", program)
    assert [use.claim.id for use in Register((short, long)).exact(reading)] == ["long"]


@pytest.fixture(scope="module")
def found(program):
    """The matches of a one-claim register in a text of three sentences, the second of which is the wording."""

    def find(wording):
        claim = ApprovedClaim("x", wording, "a study", "Jane Roe")
        text = f"We open. {wording[:1].upper()}{wording[1:]}. We close."
        return [use for reading in readings(text, program) for use in Register((claim,)).exact(reading)]

    return find


@given(st.lists(st.sampled_from(["drip", "nurse", "safe", "it"]), min_size=2, max_size=8))
def test_claims_are_found(found, words):
    assert len(found(" ".join(words))) == 1


def test_a_large_register_takes_no_longer_than_its_hits(program):
    (reading,) = readings("We are open on weekdays and on some weekends, and parking is free. " * 200, program)

    def near(size):
        claims = tuple(
            ApprovedClaim(str(number), f"Wording {number} of the register says w{number} x{number}", "a", "b")
            for number in range(size)
        )
        register = Register(claims)
        return lambda: list(register.near(reading, list(register.exact(reading))))

    assert grows_within(near, 40, 4000, 4)


@pytest.mark.parametrize(
    ("markets", "regions", "abroad"),
    [
        ((), ("us", "uk"), ()),
        (("us",), ("us", "us-ca"), ()),
        (("us",), ("us", "uk"), ("uk",)),
        (("us-ca",), ("us", "us-ca"), ("us",)),
    ],
)
def test_markets(markets, regions, abroad):
    assert ApprovedClaim("x", "y", "z", "w", markets=markets).abroad(regions) == abroad

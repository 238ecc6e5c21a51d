"""Findings are marked at their spans, in the text as readers see it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.parsers import parse
from linter.reports.html.inlines import Note, as_read, render
from linter.reports.html.placement import Mark, marks_of
from linter.source import SourceText, Span
from linter.view import DROPPED


def read(text, name="a.md"):
    return parse(SourceText(name, text))


def shown(text, *marked, name="a.md", clues=()):
    """The first block of a text as HTML, with findings 1, 2 … on these parts of its source."""
    document = read(text, name)

    def span(piece):
        return Span(text.index(piece), text.index(piece) + len(piece))

    found = [(number, span(piece), [span(clue) for clue in clues]) for number, piece in enumerate(marked, 1)]
    marks, home = marks_of(document, found)
    assert set(home) == set(range(1, len(marked) + 1))
    notes = {number: Note("error" if number == 1 else "info", f"f{number}") for number in home}
    return "".join(render(document, block, marks.get(block.index, ()), notes) for block in document.blocks)


NUMBER = '<a class="number {1}" id="at-f{0}" href="#finding-f{0}" aria-label="Finding {0}, {1}">{0}</a>'
ONE, TWO = NUMBER.format(1, "error"), NUMBER.format(2, "info")


@pytest.mark.parametrize(
    ("text", "marked", "html"),
    [
        ("It cures all.", ["cures"], f'It <mark class="error" data-n="1">cures</mark>{ONE} all.'),
        (
            "It **cures** all.",
            ["It **cures**"],
            (
                '<mark class="error" data-n="1">It </mark><strong><mark class="error" data-n="1">cures</mark></strong>'
                f"{ONE} all."
            ),
        ),
        (
            "It cures it all.",
            ["It cures", "cures it"],
            (
                f'<mark class="error" data-n="1">It </mark><mark class="error several" data-n="1 2">cures</mark>{ONE}'
                f'<mark class="info" data-n="2"> it</mark>{TWO} all.'
            ),
        ),
        ("Tom &amp; <b>x</b>", ["&amp;"], f'Tom <mark class="error" data-n="1">&amp;</mark>{ONE} <strong>x</strong>'),
        ("“Quotes” – stay", [], "“Quotes” – stay"),
        ("Type `<b>` now", [], "Type <code>&lt;b&gt;</code> now"),
        ("As shown[^1].\n\n[^1]: x", [], "As shown<sup>1</sup>.x"),
        (
            "See [this](https://a.example/?x=1&y=2).",
            [],
            'See <a class="out" href="https://a.example/?x=1&amp;y=2" rel="noreferrer nofollow">this</a>.',
        ),
        (
            "See [this](javascript:alert(1)).",
            [],
            'See <span class="link" title="javascript:alert(1)">this</span>.',
        ),
        ("See <https://a.example>", [], 'See <a class="out" href="https://a.example" rel="noreferrer nofollow">https://a.example</a>'),
        ("a\u202eb", [], "a[U+202E]b"),
        ("\u202ebc\u202cd", [], "[U+202E][U+202C]cbd"),
        (
            "It c\u202dures.",
            ["c\u202dures"],
            (
                'It <mark class="error" data-n="1">c</mark><mark class="error" data-n="1">[U+202D]ures</mark>'
                f"{ONE}."
            ),
        ),
        ("so\u00adft", [], "soft"),
        ("1 < 2 & \"3\" > 'x'", [], "1 &lt; 2 &amp; &quot;3&quot; &gt; &#x27;x&#x27;"),
    ],
)  # fmt: skip
def test_text_as_a_reader_sees_it(text, marked, html):
    assert shown(text, *marked) == html


def test_evidence_is_marked_apart():
    html = shown("It surely cures all.", "cures", clues=["It", "all"])
    assert html.startswith('<span data-clue="1">It</span> surely <mark class="error" data-n="1">cures</mark>')
    assert html.endswith('<span data-clue="1">all</span>.')


def test_evidence_within_a_finding_is_part_of_it():
    assert "data-clue" not in shown("It cures all.", "cures all", clues=["cures"])


def test_an_image_is_named_and_never_loaded():
    html = shown("Look ![our clinic](https://a.example/x.png) here")
    assert html == 'Look <span class="absent">image</span> hereour clinic'


def test_a_finding_across_an_image_stays_in_its_block():
    html = shown("Look ![our clinic](x.png) here now", "Look ![our clinic](x.png) here")
    assert html.endswith(" now" + "our clinic")
    assert html.count("data-n=") == 3


def test_nothing_shows_a_span_outside_the_text():
    document = read("---\ntitle: A\ndate: 2026-01-01\n---\n\nText.\n")
    at = document.source.text.index("2026")
    marks, home = marks_of(document, [(1, Span(at, at + 10), [])])
    assert (marks, home) == ({}, {})


def test_many_findings_on_one_word_name_the_first_eight():
    document = read("cures")
    marks, _ = marks_of(document, [(number, Span(0, 5), []) for number in range(1, 51)])
    html = render(document, document.blocks[0], marks[0], {n: Note("info", f"f{n}") for n in range(1, 51)})
    assert 'data-n="1 2 3 4 5 6 7 8"' in html
    assert html.count('class="number info"') == 50


class Text(HTMLParser):
    """Collects the text of HTML, without the numbers of findings, and the elements open at each place."""

    def __init__(self):
        super().__init__()
        self.text, self.open, self.attributes = "", [], set()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.number = ("class", "number info") in attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.number = False

    def handle_data(self, data):
        if not (self.open and self.number):
            self.text += data


WORDS = st.lists(
    st.sampled_from(
        [
            "plain",
            "**strong**",
            "*em*",
            "[link](https://a.example)",
            "&amp;",
            "`<x>`",
            "<script>",
            "a<b",
            "é",
            '"q"',
            "’",
        ]
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60)
@given(WORDS, st.data())
def test_any_marks_on_any_text_give_sound_html_with_the_same_text(words, data):
    document = read(" ".join(words))
    for block in document.blocks:
        length = len(block.view.text)
        pair = st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(lambda found: found[0] < found[1])
        found = data.draw(st.lists(pair, max_size=5))
        marks = [Mark(start, end, number) for number, (start, end) in enumerate(found, 1)]
        html = render(document, block, marks, {mark.number: Note("info", f"f{mark.number}") for mark in marks})
        parser = Text()
        parser.feed(str(html))
        parser.close()
        assert parser.open == []
        assert parser.attributes <= {"class", "data-n", "href", "rel", "title", "id", "aria-label"}
        if DROPPED not in block.view.text:
            assert parser.text == as_read(document, block)

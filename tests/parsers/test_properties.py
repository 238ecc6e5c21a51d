"""Invariants of every article in every format."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.invariants import check_front_matter, check_order, check_views
from linter.document import Scope
from linter.parsers import FORMATS, parse
from linter.source import SourceText
from tests.cpu_time import grows_within

MODEST = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    [
        "cure",
        "relief",
        "NAD+",
        "don’t",
        "naïve",
        "疲労",
        "e\u0301te\u0301",
        "😀",
        "👩‍⚕️",
        "10",
        "re\u00adlief",
        "a\u00a0b",
        "“x”",
        "—",
    ]
)
SPACES = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "", "\n\n", "\n  ", "\n> "])
SHARED_MARKS = [
    "&amp;",
    "&nbsp;",
    "&#8217;",
    "&shy;",
    "<br>",
    "<b>",
    "</b>",
    "<sup>2</sup>",
    "<!-- medlint: x -->",
    "[3]",
]
MARKS = {
    "markdown": "* ** *** _ ` ``` [ ](u) ![ | |-|-| \\ [^1] ~~ {.x} <div> </div> <details> https://x.y/z_a".split(" "),
    "html": (
        "<p> </p> <div> </div> <li> <ul> </ul> <td> <h2> </h2> <span> </span> < > <a> </a> <script> </script> <nav> "
        "</nav> <!-- --> <button> <small> <summary> <code>x</code> <![CDATA["
    ).split(" "),
    "text": ["\n\n", "- ", "1. ", "• ", "> ", "   ", "***\n", "A heading\n\n"],
}
MARKS["markdown"] += [*SHARED_MARKS, "# ", "- ", "> ", "1. ", ": ", "\n\n", "\n---\n"]
MARKS["html"] += [*SHARED_MARKS, "<a href='#'>", '<a class="btn">', "<img alt='a &amp; b'>", "<p hidden>"]
MARKS["template"] = [*MARKS["html"], *"{{ }} {% %} {# #} {%-".split(" "), "{{ a }}", "{% if b > 1 %}", "{% comment %}"]
MARKS["template"] += ["{% endcomment %}", "{# medlint: z #}", "{% schema %}", "{% endschema %}", '<a href="{{ u }}">']
MARKS["tsx"] = [
    *'<p> </p> <> </> { } {" "} <Card /> <b> </b> " \\n \\u{e9} ` ${ ( ) [ ] , ; : => && ? +'.split(" "),
    *("const a = ", "title: ", "export const metadata = ", "<Card title='t' items={", "// medlint: y\n", "&apos;"),
    *("return (\n", '["Better sleep", "Less"]', "{/* medlint: x */}", "items.map((x) => ", "/>", "title={`a ${b} c`}"),
]
for name in ("astro", "svelte", "vue"):
    MARKS[name] = [*MARKS["html"], *MARKS["tsx"], "---\n", "{{ a }}", "{#if a}", "{/if}", "<script>", "<template>"]
MARKS["mdx"] = [
    *MARKS["markdown"],
    *'{ } {a} {` <> </> </Card> <Card /> {"word"}'.split(" "),
    "<Card title='t'>",
    "    ",
]
MARKS["mdx"] += ["<Card\n", "import a from 'b'\n", "export const a = {\n", "{/* medlint: y */}"]


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str]:
    name = draw(st.sampled_from(FORMATS))
    parts = draw(st.lists(st.one_of(WORDS, SPACES, st.sampled_from(MARKS[name])), max_size=40))
    front = draw(
        st.sampled_from(["", "", "---\ntitle: A “b”\n---\n", "+++\ntitle = 'x'\n+++\n", "---\r\na: [\r\n---\r\n"])
    )
    return name, front + "".join(parts)


@MODEST
@given(articles())
def test_views_blocks_and_sections_hold_together(article: tuple[str, str]) -> None:
    name, text = article
    document = parse(SourceText("article", text), name)
    assert document.format == name
    check_views(document)
    check_order(document)
    check_front_matter(document)


@MODEST
@given(st.text(max_size=200), st.sampled_from(FORMATS))
def test_any_text_is_an_article(text: str, name: str) -> None:
    document = parse(SourceText("article", text), name)
    check_views(document)
    check_order(document)


@MODEST
@given(st.text(alphabet="<>/!-[]{}()\"'`=&;*_#|:\\ \n\rabAB$", max_size=120), st.sampled_from(FORMATS))
def test_any_signs_are_an_article(text: str, name: str) -> None:
    check_views(parse(SourceText("article", text), name))


HOSTILE: dict[str, Iterable[str]] = {
    "quotations": (">" * 20_000 + "x",),
    "brackets": ("[" * 20_000,),
    "elements": ("<div>" * 20_000 + "x", "<div>" * 10_000 + "deep" + "</div>" * 10_000),
    "emphasis": ("*a **b " * 5_000,),
    "comments": ("<!--" * 20_000, "<!-- medlint: x -->" * 3_000),
    "unclosed": ('<a b="' * 10_000, '<x y="\n' * 5_000, "</b>" * 10_000),
    "braces": ("{" * 20_000, "{`" * 10_000, "{/*" * 10_000, "{'" * 10_000),
    "references": ('<a href="#x">1</a> ' * 3_000, "[^1] [3](#r) " * 3_000),
    "modules": ("export const a\n" * 5_000, "import {\n" * 5_000),
    "tags": ("{{" * 20_000, "{% comment %}" * 5_000, "{#" * 20_000, "{{ a }}" * 5_000),
    "code": (
        "<p>{x && " * 5_000,
        "<p>" * 10_000 + "</p>" * 10_000,
        "const a = " + "[" * 10_000,
        "a = " + "'x' + " * 10_000 + "1",
        "a" + ".b" * 10_000,
        "<p>a{x}b</p>" * 3_000,
        "<>" + "<A b={<i>x</i>}/>text" * 2_000 + "</>",
        "({a:" * 5_000,
    ),
    "addresses": ("www." * 10_000, "https://" * 10_000),
    "menus": ("<a>x</a> y " * 4_000,),
    "around": ("<em>" * 600 + "<p>x</p>" * 2_000,),
    "metadata": (
        "---\na: " + "[" * 20_000 + "\n---\nx",
        "---\n" + "a: &a [*a]\n---\nx",
        "---\nx\n" + "a:\n" * 10_000 + "---\n",
    ),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_time_is_linear_in_hostile_text(kind: str, name: str) -> None:
    for text in HOSTILE[kind]:

        def read(size: int, text: str = text) -> Callable[[], object]:
            source = SourceText("article", text[:size] + text[-20:])  # and its end, which closes open elements
            return lambda: parse(source, name)

        # eight times the text: a quadratic step takes 64 times as long
        assert grows_within(read, len(text) // 16, len(text) // 2, 20)


def test_text_is_found_however_deep_it_stands() -> None:
    deep = parse(SourceText("a.html", "<div>" * 10_000 + "deep" + "</div>" * 10_000 + "<h1>Out</h1>"))
    assert [(block.scope, block.view.text) for block in deep.blocks] == [
        (Scope.PARAGRAPH, "deep"),
        (Scope.HEADING, "Out"),
    ]

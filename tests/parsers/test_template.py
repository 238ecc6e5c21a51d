import pytest

from linter.parsers import parse
from linter.source import SourceText
from tests.parsers.outline import outline

CASES = {
    "outputs are dropped": ("<p>Care by {{ doctor.name }} in town</p>", ["paragraph: Care by # in town"]),
    "several at once": ("<p>See {{ a }}{{ b }} now</p>", ["paragraph: See # now"]),
    "a sign in a tag": ("{% if a > b %}<p>Safe</p>{% endif %}", ["paragraph: Safe"]),
    "tags in attributes": (
        '<a class="btn" href="{{ url }}" {% if x %}title="y"{% endif %}>Book now</a><img alt="{{ alt }}">',
        ["button: Book now"],
    ),
    "comments": ("{% comment %}no{% endcomment %}{# nor <p>this</p> #}{% # or that %}<p>Yes</p>", ["paragraph: Yes"]),
    "what themes keep": (
        '<h2>Care</h2>{% schema %}{"name": "Not shown"}{% endschema %}{%- style -%}p{}{%- endstyle -%}',
        ["heading 2: Care"],
    ),
    "raw": ("{% raw %}<p>Kept</p>{% endraw %}", ["paragraph: Kept"]),
    "an end that is missing": ("<p>An {{ open tag</p><p>more</p>", ["paragraph: An {{ open tag", "paragraph: more"]),
    "loops": (
        "<ul>{% for b in list %}<li>Better {{ b }}</li>{% endfor %}<li>Sleep</li></ul>",
        ["list-item 1: Better #", "list-item 1: Sleep"],
    ),
    "metadata": ("---\ntitle: Care\n---\n<p>Text</p>", ["title: Care", "paragraph: Text"]),
}


@pytest.mark.parametrize("case", CASES)
def test_templates(case: str) -> None:
    text, expected = CASES[case]
    assert outline(text, "template") == expected


@pytest.mark.parametrize(
    "comment", ["{# medlint: ignore EFF001 -- why #}", "{% comment %}medlint: ignore EFF001 -- why{% endcomment %}"]
)
def test_comments_speak_to_medlint(comment: str) -> None:
    document = parse(SourceText("a.liquid", f"<p>é</p>\n{comment}\n<p>b</p>"))
    directive = document.directives[0]
    assert (directive.text, directive.block_before) == ("ignore EFF001 -- why", 0)
    assert document.source.text[directive.span.start : directive.span.end] == comment

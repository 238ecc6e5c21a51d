import pytest

from linter.parsers.html_tokens import Comment, Tag, decode, entities, tokens


def shown(text: str) -> list[str]:
    lines = []
    for token in tokens(text, 0, len(text)):
        if isinstance(token, Tag):
            lines.append(f"{'/' * token.closing}{token.name}{' empty' * token.empty}")
        elif isinstance(token, Comment):
            lines.append(f"comment:{token.text}")
        else:
            lines.append(f"{'raw' if token.raw else 'text'}:{text[token.start : token.end]}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<P>b</p >c", ["text:a", "p", "text:b", "/p", "text:c"]),
        ("<br/><img />", ["br empty", "img empty"]),
        ("a < b <3 c", ["text:a < b <3 c"]),
        ("<!-- a --><!--><!---><!--b", ["comment: a ", "comment:b"]),
        ("<!DOCTYPE x><?php y ?>a", ["text:a"]),
        ("<script>a<b</script >c", ["script", "raw:a<b", "/script", "text:c"]),
        ("<title>a<b</title>", ["title", "text:a<b", "/title"]),
        ("<style>a", ["style", "raw:a"]),
        ("<a b='>'>c", ["a", "text:c"]),
        ('<a b="c', ["a"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_attributes_and_where_their_values_stand() -> None:
    text = '<a HREF = "/b" c=\'d e\' f=g/h hidden i="" href=x>'
    (tag,) = tokens(text, 0, len(text))
    assert isinstance(tag, Tag)
    assert tag.values == {"href": "/b", "c": "d e", "f": "g/h", "hidden": "", "i": ""}
    assert {key: text[span.start : span.end] for key, span in tag.spans.items()} == {
        "href": "/b",
        "c": "d e",
        "f": "g/h",
        "i": "",
    }


def test_entities() -> None:
    text = "a &amp; b&nbsp;&#x41;&unknown;"
    assert list(entities(text, 0, len(text))) == [
        ("", 0, 2),
        ("&", 2, 7),
        ("", 7, 9),
        ("\u00a0", 9, 15),
        ("A", 15, 21),
        ("", 21, 30),
    ]
    assert decode("a&amp;b") == "a&b"

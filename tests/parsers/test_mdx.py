import pytest

from tests.parsers.outline import outline, read

BLOCKS = {
    "modules": ("import A from 'a'\nexport const b = {\n  c: '}',\n\n}\n\nText\n", ["paragraph: Text"]),
    "words are no modules": (
        "import duty rises\n\nexport it\n",
        ["paragraph: import duty rises", "paragraph: export it"],
    ),
    "expressions": ("a {b} c {`d${e}`} {f({g: '}'})} h\n", ["paragraph: a # c # # h"]),
    "strings are text": ('a{" "}b {"c d"} {\'e\'}\n', ["paragraph: a b c d e"]),
    "unbalanced braces are text": ("a { b\n\nc } d {e}\n", ["paragraph: a { b", "paragraph: c } d #"]),
    "a sign is no tag": ("a < b and 5 <6\n", ["paragraph: a < b and 5 <6"]),
    "elements around Markdown": (
        "<Box>\n    **a** b\n\n    - c\n\n    <Inner>\n        # d\n    </Inner>\n</Box>\n\ne\n",
        ["paragraph: a b", "list-item 1: c", "heading 1: d", "paragraph: e"],
    ),
    "elements in a line": (
        "a <Tip text={<b>x</b>}>*b*</Tip>c re<b>lie</b>f <Icon /> d\n",
        ["paragraph: a bc relief d"],
    ),
    "properties are copy": (
        '<Card\n  title="A"\n  description={"B"}\n  image={{src: "x"}}\n  alt={alt}\n/>\n',
        ["paragraph: A", "paragraph: B"],
    ),
    "buttons": (
        '<Button href="/a">Book</Button>\n\n<CTA label="Call" />\n\n<PrimaryButton>\n  Go\n</PrimaryButton>\n',
        ["button: Book", "button: Call", "button: Go"],
    ),
    "links and images": (
        'See <Link href="/a">a</Link>.\n\n<Image src={x} alt="b" />\n',
        ["paragraph: See a.", "alt-text: b"],
    ),
    "HTML elements": ('<div className="disclaimer">\n  a\n</div>\n\n<p>b</p>\n', ["fine-print: a", "paragraph: b"]),
    "code is left alone": ("`{a} <B>` c\n\n```jsx\n<D>{\n```\n\n{e} f\n", ["paragraph: # c", "paragraph: # f"]),
    "escapes": ("\\{a\\} \\<b\n", ["paragraph: {a} <b"]),
    "addresses": ("<https://a.b> c\n", ["paragraph: # c"]),
    "fragments": ("<>\n  a\n</>\n", ["paragraph: a"]),
    "front matter": ("---\ntitle: a\n---\nimport b from 'c'\n\n# d\n", ["title: a", "heading 1: d"]),
}


@pytest.mark.parametrize("case", BLOCKS)
def test_blocks(case: str) -> None:
    text, expected = BLOCKS[case]
    assert outline(text, "mdx") == expected


@pytest.mark.parametrize("comment", ["{/* medlint: x */}", "{ /*medlint: x*/ }", "<!-- medlint: x -->"])
def test_directives(comment: str) -> None:
    document = read(f"a\n\n{comment}\n\nb\n", "mdx")
    (found,) = document.directives
    assert (found.text, found.block_before) == ("x", 0)
    assert document.source.text[found.span.start : found.span.end] == comment


def test_positions_after_what_was_replaced() -> None:
    text = "<Box>\n    é {x} *dose*\n</Box>\n\nlast\n"
    document = read(text, "mdx")
    first, last = document.blocks
    at = first.view.text.index("dose")
    assert first.view.span(at, at + 4).start == text.index("dose")
    assert last.span.start == text.index("last")

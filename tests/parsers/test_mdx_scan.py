import pytest

from linter.parsers.mdx_scan import scan


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {b} c", ["{b}"]),
        ("{ {a: '}'} }", ["{ {a: '}'} }"]),
        ('{"\\"}"}', ['{"\\"}"}']),
        ("{`${`}`}`} x", ["{`${`}`}`}"]),
        ("{/* } */} {a // }\n}", ["{/* } */}", "{a // }\n}"]),
        ("{ a {b}", ["{b}"]),
        ("it's {a} and it's {b}", ["{a}", "{b}"]),
        ("<A b={<c d='}'/>} {...e}>f</A>", ["<A b={<c d='}'/>} {...e}>", "</A>"]),
        ('<A\n  b="c > d"\n/>', ['<A\n  b="c > d"\n/>']),
        ("<A.B c:d='e'/> <></>", ["<A.B c:d='e'/>", "<>", "</>"]),
        ("a <b c < d, <https://e.f>, <5", []),
        ("<a\n\nb>", []),
        ("import a from 'b'\nimport {\n  c\n} from 'd'\n\ne", ["import a from 'b'\n", "import {\n  c\n} from 'd'\n"]),
        ("export const a = {\n\n  b,\n}\n\nc", ["export const a = {\n\n  b,\n}\n"]),
        ("export it\n\nimport duty", []),
        ("`{a}` ``{`b`}`` ` {c}", ["{c}"]),
        ("```js\n{a}\n```\n~~~\n<B>", []),
        ("\\{a} \\<B>", []),
    ],
)
def test_scan(text: str, found: list[str]) -> None:
    assert [text[item.start : item.end] for item in scan(text, 0)] == found

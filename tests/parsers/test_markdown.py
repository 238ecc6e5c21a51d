import pytest

from tests.parsers.outline import inlines, outline, read

BLOCKS = {
    "headings": (
        "# One {#id .x}\n\nTwo\n---\n\n### *Three* ###\n",
        ["heading 1: One", "heading 2: Two", "heading 3: Three"],
    ),
    "soft and hard breaks": (
        "a\nb  \nc\\\nd<br>e <br/> f\n",
        ["paragraph: a b\nc\nd\ne\nf"],
    ),
    "nested lists": (
        "- one\n  more\n  1. two\n\n     still two\n- [x] done\n",
        ["list-item 1: one more", "list-item 2: two", "list-item 2: still two", "list-item 1: done"],
    ),
    "quotes": ("> a\n> b\n>\n> > c\n\n> - d\n", ["quote 1 quoted: a b", "quote 2 quoted: c", "list-item 1 quoted: d"]),
    "a callout quotes nobody": ("> [!WARNING]\n> Ask first.\n", ["paragraph: Ask first."]),
    "definition lists": ("Term\n: What it is\n", ["paragraph: Term", "paragraph: What it is"]),
    "code": ("a `b` c\n\n```\nnot prose\n```\n\n    nor this\n", ["paragraph: a # c"]),
    "what is set in below an admonition or a tab is no code": (
        '!!! tip "a"\n    b\n\n    *c*\n\nd\n\n=== "e"\n\n\tf\n\ng\n\n    code\n',
        [
            'paragraph: !!! tip "a" b',
            "paragraph: c",
            "paragraph: d",
            'paragraph: === "e"',
            "paragraph: f",
            "paragraph: g",
        ],
    ),
    "a shortcode over several lines quotes nobody": ("{{< card\n  title='a'\n>}}\nb\n", ["paragraph: # b"]),
    "a fence that nothing closes hides nothing": (
        "a\n\n~~~ é\n# b\n\nc\n",
        ["paragraph: a", "heading 1: b", "paragraph: c"],
    ),
    "a comment that nothing closes hides nothing": (
        "a <!-- b --> c\n\n<!-- é\n\n# d\n\n<!--\ne\n",
        ["paragraph: a c", "paragraph: é", "heading 1: d", "paragraph: e"],
    ),
    "a tag that nothing closes hides nothing": (
        "a `<pre>` b\n\n<PRE\nid=c>\n\n# d\n\n<textarea>\ne\n\n<code>\n\n- f <kbd>g\n- h\n",
        ["paragraph: a # b", "heading 1: d", "paragraph: e", "list-item 1: f g", "list-item 1: h"],
    ),
    "a menu that nothing closes": (
        "<nav>\n\na\n\n</nav>\n\n<div class='menu'>\n\nb\n\n- c\n",
        ["navigation: a", "paragraph: b", "list-item 1: c"],
    ),
    "lines that are shown as they stand": (
        "<pre>\na\n# b\n\nc\n</pre>\n\nd\n",
        ["paragraph: a\n# b", "paragraph: c", "paragraph: d"],
    ),
    "fences that something closes": (
        "```\na\n```\n\n> ```\n> b\n\n- ~~~\n  c\n\nd\n\n    e\n    f\n\n~~~~\ng\n~~~\n ~~~~~",
        ["paragraph: d"],
    ),
    "images": (
        "See ![a *small* pump](p.png) here\n\n![](x.png)\n\n[![Logo](l.png)](/)\n",
        ["paragraph: See # here", "alt-text: a small pump", "alt-text: Logo"],
    ),
    "addresses": ("See <https://a.b> or https://c.d/e_f?g=1&h=2, or www.i.j.\n", ["paragraph: See # or #, or #."]),
    "reference definitions": ("[a][b] and [b]\n\n[b]: /u 'T'\n", ["paragraph: a and b"]),
    "footnotes": ("Shown[^n].\n\n[^n]: In *mice*.\n", ["paragraph: Shown#.", "fine-print: In mice."]),
    "strikethrough": ("~~old~~ new\n", ["paragraph: old new"]),
    "escapes and entities": (
        "5 \\* 4 &lt; 3 &copy; &#8217; &nbsp;x re&shy;lief\n",
        ["paragraph: 5 * 4 < 3 © ' x relief"],
    ),
    "templates": ("Visit {{ site.name }} {% if x %}now{% endif %} today\n", ["paragraph: Visit # #now# today"]),
    "a lone link is a button": ("[Book now](/b){: .btn}\n", ["button: Book now"]),
    "a link in text is text": ("Then [book now](/b).\n", ["paragraph: Then book now."]),
    "fine print": (
        "<small>All *of* it</small>\n\nNot <small>all</small>\n",
        ["fine-print: All of it", "paragraph: Not all"],
    ),
    "rows of a table": (
        "| a | b |\n|---|---|\n| c \\| d | |\n",
        ["table-header: a", "table-header: b", "table-cell: c | d"],
    ),
    "html blocks": (
        "<div class='disclaimer'>\n\nNo *advice*.\n\n</div>\n\nAdvice.\n",
        ["fine-print: No advice.", "paragraph: Advice."],
    ),
    "details": (
        "<details><summary>More</summary>\n\nHidden **text**\n\n</details>\n\nOpen\n",
        ["summary: More", "paragraph closed: Hidden text", "paragraph: Open"],
    ),
    "html in a list stays in the list": ("- <div>a\n- b\n\nc\n", ["list-item 1: a", "list-item 1: b", "paragraph: c"]),
    "html in a quotation": ("> <p>\n> said\n> </p>\n", ["quote 1 quoted: said"]),
    "comments are not prose": ("a <!-- b --> c\n\n<!--\nd\n\ne\n-->\n", ["paragraph: a c"]),
    "nothing": ("\n***\n\n!!!\n", []),
}


@pytest.mark.parametrize("case", BLOCKS)
def test_blocks(case: str) -> None:
    text, expected = BLOCKS[case]
    assert outline(text) == expected


@pytest.mark.parametrize("case", BLOCKS)
def test_line_endings_make_no_difference(case: str) -> None:
    text, expected = BLOCKS[case]
    assert outline(text.replace("\n", "\r\n")) == expected


def test_inlines() -> None:
    text = "**a *b*** [c](/d) <b>e</b> <q>f</q> x[^1] [3, 4] `g` ![h](i) [5](#r)\n\n[^1]: n\n"
    assert inlines(text) == [
        ("strong", "a b", ""),
        ("emphasis", "b", ""),
        ("link", "c", "/d"),
        ("strong", "e", ""),
        ("quotation", "f", ""),
        ("reference", "#", ""),
        ("reference", "[3, 4]", ""),
        ("code", "#", ""),
        ("image", "#", "i"),
        ("reference", "#", "#r"),
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("relief<sup>1,2</sup>.", "relief#."),
        ("relief<sup>*</sup>", "relief#"),
        ("10<sup>9</sup> cells", "109 cells"),
        ("5 m<sup>2</sup> room", "5 m2 room"),
        ("the 2<sup>nd</sup> dose", "the 2nd dose"),
        ("Brand<sup>®</sup>", "Brand®"),
        ("CO<sub>2</sub> laser", "CO2 laser"),
    ],
)
def test_raised_text_is_a_reference_only_where_it_is_one(text: str, prose: str) -> None:
    assert outline(text) == [f"paragraph: {prose}"]


def test_rows_group_cells() -> None:
    document = read("|a|b|\n|-|-|\n|c|d|\n\n|e|\n|-|\n")
    assert [block.row for block in document.blocks] == [0, 0, 1, 1, 2]


def test_directives_know_what_stands_before_them() -> None:
    document = read("<!-- medlint: first -->\n\na\n\nb <!--medlint:second one--> c\n\n<!-- other -->\n")
    assert [(found.text, found.block_before) for found in document.directives] == [("first", -1), ("second one", 1)]
    span = document.directives[1].span
    assert document.source.text[span.start : span.end] == "<!--medlint:second one-->"


def test_characters_beyond_ascii_do_not_shift_positions() -> None:
    document = read("# 疲労 😀 é\n\n“Ça” *va*\n")
    assert [document.source.text[block.span.start : block.span.end] for block in document.blocks] == [
        "疲労 😀 é",
        "“Ça” *va",
    ]

import pytest

from tests.parsers.outline import inlines, outline, read

BLOCKS = {
    "paragraphs and text runs": (
        "<div>a<p>b</p>c<section>d</section></div>",
        ["paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d"],
    ),
    "white space": ("<p>\n  a\t b\n c </p>", ["paragraph: a b c"]),
    "tags join text": ("<p>re<b>lie</b>f</p>", ["paragraph: relief"]),
    "labels that touch are parted": (
        "<li><span>Duration</span><span>60 min</span></li>",
        ["list-item 1: Duration 60 min"],
    ),
    "a word in parts is one word": ("<p><span>T</span>he m<span>RNA</span></p>", ["paragraph: The m RNA"]),
    "breaks": ("<p>a<br>b <br/> c</p>", ["paragraph: a\nb\nc"]),
    "entities": ("<p>Q&amp;A &lt;5&nbsp;mg&#33; &unknown; AT&T</p>", ["paragraph: Q&A <5 mg! &unknown; AT&T"]),
    "lists": ("<ul><li>a<ul><li>b</ul><li><p>c</p></ul>", ["list-item 1: a", "list-item 2: b", "list-item 1: c"]),
    "tables": (
        "<table><caption>t</caption><tr><th>a<td>b<tr><td>c</table>",
        ["caption: t", "table-header: a", "table-cell: b", "table-cell: c"],
    ),
    "quotations": (
        "<blockquote>a<p>b</p><footer>who</footer></blockquote>",
        ["quote 1 quoted: a", "quote 1 quoted: b", "quote 1 quoted: who"],
    ),
    "figures": ('<figure><img alt="a &amp; b"><figcaption>c</figcaption></figure>', ["alt-text: a & b", "caption: c"]),
    "details": (
        "<details><summary>a</summary><p>b</p></details><p hidden=until-found>c</p>",
        ["summary: a", "paragraph closed: b", "paragraph closed: c"],
    ),
    "not prose": (
        (
            "<style>a</style><script>b<p></script><noscript>c</noscript><svg><desc>d</desc></svg><pre><code>e</code></pre>"
            "<p hidden>f</p><p aria-hidden=true>g</p><p style='display: none'>h</p><template>i</template>"
            "<select><option>j</select><!-- k --><p>l <code>m</code></p>"
        ),
        ["paragraph: l #"],
    ),
    "what a style hides": (
        (
            "<p style='color: red; DISPLAY:none !important'>a</p><p style='display:none;display:block'>b</p>"
            "<p style='--display:none'>c</p><p style='/*display:none*/'>d</p>"
            "<p style='background:url(display:none)'>e</p>"
        ),
        ["paragraph: b", "paragraph: c", "paragraph: d", "paragraph: e"],
    ),
    "what is hidden ends with its element": (
        "<datalist><option>a</datalist><p>b</p><table><template><tr><td>c</template><tr><td>d</table>",
        ["paragraph: b", "table-cell: d"],
    ),
    "a drawing ends where a paragraph begins": (
        "<svg style='display:none'><g><p>a</p></g></svg><svg hidden><foreignObject><p>b</p></foreignObject></svg>",
        ["paragraph: a"],
    ),
    "what only looks like an attribute hides nothing": (
        "<p 'hidden'>a</p><p =hidden>b</p><p\u00a0hidden>c</p><p title='d'hidden>d</p>",
        ["paragraph: a", "paragraph: b", "paragraph: c"],
    ),
    "a tree in the shadow": (
        "<a-b><template shadowrootmode=open><p>a</p></template>b</a-b>",
        ["paragraph: a", "paragraph: b"],
    ),
    "buttons": (
        (
            '<button>a</button><a class="btn btn-lg" href=#>b</a><div><a href=#>c</a></div><p><a role=button>d</a></p>'
            '<input type=submit value="e">'
        ),
        ["button: a", "button: b", "button: c", "button: d", "button: e"],
    ),
    "a button in a sentence": ("<p>Please <button>book</button> now</p>", ["paragraph: Please book now"]),
    "a button in a heading": ("<h3><button>Why?</button></h3>", ["heading 3: Why?"]),
    "a card is no button": ("<a href=/x><h3>a</h3><p>b</p></a>", ["heading 3: a", "paragraph: b"]),
    "menus": (
        "<nav><h2>a</h2><ul><li><a>b</a></ul></nav><div role=navigation>c</div><ul class='main-menu'><li>d</ul>",
        ["navigation: a", "navigation: b", "navigation: c", "navigation: d"],
    ),
    "a row of links": ("<div><a>a</a> <a>b</a><a>c</a></div>", ["button: a", "button: b", "button: c"]),
    "links in a sentence": ("<div>See <a>a</a> and <a>b</a>.</div>", ["paragraph: See a and b."]),
    "fine print": (
        "<p><small>a</small></p><div class=disclaimer>b</div><footer>c<h2>d</h2><ul><li>e</ul></footer>",
        ["fine-print: a", "fine-print: b", "fine-print: c", "heading 2: d", "fine-print: e"],
    ),
    "the head": (
        "<title>a</title><meta name=description content='b &amp; c'><meta property='og:description' content='d'>",
        ["title: a", "description: b & c"],
    ),
    "a description for others only": (
        "<meta property='og:description' content='d'><p>e",
        ["description: d", "paragraph: e"],
    ),
    "unclosed and stray": (
        "<p>a<p>b</div>c</b> d < e <h2>g<h3>h",
        ["paragraph: a", "paragraph: b", "paragraph: c d < e", "heading 2: g", "heading 3: h"],
    ),
    "lines that are shown as they stand": (
        "<pre>\na\nb &amp; c\r\n \r\nd <b>e\nf</b>\n\n</pre>g\nh",
        ["paragraph: a\nb & c", "paragraph: d e\nf", "paragraph: g h"],
    ),
    "code among lines": ("<pre><code>a\n\nb</code>\nc</pre>", ["paragraph: #\nc"]),
    "text that is shown as it stands": (
        "<textarea>a <b></textarea>c<xmp>d</xmp>",
        ["paragraph: a <b>", "paragraph: c", "paragraph: d"],
    ),
    "what nothing closes hides nothing that browsers show": (
        "<p>a <code>b<p>c<kbd><p>d<math><p>e<svg><path><p>f<textarea><p>g<xmp><p>h<pre><p>i",
        [f"paragraph: {text}" for text in ("a b", "c", "d", "e", "f", "g", "h", "i")],
    ),
    "a menu that nothing closes": (
        "<nav><a>a</a></nav><nav><p>b</p><div class=menu><p>c</p></div><NAV>d</nav><div role=navigation>e<Nav/>f",
        ["navigation: a", "paragraph: b", "navigation: c", "navigation: d", "paragraph: e", "paragraph: f"],
    ),
    "what machines are told is shown": ("<div aria-hidden=true>a</div><section aria-hidden=true>b", ["paragraph: b"]),
    "what nothing closes stays hidden where it is": ("<section aria-hidden=true hidden>a", []),
    "a title that nothing closes": ("<head><title>a</head><p>b", ["title: a", "paragraph: b"]),
    "what an object shows in its absence, parts of an image": (
        "<object><p>a</object><map>b</map>",
        ["paragraph: a", "paragraph: b"],
    ),
    "labels of a drawing": (
        (
            "a <svg><title>t</title><path d=x><g></svg>b<div>"
            "<svg><defs><text>n</text></defs><text>c</text><text>d</text></svg></div>"
        ),
        ["paragraph: a b", "paragraph: c", "paragraph: d"],
    ),
    "misnested": ("<b><p>a</b> b</p>c", ["paragraph: a b", "paragraph: c"]),
    "an end tag does not leave its cell": (
        "<div><table><td>a</div>b<td>c</table>d</div>",
        ["table-cell: a", "table-cell: b", "table-cell: c", "paragraph: d"],
    ),
    "comments": ("<!-->a<!---->b<!-- <p>x --!>c<!-- open <p>d", ["paragraph: abc"]),
    "other markup": ("<?xml version='1.0'?><!DOCTYPE html><![CDATA[ x ]]><p>a</p>", ["paragraph: a"]),
    "a section of XML ends as a comment does": ("<![CDATA[<p>a</p>]]>", ["paragraph: a"]),
    "front matter": ("---\ntitle: a\n---\n<p>b</p>", ["title: a", "paragraph: b"]),
    "custom elements": ("<my-card>a</my-card><my-card>b</my-card>", ["paragraph: a", "paragraph: b"]),
    "an attribute with a sign": ("<p title='a > b'>c</p><p title=it's>d</p>", ["paragraph: c", "paragraph: d"]),
}


@pytest.mark.parametrize("case", BLOCKS)
def test_blocks(case: str) -> None:
    text, expected = BLOCKS[case]
    assert outline(text, "html") == expected


def test_inlines() -> None:
    text = '<p><a href="/a?b&amp;c">a</a> <strong>b</strong> <em>c</em> <sup><a href="#1">1</a></sup> d [2]</p>'
    assert inlines(text, "html") == [
        ("link", "a", "/a?b&c"),
        ("strong", "b", ""),
        ("emphasis", "c", ""),
        ("reference", "#", ""),
        ("reference", "[2]", ""),
    ]


def test_what_the_head_says() -> None:
    text = (
        '<html lang=" es-MX">'
        '<meta name="author" content="A &amp; B"><meta property="article:modified_time" content="2024-05-01">'
        '<script type="application/ld+json">{"dateModified": "2024-05-01"}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    front_matter = read(text, "html").front_matter
    assert front_matter.values == {
        "lang": "es-MX",
        "author": "A & B",
        "article:modified_time": "2024-05-01",
        "json-ld": [{"dateModified": "2024-05-01"}],
    }
    span = front_matter.spans["author"]
    assert text[span.start : span.end] == "A &amp; B"


def test_rows_that_can_be_pressed_are_rows() -> None:
    document = read("<table><tr role=button><td>a<td>b<tr role=button><td>c<td>d</table>")
    assert [(block.row, block.column) for block in document.blocks] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_rows_and_directives() -> None:
    document = read("<table><tr><td>a<td>b<tr><td>c</table><!-- medlint: x -->", "html")
    assert [block.row for block in document.blocks] == [0, 0, 1]
    assert [(found.text, found.block_before) for found in document.directives] == [("x", 2)]

import pytest

from linter.parsers import parse
from linter.source import SourceError, SourceText
from tests.parsers.outline import inlines, outline

CASES = {
    "white space": ("<p>\n  Ask{' '}\n  <b>your</b>\n  doctor\n\n  first\n</p>", ["paragraph: Ask yourdoctor first"]),
    "entities": ("<p>It&apos;s &#8217; a&nbsp;b</p>", ["paragraph: It's ' a b"]),
    "strings in braces": ('<p>Ask {"your"} {`doctor`}</p>', ["paragraph: Ask your doctor"]),
    "escapes": ("const title = 'It\\'s \\u00e9 \\x41 \\u{1F600} \\\n end'", ["paragraph: It's é A 😀 end"]),
    "expressions": ("<p>Care by {doctor.name}, {`in ${city}`}</p>", ["paragraph: Care by #, in #"]),
    "sums": ('const title = "Care " + name + " " + `for you`', ["paragraph: Care # for you"]),
    "conditions": (
        "<div>{ok ? <p>Yes</p> : 'No thanks'}{ok && <b>Now</b>}</div>",
        ["paragraph: Yes", "paragraph: No thanks", "paragraph: Now"],
    ),
    "lists": ("<ul>{items.map((x) => <li key={x}>Better {x}</li>)}</ul>", ["list-item 1: Better #"]),
    "arrays": (
        "const a = ['Better sleep', 'Less pain']; const b = ['sm', 'md']; f(['px-2 py-4']); const c = ['px-2 py-4 a']",
        ["list-item 1: Better sleep", "list-item 1: Less pain"],
    ),
    "arrays that are mapped": (
        "<ul>{['Better sleep', 'Calm'].map((x) => <li>{x}</li>)}</ul>",
        ["list-item 2: Better sleep", "list-item 2: Calm"],
    ),
    "data": (
        "const a = [{ title: 'NAD+', href: '/nad plus', icon: 'a b', 'body': `Text`, points: ['One two', 'Three'] }]",
        ["paragraph: NAD+", "paragraph: Text", "list-item 1: One two", "list-item 1: Three"],
    ),
    "no copy": (
        "import a from 'b c'; const key = 'x y'; t('a b'); const x = { title: '/a/b', label: 'text-sm', text: 'a1' }",
        [],
    ),
    "properties": (
        '<Card title="Read &amp; this" className="a b" description={"Text"} label={`in ${x}`} tip="no" {...p} />',
        ["paragraph: Read & this", "paragraph: Text", "paragraph: in #"],
    ),
    "properties of elements": (
        '<><div title="no">Text</div><img alt="A tank" src="x" /><button aria-label="Close it">x</button></>',
        ["paragraph: Text", "alt-text: A tank", "alt-text: Close it", "button: x"],
    ),
    "elements in properties": (
        "<p>One <Tip text={<><i>two</i></>}>three</Tip></p>",
        ["paragraph: One", "paragraph: two", "paragraph: three"],
    ),
    "defaults": ("function A({ title = 'Hello there', size = 'a b' }) {}", ["paragraph: Hello there"]),
    "headings": (
        "<Hero><PageTitle>One</PageTitle><Heading level={3}>Two</Heading><Text as='h4'>Three</Text></Hero>",
        ["heading 1: One", "heading 3: Two", "heading 4: Three"],
    ),
    "components": (
        "<><motion.h2>x</motion.h2><SectionTitle>y</SectionTitle><ListItem>z</ListItem><Footer>f</Footer></>",
        ["heading 2: x", "heading 2: y", "list-item 1: z", "fine-print: f"],
    ),
    "components in text": ("<p>Ask <Term>your doctor</Term> first</p>", ["paragraph: Ask your doctor first"]),
    "components apart": ("<div><Lead>One</Lead><Lead>Two</Lead></div>", ["paragraph: One", "paragraph: Two"]),
    "buttons": ("<Button href='/x'>Book now</Button>", ["button: Book now"]),
    "hidden": ("<><p hidden>a</p><p aria-hidden={true}>b</p><style jsx>{`p {}`}</style><code>x</code></>", []),
    "code": ("<p>Take <code>x</code> now</p>", ["paragraph: Take # now"]),
    "types": ("const a = <T,>(x: T) => x; let b: { title: 'a b' } = c as unknown as 'd e'", []),
    "the head": (
        "<Head><title>Care</title><meta name='description' content='In short' /></Head>",
        ["title: Care", "description: In short"],
    ),
    "what is broken": ("<div><p>Text</p><p>More", ["paragraph: Text", "paragraph: More"]),
}


@pytest.mark.parametrize("case", CASES)
def test_pages(case: str) -> None:
    text, expected = CASES[case]
    assert outline(text, "tsx") == expected


def test_links() -> None:
    assert inlines('<p>See <Link href="/a">this</Link> and <a href={x}>that</a></p>', "tsx") == [
        ("link", "this", "/a"),
        ("link", "that", ""),
    ]


def test_exported_metadata_is_metadata() -> None:
    text = (
        "const meta = { title: 'no' }\n"
        "export const metadata: Metadata = { title: 'Cáre', description: `In short`, n: 3, ok: true, who: x, "
        "openGraph: { title: 'Care', images: ['a'] }, 'medlint-ignore': ['EFF001 -- why'] }"
    )
    document = parse(SourceText("page.tsx", text))
    assert [block.scope.value for block in document.blocks] == ["paragraph", "title", "description"]
    assert document.front_matter.values == {
        "title": "Cáre",
        "description": "In short",
        "n": 3,
        "ok": True,
        "who": None,
        "openGraph": {"title": "Care", "images": ["a"]},
        "medlint-ignore": ["EFF001 -- why"],
    }
    span = document.front_matter.spans["title"]
    assert text[span.start : span.end] == "title: 'Cáre'"


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("<>\n{/* medlint: ignore EFF001 -- why */}\n<p>b</p></>", "/* medlint: ignore EFF001 -- why */"),
        ("const é = [\n// medlint: ignore EFF001 -- why\n{title: 'b'}]", "// medlint: ignore EFF001 -- why"),
    ],
)
def test_comments_speak_to_medlint(text: str, comment: str) -> None:
    document = parse(SourceText("a.jsx", text))
    (directive,) = document.directives
    assert (directive.text, directive.block_before) == ("ignore EFF001 -- why", -1)
    assert text[directive.span.start : directive.span.end] == comment


def test_code_that_would_take_without_end_is_refused() -> None:
    with pytest.raises(SourceError, match="too broken"):
        parse(SourceText("a.tsx", "{!" * 3_000))

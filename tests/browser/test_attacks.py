"""Articles are hostile input: nothing in them may run, load, restyle the page or leave its place."""

import re

import pytest

from linter.outcome import FileError, FileReport, Kind, TreatmentFact
from linter.parsers import parse
from linter.reports import writer_of
from linter.reports.html.folder import file_name, write_folder
from linter.source import SourceText, Span
from linter.value import replace
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation
from tests.reports.sample import report

RAN = "window.ran=1;alert(1)"
ATTACKS = (
    f"<script>{RAN}</script>",
    f"</script><script>{RAN}</script>",
    f"</noscript><script>{RAN}</script>",
    f"</style><script>{RAN}</script>",
    f"--><script>{RAN}</script><!--",
    f"<!--<script>{RAN}</script>",
    f"]]><script>{RAN}</script>",
    f"<img src=x onerror={RAN!r}>",
    f"<svg onload={RAN!r}><animate onbegin={RAN!r} attributeName=x></svg>",
    f"<details open ontoggle={RAN!r}>x</details>",
    f'" onmouseover="{RAN}" autofocus onfocus="{RAN}" x="',
    f"' onclick='{RAN}' x='",
    f"[link](javascript:{RAN})",
    f"[link](JaVa&#10;ScRiPt:{RAN})",
    f"[link](data:text/html,<script>{RAN}</script>)",
    f"<a href=\"javascript:{RAN}\">link</a>",
    f"<javascript:{RAN}>",
    "[away](//evil.example/x) ![pixel](https://evil.example/pixel.png)",
    "<iframe src=https://evil.example></iframe><object data=https://evil.example></object>",
    "<style>body{display:none}@import url(https://evil.example/x.css)</style>",
    '<p style="background:url(https://evil.example/x.png);position:fixed;inset:0">over</p>',
    "<meta http-equiv=refresh content='0;url=https://evil.example'><base href=https://evil.example/>",
    "<form action=https://evil.example><input name=x><button>Send</button></form>",
    "<link rel=stylesheet href=https://evil.example/x.css><link rel=prefetch href=https://evil.example>",
    "{{ 7 * 7 }} {% include 'x' %} ${alert(1)} {alert(1)}",
    "\u202ereversed \u2066isolated \u200fright \u0000".replace("\u0000", "\u0007"),
    "line\u2028separator\u2029paragraph",
    "W" * 5_000,
    "a\u0300" * 300,
    "<p id=front><p id=data><p id=articles><p name=help class='sheet note'>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "<template><script>alert(1)</script></template><math><mtext><script>alert(1)</script></mtext></math>",
)  # fmt: skip


def hostile(attack, number, name):
    """An article that is an attack, with an attack in every field of a finding."""
    source = SourceText(
        f"content/{attack[:80]}-{number}{name}",
        f"# {attack}\n\nIt says {attack} and more.\n\n- {attack}\n\n|{attack}|\n|-|\n|x|\n",
    )
    document = parse(source)
    found = []
    for block in document.blocks:
        if not block.view.text.strip():
            continue
        span = block.view.span(0, len(block.view.text))
        found.append(
            Violation(
                source.path,
                span,
                source.position(span.start),
                source.position(span.end),
                attack,
                attack,
                attack,
                Severity.ERROR,
                attack,
                source.text[span.start : span.end],
                attack,
                (Evidence(attack, attack, Span(0, 5)),),
                (
                    Citation(attack, attack, attack, f"javascript:{RAN}"),
                    Citation("x", "x", "x", f"https://a.example/{attack}"),
                ),
                attack,
                Edit(span, attack, safe=False),
                f"{attack}{number}{len(found)}",
                Suppression(attack, attack, attack, attack) if len(found) % 3 == 2 else None,
            )
        )
    fact = TreatmentFact(attack, attack, True, 1, attack, (attack,), (attack,), (attack,))
    return FileReport(source.path, 1, 1, {attack: 1.0, "flesch_kincaid_grade": 9.0}, (fact,), tuple(found), document)


@pytest.fixture(scope="module")
def run():
    """A run over attacks in every format."""
    formats = (".md", ".html", ".mdx", ".txt")
    files = tuple(hostile(attack, number, name) for number, attack in enumerate(ATTACKS) for name in formats)
    errors = tuple(FileError(attack, attack, Kind.INPUT) for attack in ATTACKS)
    return replace(report(), files=files, errors=errors, version=ATTACKS[0], regions=(ATTACKS[1],))


STRANGERS = """() => {
  const bad = [];
  const ours = new Set(("class id href title rel dir data-n data-clue aria-label tabindex role data-label scope "
    + "aria-hidden hidden type open colspan aria-labelledby data-family data-rule download disabled").split(" "));
  const foreign = "script style iframe object embed img link meta base template math video".split(" ");
  const known = /^(#|https?:\\/\\/|articles\\/|\\.\\.\\/|index\\.html|findings\\.csv|[\\w-]+\\.html$)/;
  for (const element of document.querySelectorAll(".sheet *, #front *")) {
    const name = element.localName;
    if (foreign.includes(name)) bad.push(name);
    const drawing = element.closest("svg, form, table#articles");
    for (const attribute of element.attributes)
      if (!ours.has(attribute.name) && !drawing) bad.push(`${name} ${attribute.name}`);
    for (const attribute of element.attributes)
      if (attribute.name.startsWith("on") || attribute.name === "style") bad.push(`${name} ${attribute.name}`);
    const target = element.getAttribute("href");
    if (target !== null && !known.test(target)) bad.push(target);
  }
  if (window.ran) bad.push("something ran");
  return [...new Set(bad)];
}"""


def check(page):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(100)
    assert page.evaluate(STRANGERS) == []
    # trigger handlers that wait for the pointer or focus
    page.evaluate(
        """() => { for (const element of document.querySelectorAll(".sheet *, #articles *")) {
          for (const name of ["mouseover", "focus", "toggle", "error", "load"]) element.dispatchEvent(new Event(name));
        } }"""
    )
    assert page.evaluate("window.ran") is None
    assert page.locator("body").is_visible()


def test_one_page(visit, run, tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes("".join(writer_of("html")(run)).encode("utf-8", "replace"))
    with visit(path) as page:
        assert page.evaluate("document.querySelectorAll('.sheet').length") == len(run.files)
        assert page.evaluate("JSON.parse(document.querySelector('#data').textContent).articles.length") == len(
            run.files
        )
        check(page)


def test_escaping_holds_without_the_policy(visit, run, tmp_path):
    """The policy is the second line of defense; escaping alone must suffice."""
    path = tmp_path / "report.html"
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", "".join(writer_of("html")(run)), count=1)
    path.write_bytes(text.encode("utf-8", "replace"))
    with visit(path) as page:
        check(page)


def test_the_policy_holds_without_escaping(chromium, single, tmp_path):
    """Without escaping, the policy stops scripts, styles and requests."""
    path = tmp_path / "report.html"
    attack = "".join(ATTACKS[:11]) + ATTACKS[19] + ATTACKS[20] + "<img src=https://evil.example/x.png>"
    text = single.read_text(encoding="utf-8").replace("<h1>Review report</h1>", f"<h1>Review report</h1>{attack}")
    path.write_text(text, encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    answered = []
    page.on("dialog", lambda dialog: (answered.append("dialog"), dialog.dismiss()))
    page.on("response", lambda response: answered.append(response.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert [what for what in answered if not what.startswith("file:")] == []
    context.close()


def test_the_folder(visit, run, tmp_path):
    write_folder(run, tmp_path)
    with visit(tmp_path / "index.html") as page:
        assert page.locator("#articles tbody tr").count() == 50
        check(page)
    for file in run.files[::9]:
        with visit(tmp_path / "articles" / file_name(file.path)) as page:
            check(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_huge_words_wrap(visit, run, tmp_path, width):
    files = tuple(file for file in run.files if "WWWW" in file.path)
    path = tmp_path / "report.html"
    path.write_text("".join(writer_of("html")(replace(run, files=files, errors=()))), encoding="utf-8")
    for fragment in ("", "#article-1", "#article-2"):
        with visit(path, fragment, viewport={"width": width, "height": 700}) as page:
            needed, given = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert needed <= given


def test_directions_stay_in_their_place(visit, tmp_path):
    """A right-to-left override does not affect the words after it: its passage is isolated, the override is shown by its
    code, and the words appear as readers of the article saw them."""
    source = SourceText("a.md", "Not \u202esafe\u202c at all. \u05d0\u05d1 and more.\n")
    file = FileReport(source.path, 1, 1, {}, (), (), parse(source))
    path = tmp_path / "report.html"
    path.write_text("".join(writer_of("html")(replace(report(), files=(file,), errors=()))), encoding="utf-8")
    with visit(path, "#article-1") as page:
        text = page.locator(".column p").first
        assert text.text_content() == "Not [U+202E][U+202C]efas at all. \u05d0\u05d1 and more."
        assert page.evaluate("getComputedStyle(document.querySelector('.column p')).unicodeBidi") == "isolate"

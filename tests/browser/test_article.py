"""An article's page: text and findings, navigation between them, keys, links, copying, printing."""

import pytest

from linter.reports import writer_of
from linter.reports.html.folder import file_name
from linter.value import replace
from linter.violation import Severity
from tests.reports.sample import draft, published, report, violation

ARTICLE = "#article-1"
CURE = draft().violations[2].fingerprint
NUMBERS = {"cure": 3, "waived": 6, "migraine": 7}


@pytest.fixture(params=["single", "folder"])
def article(request, visit, single, folder):
    """Opens the draft in both forms of the report, at a fragment."""

    def go(fragment="", **options):
        if request.param == "single":
            return visit(single, fragment or ARTICLE, **options)
        return visit(folder.parent / "articles" / file_name("content/drafts/drips.md"), fragment, **options)

    return go


def in_view(page, selector):
    """Whether an element can be seen without scrolling."""
    return page.evaluate(
        """(selector) => {
          const box = document.querySelector(selector).getBoundingClientRect();
          const seen = document.elementFromPoint(box.left + 4, box.top + 4);
          return box.top >= 0 && box.bottom <= innerHeight && seen !== null && !seen.closest('[hidden]');
        }""",
        selector,
    )


def note(number):
    return f".sheet.shown .note[data-n='{number}']"


def test_the_article_as_a_reader_sees_it(article):
    with article() as page:
        text = page.locator(".column")
        assert page.locator(".sheet.shown h1").text_content() == "Drip therapy for tired people"
        assert text.locator("h3.h1").text_content() == "Drip therapy for tired people"
        assert text.locator("h4.h2").text_content() == "What is in the bag?"
        assert text.locator("li").count() == 3
        assert text.locator("tr").count() == 3
        assert text.locator("th").all_text_contents() == ["Drip", "Promise"]
        assert text.locator("blockquote").text_content() == "“I threw away my pills.” — A guest".replace(
            "“", '"'
        ).replace("”", '"')
        assert text.locator("td code").text_content() == "code"
        assert text.locator("strong").all_text_contents() == ["cure fatigue"]
        assert text.locator("a.out").get_attribute("href") == "https://clinic.example/prices"
        assert page.locator(".sheet.shown .note").count() == 8


def test_facts_beside_the_text(article):
    with article() as page:
        page.evaluate("for (const part of document.querySelectorAll('.facts details')) part.open = true")
        facts = page.locator(".facts").inner_text()
        for part in (
            "IV vitamin drips, named 4 times, 1 risk missing", "1 mentioned only", "zinc", "Status\nnot FDA-approved",
            "Approvals\nnothing", "Risks named\nvein injury", "Risks missing\ninfection", "Flesch-Kincaid grade",
            "What is in the bag?", "RSK001", "1 open, 1 met", "STR001 no author: “A guest” (line 21)",
        ):  # fmt: skip
            assert part in facts
        assert "agreed with counsel; by R. Reviewer, until 2027-06-30" in page.locator(".waived-list").inner_text()


def test_a_finding_tells_all(article):
    with article() as page:
        page.click(f"{note(NUMBERS['cure'])} > summary")
        told = page.locator(note(NUMBERS["cure"])).inner_text()
        for part in (
            "says more than a study can", "line 10, column 13", "A reader may give up a treatment", "Say what was studied",
            "may ease tiredness", "subject “Our drips”", "effect “cure”", "FTC Act, section 5 (law)",
            "FTC Health Products Compliance Guidance (guidance)", "medlint: ignore EFF001", f"medlint waive {CURE}",
        ):  # fmt: skip
            assert part in told
        links = page.locator(f"{note(NUMBERS['cure'])} a.out")
        assert [link.get_attribute("href") for link in links.all()] == [
            "https://www.ftc.gov/legal-library/browse/statutes"
        ]


def test_from_the_text_to_the_finding(article):
    with article(viewport={"width": 1280, "height": 500}) as page:
        page.click("mark >> text=No more migraine")
        page.locator(f"{note(NUMBERS['migraine'])}.lit[open]").wait_for()
        assert in_view(page, f"{note(NUMBERS['migraine'])} summary")
        assert in_view(page, "mark[data-n='7']")


def test_from_the_finding_to_the_text(article):
    with article(viewport={"width": 1280, "height": 500}) as page:
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.click(f"{note(NUMBERS['cure'])} > summary")
        assert in_view(page, "strong mark")
        assert page.locator("mark.lit").all_text_contents() == ["cure fatigue"]
        assert page.locator("[data-clue].lit").all_text_contents() == ["Our drips"]


def test_findings_on_the_same_words_take_turns(article):
    with article() as page:
        for number in ("2", "3", "2"):
            page.click("mark.several")
            page.locator(f"{note(number)}.lit").wait_for()


def test_a_number_is_a_link(article):
    with article() as page:
        page.click(f"#at-{CURE}")
        page.locator(f"{note(NUMBERS['cure'])}[open]").wait_for()
        assert page.url.endswith(f"#finding-{CURE}")
        page.click(f"{note(NUMBERS['cure'])} .place")
        page.locator(f"#at-{CURE}:focus").wait_for()
        assert page.evaluate("document.activeElement.id") == f"at-{CURE}"


@pytest.mark.parametrize("prefix", ["finding", "at"])
def test_deep_links(article, prefix):
    with article(f"#{prefix}-{CURE}", viewport={"width": 1280, "height": 500}) as page:
        assert page.locator(".sheet.shown h1").text_content() == "Drip therapy for tired people"
        assert "lit" in page.locator(note(NUMBERS["cure"])).get_attribute("class")
        assert in_view(page, f"#{prefix}-{CURE}" + (" summary" if prefix == "finding" else ""))


def test_fragments_that_lead_nowhere(visit, single):
    for fragment in ("#article-99", "#finding-none", "#%3Cscript%3E", "#at-", "#article-0"):
        with visit(single, fragment) as page:
            assert page.locator("#front").is_visible()


def test_keys_in_an_article(article):
    with article() as page:
        for key, number in (("j", "1"), ("j", "2"), ("j", "3"), ("k", "2")):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.closest('.note').dataset.n") == number
        page.keyboard.press("Enter")
        assert page.locator(note(2)).get_attribute("open") is not None
        page.keyboard.press("t")
        page.locator("a.number:focus", has_text="2").wait_for()
        page.keyboard.press("n")
        page.locator(".sheet.shown h1", has_text="Opening hours").wait_for()
        page.keyboard.press("p")
        page.locator(".sheet.shown h1", has_text="Drip therapy").wait_for()
        page.keyboard.press("u")
        page.locator("#articles tbody a.open").first.wait_for()
        assert page.title() == "medlint report: needs work"


def test_keys_from_article_to_article_of_many(visit, tmp_path):
    files = tuple(replace(published(), path=f"content/{number}.md") for number in range(600))
    path = tmp_path / "report.html"
    path.write_text("".join(writer_of("html")(replace(report(), files=files))), encoding="utf-8")
    with visit(path, "#article-300") as page:
        for key, number in (("p", 299), ("p", 298), ("n", 299)):
            page.keyboard.press(key)
            page.locator(f"#article-{number}.shown h1:focus").wait_for()
        assert page.locator(".sheet.shown").count() == 1
        assert page.locator("article").count() == 3


def test_keys_in_the_list(visit, single):
    with visit(single) as page:
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.textContent") == "Opening hours"
        page.keyboard.press("k")
        page.keyboard.press("Enter")
        page.locator(".sheet.shown h1:focus", has_text="Drip therapy").wait_for()
        page.keyboard.press("/")
        page.locator("#f-search:focus").wait_for()
        page.keyboard.type("jk?hours")
        assert page.input_value("#f-search") == "jk?hours"


def test_help_and_switching_single_keys_off(visit, single):
    with visit(single) as page:
        page.keyboard.press("?")
        assert page.locator("#help").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#help").is_visible()
        page.click("#help-button")
        page.uncheck("#keys-on")
        page.keyboard.press("Escape")
        page.reload()
        page.keyboard.press("?")
        assert not page.locator("#help").is_visible()


def test_back_returns_to_the_list(visit, single):
    with visit(single) as page:
        page.click("#articles tbody a.open >> nth=1")
        assert page.locator(".sheet.shown h1").text_content() == "Opening hours"
        page.go_back()
        page.locator("#articles a.open:focus", has_text="Opening hours").wait_for()


def test_copying(article):
    with article(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.click(".unfold")
        page.click(f"{note(NUMBERS['cure'])} .copy >> nth=0")
        page.locator("text=Copied").first.wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == (
            "<!-- medlint: ignore EFF001 -- WHY; by: NAME; until: YYYY-MM-DD -->"
        )
        page.click(f"{note(NUMBERS['cure'])} .copy >> nth=1")
        page.wait_for_timeout(100)
        assert page.evaluate("navigator.clipboard.readText()").startswith(f"medlint waive {CURE} --reason")


def test_all_findings_open_and_close(article):
    with article() as page:
        page.click(".unfold")
        assert page.locator(".note[open]").count() == 8
        assert page.locator(".unfold").text_content() == "Close all findings"
        page.click(".unfold")
        assert page.locator(".note[open]").count() == 0


def test_notes_go_where_there_is_room(article):
    with article() as page:
        assert page.locator(".beside .note").count() == 8
        page.set_viewport_size({"width": 700, "height": 800})
        page.wait_for_timeout(100)
        assert page.locator(".beside").count() == 0
        assert page.locator(".passage > .margin .note").count() == 8
        page.set_viewport_size({"width": 1280, "height": 800})
        page.wait_for_timeout(100)
        assert page.locator(".beside .note").count() == 8


def test_the_notes_follow_the_text(article):
    with article(viewport={"width": 1280, "height": 400}) as page:
        page.evaluate("document.querySelector('td mark').scrollIntoView({ block: 'start' })")
        page.wait_for_timeout(200)
        assert in_view(page, note(NUMBERS["migraine"]))


def test_on_paper(visit, single, tmp_path):
    with visit(single) as page:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator(".sheet article:visible").count() == 2
        assert page.locator(".note[open]:visible").count() == 8
        assert not page.locator("#filters").is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('#article-2')).breakBefore") == "page"
        law = "getComputedStyle(document.querySelector('.note a.out'), '::after').content"
        assert "attr(href)" in page.evaluate(law) or "https://www.ftc.gov/" in page.evaluate(law)
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("#front").is_visible()
        assert page.locator(".sheet article:visible").count() == 0
        page.pdf(path=tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").stat().st_size > 10_000


def test_it_can_be_read_without_script(visit, single):
    with visit(single, java_script_enabled=False) as page:
        text = page.locator("main").inner_text()
        assert "completely safe" in text
        assert "Opening hours" in text


@pytest.fixture
def lacking(tmp_path):
    """The draft with a finding on the whole page; the path of the report and the finding's number."""
    file, run = draft(), report()
    title = violation(file.source, "Drip therapy for tired people", "RSK001", Severity.WARNING)
    rules = tuple(replace(rule, duty=rule.code == "RSK001") for rule in run.rules)
    path = tmp_path / "report.html"
    run = replace(run, rules=rules, files=(replace(file, violations=(title, *file.violations)), *run.files[1:]))
    path.write_text("".join(writer_of("html")(run)), encoding="utf-8")
    return path, title.fingerprint


def test_the_page_as_a_whole(visit, lacking):
    path, _ = lacking
    with visit(path, ARTICLE) as page:
        whole = page.locator(".sheet.shown .whole")
        assert whole.locator("h2").inner_text() == "The page as a whole"
        assert whole.locator(".note").count() == 1
        above = "document.querySelector('.sheet.shown .whole').compareDocumentPosition("
        assert page.evaluate(f"{above}document.querySelector('.sheet.shown .column')) === 4")  # the text follows it
        assert page.locator(".sheet.shown .column mark[data-n='1']").count() == 0
        # it has no place in the text to go to; with the keyboard it comes first, as in the list
        page.keyboard.press("j")
        page.locator(f"{note(1)}.lit").wait_for()
        assert whole.locator(".place").count() == 0
        assert in_view(page, f"{note(1)} summary")


def test_a_link_to_what_the_page_as_a_whole_lacks(visit, lacking):
    path, fingerprint = lacking
    with visit(path, f"#finding-{fingerprint}", viewport={"width": 1280, "height": 500}) as page:
        page.locator(f"{note(1)}.lit[open]").wait_for()
        assert in_view(page, f"{note(1)} summary")


def test_the_page_as_a_whole_without_script_and_on_paper(visit, lacking):
    path, _ = lacking
    with visit(path, ARTICLE, java_script_enabled=False) as page:
        assert page.locator("#article-1 .whole .note summary").is_visible()
    with visit(path, ARTICLE) as page:
        page.emulate_media(media="print")
        assert page.locator(".sheet.shown .whole .note summary").is_visible()

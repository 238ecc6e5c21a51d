"""The front page: sorting, persistent filters, CSV export."""

import csv

import pytest

TITLES = "#articles tbody a.open"
SAVED = 400
"""Milliseconds after which the filters have been saved."""


def titles(page):
    return page.locator(TITLES).all_text_contents()


def counts(page):
    """The numbers of errors, warnings and infos in the first row."""
    return [
        int(page.locator("#articles tbody tr").first.locator("td").nth(index).text_content()) for index in (1, 2, 3)
    ]


def test_the_list_in_both_forms(visit, single, folder):
    for path in (single, folder):
        with visit(path) as page:
            assert titles(page) == ["Drip therapy for tired people", "Opening hours"]
            assert page.locator("#shown").text_content() == "2 articles of 2, 7 findings"
            assert page.locator(".verdict strong").text_content() == "Needs work"
            assert page.title() == "medlint report: needs work"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("search", "HOURS", ["Opening hours"]),
        ("search", "drafts/", ["Drip therapy for tired people"]),
        ("search", "nothing like it", []),
        ("status", "fails", ["Drip therapy for tired people"]),
        ("status", "clean", ["Opening hours"]),
        ("status", "waived", ["Drip therapy for tired people"]),
        ("status", "new", ["Drip therapy for tired people"]),
        ("severity", "0", ["Drip therapy for tired people"]),
        ("family", "safety", ["Drip therapy for tired people"]),
        ("rule", "RSK001", ["Drip therapy for tired people"]),
        ("treatment", "zinc", ["Drip therapy for tired people"]),
    ],
)
def test_filters(visit, single, field, value, expected):
    with visit(single) as page:
        if field == "search":
            page.fill("#f-search", value)
        else:
            page.select_option(f"#f-{field}", value)
        assert titles(page) == expected
        page.click("button[type=reset]")
        page.locator(f"{TITLES} >> nth=1").wait_for()


def test_counts_are_those_of_the_filtered_findings(visit, single):
    with visit(single) as page:
        assert counts(page) == [3, 3, 1]
        page.select_option("#f-family", "efficacy")
        assert counts(page) == [2, 2, 1]
        page.select_option("#f-status", "waived")
        assert counts(page) == [1, 0, 0]
        page.select_option("#f-family", "")
        page.select_option("#f-status", "new")
        assert counts(page) == [2, 3, 1]


def test_sorting(visit, single):
    with visit(single) as page:
        page.click("[data-sort=grade]")
        assert titles(page)[0] == "Opening hours"
        assert page.locator("th[aria-sort]").text_content() == "Grade"
        page.click("[data-sort=grade]")
        assert titles(page)[0] == "Drip therapy for tired people"
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
        page.click("[data-sort=title]")
        assert titles(page) == sorted(titles(page))


def test_filters_and_order_are_remembered(visit, single):
    with visit(single) as page:
        page.fill("#f-search", "hours")
        page.click("[data-sort=words]")
        page.wait_for_timeout(SAVED)
        page.reload()
        assert page.input_value("#f-search") == "hours"
        assert titles(page) == ["Opening hours"]
        assert page.locator("th[aria-sort]").text_content() == "Words"
        assert "active" in page.locator("#filters").get_attribute("class")


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied') } })",
        "localStorage.setItem('medlint.report', '{broken')",
        """localStorage.setItem('medlint.report', '{"filters": {"rule": "GONE99", "search": 7, "order": {}}}')""",
    ],
)
def test_memory_may_be_denied_or_broken(visit, single, storage):
    with visit(single) as page:
        page.add_init_script(storage)
        page.reload()
        assert len(titles(page)) == 2
        page.fill("#f-search", "hours")
        assert titles(page) == ["Opening hours"]
        page.wait_for_timeout(SAVED)


def test_the_charts_filter(visit, single):
    with visit(single) as page:
        page.click("[data-family=risk]")
        assert page.input_value("#f-family") == "risk"
        page.click("summary >> text=Findings by rule")
        page.click("[data-rule=SAF001]")
        assert (page.input_value("#f-family"), page.input_value("#f-rule")) == ("", "SAF001")


def test_what_is_waived_not_checked_and_changed_is_shown(visit, single):
    with visit(single) as page:
        text = page.locator("#front").inner_text()
        for part in (
            "agreed with counsel",
            "R. Reviewer",
            "2027-06-30",
            "content/broken.md",
            "us, us-ca",
            "0123456789abcdef",
        ):
            assert part in text
        assert "6 new, 1 resolved, 1 unchanged" in text


def test_csv_follows_the_filters(visit, single, folder):
    with visit(single) as page:
        page.select_option("#f-family", "efficacy")
        with page.expect_download() as download:
            page.click("#csv")
        assert download.value.suggested_filename == "findings.csv"
        text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["family"] for row in rows} == {"efficacy"}
    assert [row["status"] for row in rows].count("waived") == 1
    assert len(rows) == 6
    with visit(folder) as page:
        link = page.locator("text=Findings as CSV")
        assert link.get_attribute("href") == "findings.csv"
        assert link.get_attribute("download") is not None


def test_pages_of_a_long_list(visit, tmp_path):
    from tests.browser.scale import index_page

    path = tmp_path / "index.html"
    path.write_text(index_page(120, 3), encoding="utf-8")
    with visit(path) as page:
        assert page.locator("#pages span").text_content() == "1–50 of 120"
        page.click("#later")
        page.click("#later")
        assert page.locator("#pages span").text_content() == "101–120 of 120"
        assert page.locator("#later").is_disabled()
        assert page.locator(TITLES).count() == 20
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(TITLES).count() == 120
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(TITLES).count() == 50

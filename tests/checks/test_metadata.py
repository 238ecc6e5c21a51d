import pytest

from linter.checks import metadata
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText
from tests.cpu_time import grows_within

RULES = {
    "AUT001": {"need": "author"},
    "REV001": {"need": "reviewer"},
    "DAT001": {"need": "date", "max_age_months": 24},
}
PAGE = "# Ketamine\n\nKetamine may lift mood."


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("metadata", match) for code, match in RULES.items()})


def table(*rows):
    return "\n".join(["| | |", "|---|---|", *(f"| {row} |" for row in rows)])


def front(*lines):
    return "\n".join(["---", *lines, "---", PAGE])


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("AUT001", PAGE, ["Ketamine"]),
        ("AUT001", "# Parking\n\nBehind the house.", []),
        ("AUT001", f"{PAGE}\n\nBy Admin.", ["By Admin."]),
        ("AUT001", f"{PAGE}\n\n*By Pat Moe, RN*", []),
        ("AUT001", f"{PAGE}\n\nMedically reviewed by Jane Roe, MD.", []),
        ("AUT001", f"{PAGE}\n\nBy slowing the drip we can ease most of these effects.", ["Ketamine"]),
        ("AUT001", front("author: Pat Moe"), []),
        ("AUT001", front("author: Admin"), ["Ketamine"]),
        ("AUT001", front("authors:", "  - name: Pat Moe"), []),
        ("REV001", PAGE, ["Ketamine"]),
        ("REV001", f"{PAGE}\n\nMedically reviewed by Jane Roe, MD, on 4 March 2026.", []),
        ("REV001", f"{PAGE}\n\nMedically reviewed by Jane Roe, MD. Last updated in May 2026.", []),
        ("REV001", f"{PAGE}\n\nReviewed by Jane Roe.", ["Reviewed by Jane Roe."]),
        ("REV001", front("medically_reviewed_by: Jane Roe, MD", "date_reviewed: 2026-03-04"), []),
        ("REV001", front("reviewedBy:", "  name: Jane Roe", "  honorificSuffix: MD", "lastReviewed: 2026-03"), []),
        ("REV001", front("reviewer: Jane Roe, PharmD", "reviewed: 2026-03-04"), []),
        ("REV001", front("reviewer: Jane Roe, LatD", "reviewed: 2026-03-04"), ["Ketamine"]),
        ("REV001", front("reviewer: Jane Roe, MD", "date: 2026-03-04"), []),
        ("REV001", front("reviewer: Jane Roe, MD"), ["Ketamine"]),
        ("AUT001", f"{PAGE}\n\n{table('Author | Pat Moe, RN')}", []),
        ("AUT001", f"{PAGE}\n\n{table('Written by | our team')}", ["Written by"]),
        ("AUT001", f"{PAGE}\n\n{table('Author | ', 'Clinic | Cedar Lane')}", ["Author"]),
        ("REV001", f"{PAGE}\n\n{table('Medical reviewer | Jane Roe, MD', 'Last updated | May 2026')}", []),
        ("REV001", f"{PAGE}\n\n{table('Medical reviewer | Dr. Jane Roe, MD, May 12, 2026')}", []),
        (
            "REV001",
            f"{PAGE}\n\n{table('Medically reviewed by: | Jane Roe', 'Date | May 2026')}",
            ["Medically reviewed by:"],
        ),
        ("DAT001", PAGE, ["Ketamine"]),
        ("DAT001", f"{PAGE}\n\n{table('Review date | April 7, 2026')}", []),
        ("DAT001", f"{PAGE}\n\n{table('Last updated | March 2022')}", ["Last updated"]),
        ("DAT001", f"{PAGE}\n\n{table('Last updated | ', 'Opened | May 2026')}", ["Ketamine"]),
        ("DAT001", f"{PAGE}\n\n© 2026 Cedar Lane Clinic", ["Ketamine"]),
        ("DAT001", f"{PAGE}\n\nUpdated 12 May 2026.", []),
        ("DAT001", f"{PAGE}\n\nLast updated: May 12, 2026", []),
        ("DAT001", f"{PAGE}\n\nLast updated on 5/12/2026.", []),
        ("DAT001", f"{PAGE}\n\nPublished 2021-04-01. Updated 2025-04-01.", []),
        ("DAT001", f"{PAGE}\n\nUpdated 31 October 2024.", ["Updated 31 October 2024."]),
        ("DAT001", f"{PAGE}\n\nUpdated 2024.", []),
        ("DAT001", f"{PAGE}\n\nUpdated 2023.", ["Updated 2023."]),
        ("DAT001", f"{PAGE}\n\n*Pat Moe, RN. Reviewed by Jane Roe, MD. Cedar Lane Clinic. May 12, 2026.*", []),
        ("DAT001", f"{PAGE}\n\n**Cedar Lane, News, May 12, 2026.** *By Pat Moe, RN, owner.*", []),
        ("DAT001", f"{PAGE}\n\nPrepared by Pat Moe, RN. Version 4, April 2026. Next review due April 2028.", []),
        ("DAT001", f"{PAGE}\n\nBy Pat Moe, RN. Cedar Lane, May 2019.", ["By Pat Moe, RN. Cedar Lane, May 2019."]),
        ("DAT001", f"{PAGE}\n\nCedar Lane opened in May 2026.", ["Ketamine"]),
        ("AUT001", f"{PAGE}\n\nCedar Lane Clinic in the town of Dover Author: Pat Moe", []),
        ("REV001", f"{PAGE}\n\nWritten by Pat Moe, RN; checked by Jane Roe, RPh. Updated May 2026.", []),
        ("REV001", f"{PAGE}\n\nOur drip is checked twice, and corrected by eye. Updated May 2026.", ["Ketamine"]),
        ("DAT001", front("date: 2026-01-19"), []),
        ("DAT001", front("date: 2019-01-19"), ["Ketamine"]),
    ],
)
def test_metadata(program, excerpts, code, text, expected):
    assert excerpts(program, code, text) == expected


def found(program, code, html):
    article = Article(parse(SourceText("a.html", html)), program, Setting(today="2026-11-22"))
    return len(list(metadata.check(program.select([code]), article)))


def test_structured_data_and_meta_tags(program):
    reviewer = '{"@type": "Person", "name": "Jane Roe, MD"}'
    data = f'{{"@type": "MedicalWebPage", "dateModified": "2026-03-04", "reviewedBy": {reviewer}}}'
    page = "<html><head><title>Ketamine</title>{}</head><body><p>It may lift mood.</p></body></html>"
    html = page.format(f'<script type="application/ld+json">{data}</script>')
    for code in RULES:
        assert found(program, code, html) == 0
        assert found(program, code, page.format("")) == 1


def test_the_setting_may_tell(program, excerpts):
    assert excerpts(program, "DAT001", PAGE, profile={"meta": "dateModified 2026-05-12"}) == []
    assert excerpts(program, "DAT001", PAGE, profile={"meta": "no date"}) == ["Ketamine"]


def test_without_a_day_no_date_is_stale(program, excerpts):
    assert excerpts(program, "DAT001", f"{PAGE}\n\nUpdated 2001.", today="") == []


def test_says_what_is_missing(program, matches):
    (match,) = matches(program, "REV001", f"{PAGE}\n\nReviewed by our team.")
    assert match.values["what"] == "the medical review has no name, no degree, no date"
    (match,) = matches(program, "DAT001", f"{PAGE}\n\nUpdated 2019.")
    assert match.values["what"] == "the newest date is 2019, more than 24 months ago"


def test_an_empty_page_owes_nothing(program, excerpts):
    for code in RULES:
        assert excerpts(program, code, "") == []


def test_time_is_linear(program, matches):
    def bylines(times):
        text = "Reviewed by Jane Roe, MD, on May 4, 2026, " * times
        return lambda: matches(program, "REV001", text)

    # ten times the text: a quadratic step takes a hundred times as long
    assert grows_within(bylines, 400, 4000, 25)

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
SIGNED = {
    # by form: a name with a degree, a verb of checking and a date at the top, whatever the words
    "Pat Moe, RN, put this together. Dr. Jane Roe (psychiatry) went over it on 3 March 2026.": (),
    "Text: Pat Moe, PA-C\nSecond pair of eyes: Jane Roe, MD, who checked each dose\nIn force since March 2026": (),
    "Pat Moe, NP | Facts confirmed by Kim Roe, PharmD | 3 March 2026": (),
    "For patients by Pat Moe, AuD. Before we posted it, Jane Roe, MD, read the draft. Valid from 1 March 2026.": (),
    "Leaflet 12, March 2026. Prepared by the nurses. Vetted by Jane Roe, DO, family medicine.": (),
    "Pat Moe, DPT - with corrections from Jane Roe, MS, MD - last revised May 2020, then March 2026": (),
    "This handout has been looked over by pharmacist Kim Roe. Next look: March 2027.": (),
    "March 3, 2026\n\nThe medical side of it was approved by Jane Roe, FNP-C.": (),
    "Revised 3 March 2026 — Jane Roe, OD (reviewer)": (),
    # nobody checked the page
    "By Pat Moe, RN, and approved by our marketing team. March 3, 2026.": ("REV001",),
    "Jane Roe, MD, is our medical director. March 3, 2026.": ("REV001",),
    "Each vial is checked by a pharmacist at Cedar Lane Pharmacy. March 3, 2026.": ("REV001",),
    "Prices: March 2026. Call Jane Roe, MD, for a free check.": ("REV001",),
    # the date is another thing's
    "By Pat Moe, RN. Reviewed by Jane Roe, MD. It was cleared in\nMarch": ("REV001", "DAT001"),
    "Cedar Lane opened its doors in March 2026.": ("REV001", "DAT001"),
    "The FDA cleared the lamp in\nMarch 2026.": ("REV001", "DAT001"),
    "We have treated moods since March 2026.": ("REV001", "DAT001"),
    "A trial with results in March 2026.": ("REV001", "DAT001"),
    "Offer ends March 31, 2026.": ("REV001", "DAT001"),
    "- Roe J. Mood Reports. March 2026.": ("REV001", "DAT001"),
}


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


@pytest.mark.parametrize(("signature", "lacking"), SIGNED.items())
def test_a_page_is_signed_by_form(program, excerpts, signature, lacking):
    text = f"# Ketamine\n\n{signature}\n\nKetamine may lift mood.\n\n## Risks\n\nSleep." + "\n\nCall us." * 5
    assert tuple(code for code in ("REV001", "DAT001") if excerpts(program, code, text)) == lacking


def test_a_date_in_the_middle_of_a_page_is_not_its_date(program, excerpts):
    middle = f"{PAGE}\n\n## Risks\n\nIn use since March 2026." + "\n\nCall us." * 5
    assert excerpts(program, "DAT001", middle) == ["Ketamine"]
    assert excerpts(program, "REV001", f"{PAGE} {'It is ' * 5}not reviewed by us.") == ["Ketamine"]


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

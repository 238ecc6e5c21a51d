import pytest

SECTIONS = {"section.what": "What it is", "section.harms": "Risks", "section.cost": "Costs"}
RULES = {
    "REF001": {"need": "references"},
    "DIS001": {"need": "disclosure"},
    "SEC001": {"need": "sections", "sections": SECTIONS},
}
CLINIC = {"publisher": "a ketamine clinic"}
PAID = {"connection": "paid for by a med spa"}


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("structure", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "profile", "expected"),
    [
        ("REF001", "# Ketamine\n\nIt may lift mood.", {}, ["no sources"]),
        ("REF001", "# Ketamine\n\nIt may [lift mood](https://example.org/a).", {}, ["one source"]),
        ("REF001", "# Ketamine\n\nIt may [lift](https://example.org/a) [mood](https://example.org/b).", {}, []),
        ("REF001", "# Ketamine\n\nIt [may](/a) lift [mood](/b).", {}, ["no sources"]),
        ("REF001", "# Ketamine\n\nIt may lift mood.\n\n## References\n\n1. Roe 2024.\n2. Doe 2025.", {}, []),
        (
            "REF001",
            "# Ketamine\n\nIt may lift mood.\n\nSources: Roe R. Pain. 2019;19:4-9. Label text, fact sheet.",
            {},
            [],
        ),
        ("REF001", "# Ketamine\n\nIt may lift mood.\n\n## Sources\n\nRoe R. 2019;1:4. FDA. Bulk drugs.", {}, []),
        ("REF001", "# Ketamine\n\nIt may lift mood.\n\nSources: Roe R. Pain. 2019;19:4-9.", {}, ["one source"]),
        ("REF001", "# Ketamine\n\nLiterature: FDA, Ketamine lozenges. Roe R. Pain 2019.", {}, []),
        ("REF001", "# Ketamine\n\nSources: ketamine fact sheets; our own files.", {}, ["one source"]),
        ("REF001", "# Ketamine\n\nSources: Roe R. How mood lifts. Pain. 2019;19:4-9.", {}, ["one source"]),
        ("REF001", "# Ketamine\n\n**Further reading**\n\n- Roe, Mood\n- Doe, Pain", {}, []),
        ("REF001", "# Ketamine\n\n**Further reading** is for bores.\n\n- Mood\n- Pain", {}, ["no sources"]),
        ("REF001", "# Ketamine\n\n\u00b9 FDA, On moods (fda.gov, June 2025); FDA news release of May 3, 2025.", {}, []),
        ("REF001", "# Ketamine\n\n\u00b9 Offer good in 2026.\n\n\u00b2 Two visits in 2026.", {}, ["no sources"]),
        (
            "REF001",
            "# Ketamine\n\nIt helps.\n\n- Mood Society, *Drips for moods*, 2023\n- Roe Institute, *Low moods*, 2021",
            {},
            [],
        ),
        (
            "REF001",
            "# Ketamine\n\nIt may lift mood.\n\n- Opened in Dover, 2019\n- Voted best by Dover Weekly, 2024",
            {},
            ["no sources"],
        ),
        (
            "REF001",
            "# Ketamine\n\nPat Moe, our owner, has run it since 2019. Kim Roe, RN, joined in 2021.",
            {},
            ["no sources"],
        ),
        ("REF001", "# Parking\n\nBehind the house.", {}, []),
        ("DIS001", "# A guide", {}, []),
        ("DIS001", "# A guide", CLINIC, ["the publisher sells the treatment but does not say so"]),
        ("DIS001", "# A guide\n\nWe offer this treatment.", CLINIC, []),
        ("DIS001", "# A guide\n\n[Book now](/book)", CLINIC, []),
        ("DIS001", "# Tips", PAID, ["the page is paid for but not labeled as an advertisement"]),
        ("DIS001", "Advertisement\n\n# Tips", PAID, []),
        ("SEC001", "# Ketamine\n\n## What it is\n\nA drug.", {}, ["missing headings: Risks, Costs"]),
        ("SEC001", "# Ketamine\n\n## What it is\n\n## Risks\n\n## Cost\n\n[Book now](/book)", {}, []),
        (
            "SEC001",
            "# Ketamine\n\n[Book now](/book)\n\n## What it is\n\n## Risks\n\n## Cost",
            {},
            ["the risks come after the first call to book"],
        ),
        ("SEC001", "# Ketamine\n\nA short note.", {}, []),
    ],
)
def test_structure(program, matches, code, text, profile, expected):
    assert [match.values["what"] for match in matches(program, code, text, profile=profile)] == expected

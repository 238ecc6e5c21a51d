import pytest
import textstat

from linter.checks.article import Article
from linter.checks.readability import check, readability_of
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText
from tests.cpu_time import grows_within

RULES = {
    "GRA001": {"metric": "grade", "target": 8, "tolerance": 1},
    "LEN001": {"metric": "sentence-length", "max_words": 12, "nested_words": 8, "nested_clauses": 2},
    "WAL001": {
        "metric": "wall-of-text",
        "max_words": 20,
        "max_sentences": 3,
        "sentences_from_words": 10,
        "page_words": 30,
    },
    "JAR001": {"metric": "jargon"},
    "PAS001": {"metric": "passive"},
    "NUM001": {"metric": "numeracy"},
    "FOG001": {"metric": "formula", "formula": "gunning_fog", "target": 12},
    "EAS001": {"metric": "formula", "formula": "flesch_reading_ease", "target": 60},
}
HARD = "Interindividual pharmacokinetic variability necessitates individualised administration."
EASY = "We check how you feel. Then we change the dose."


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("readability", match) for code, match in RULES.items()})


@pytest.fixture
def article(program):
    return lambda text: Article(parse(SourceText("a.md", text)), program, Setting())


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("GRA001", EASY, []),
        ("GRA001", HARD, [HARD]),
        ("GRA001", f"# A title\n\n{HARD}", ["A title"]),
        ("GRA001", f"# {HARD}\n\n{EASY}", []),
        ("GRA001", f"{EASY}\n\n## References\n\n1. {HARD}\n\n### More\n\n{HARD}", []),
        ("GRA001", f"{EASY}\n\n| A |\n|---|\n| {HARD} |", []),
        ("GRA001", "Call us.", []),
        ("GRA001", "", []),
        ("FOG001", EASY, []),
        ("FOG001", HARD, [HARD]),
        ("FOG001", "", []),
        ("EAS001", EASY, []),
        ("EAS001", HARD, [HARD]),
        ("LEN001", "One two three four five six seven eight nine ten eleven twelve.", []),
        ("LEN001", "It isn't so: one, two - three four five six seven eight nine ten.", [-1]),
        ("LEN001", "We stop if you feel ill or when you ask.", [-1]),
        ("LEN001", "- one two three four five six seven eight nine ten eleven twelve thirteen", []),
        ("LEN001", "- One two three four five six seven eight nine ten eleven twelve thirteen.", [-1]),
        ("JAR001", "Watch for edema. Edema is common.", ["edema"]),
        ("JAR001", "Watch for edema (swelling).", []),
        ("JAR001", "Watch for swelling (edema).", []),
        ("JAR001", "Edema means that legs swell.", []),
        ("JAR001", "Fluid in the legs is called edema.", []),
        ("JAR001", "Watch for edema. Swelling goes away.", []),
        ("JAR001", "## Edema\n\n- edema\n- pruritus", []),
        ("PAS001", "Your pulse will be closely monitored and the dose may be adjusted.", ["will be closely monitored"]),
        ("PAS001", "Your pulse will be checked by a nurse.", []),
        ("PAS001", "You may be tired.", []),
        ("PAS001", "It can be when monitored.", []),
        ("NUM001", "Nausea came in 12.5% of people.", ["12.5%"]),
        ("NUM001", "Nausea came in 12% of people.", []),
        ("NUM001", "We use 0.9% saline.", []),
        ("NUM001", "1 in 5 felt sick and 1 in 8 felt dizzy.", [-1]),
        ("NUM001", "In 2 in 2026 visits nothing happened, and 1 in 8 felt dizzy.", []),
        ("NUM001", "The hazard ratio was 0.8.", ["hazard ratio"]),
        ("NUM001", "The hazard ratio was 0.8, or 4 in 100 against 5 in 100.", []),
    ],
)
def test_metric(program, excerpts, code, text, expected):
    """-1 stands for the whole sentence."""
    bare = text.removeprefix("- ").strip()
    assert excerpts(program, code, text) == [bare if words == -1 else words for words in expected]


def test_walls(program, matches):
    def told(text):
        return [match.values["what"] for match in matches(program, "WAL001", text)]

    long = "We check you and we stay with you. " * 3
    assert told(f"# A\n\n{long}") == ["paragraph of 3 sentences and 24 words"]
    assert told("# A\n\n" + "Ask us first. " * 4) == ["paragraph of 4 sentences and 12 words"]
    assert told("# A\n\n" + "Ask. " * 4) == []
    assert told("We check you and we stay with you.\n\n" * 5) == ["page of 40 words without headings or lists"]


def test_the_hardest_section_is_named(program, matches):
    easy, hard = f"{EASY} " * 8, f"{HARD} " * 10
    (match,) = matches(program, "GRA001", f"# Page\n\n## One\n\n{easy}\n\n## Two\n\n{hard}")
    assert match.values["hardest"].startswith("; hardest section: 'Two' (")
    assert matches(program, "GRA001", f"# Page\n\n{hard}")[0].values["hardest"] == ""


def test_measures_prose_once(article):
    page = article("# A heading of many words\n\nKetamine helps. It isn't new.\n\n- a list item\n- It is a sentence.")
    assert (readability_of(page).words, readability_of(page).sentences) == (2 + 3 + 4, 3)
    assert readability_of(page) is readability_of(page)
    assert readability_of(page).values["flesch_kincaid_grade"] == round(
        readability_of(page).values["flesch_kincaid_grade"], 2
    )
    # a treatment's name is not graded
    assert readability_of(page).values == readability_of(article("Helps. It isn't new. It is a sentence.")).values


def test_nothing_to_read(article):
    for text in ("", "# Title", "Book now", "- one\n- two"):
        assert readability_of(article(text)).values == {}


def test_time_is_linear(article, program, matches):
    def measures(times):
        text = "If edema will be monitored, 1 in 5 or 2.5% (or so) do it. " * times
        return lambda: [matches(program, code, text) for code in RULES]

    assert grows_within(measures, 200, 2000, 25)


def test_a_formulas_value_is_textstats(program, article):
    (rule,) = program.select(["FOG001"])
    (found,) = check([rule], article(HARD))
    assert found.values == {"formula": "gunning fog", "value": f"{textstat.gunning_fog(HARD):.1f}", "target": "12"}

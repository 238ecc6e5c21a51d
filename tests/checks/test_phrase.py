import pytest
from pydantic import ValidationError

from linter.checks import phrase
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.rules.schema.match.words import PhraseMatch
from linter.source import SourceText
from tests.cpu_time import grows_within

RULES = {
    "PLA001": {"any": ["painless"]},
    "SEL001": {"any": ["very safe"], "when_selling": ["safe"]},
    "SCO001": {"any": ["painless"], "scopes": ["heading"]},
    "NSC001": {"any": ["painless"], "not_scopes": ["heading"]},
    "ANY001": {"any": ["painless"], "voice": "any"},
    "WIT001": {"any": ["safe"], "not_in": ["safe place"]},
    "NOF001": {"any": ["painless"], "not_of": ["parking", "test*"]},
    "UNL001": {"any": ["painless"], "unless": ["hurt*"]},
    "UNE001": {"any": ["painless"], "unless_near": ["<cue.risk>"]},
    "NEE001": {"any": ["painless"], "needs": ["<treatment>"]},
    "NEN001": {"any": ["painless"], "needs_near": ["laser"]},
    "CUE001": {"any": ["no side effects", "painless"], "silenced_by": ["negation", "question", "hedge.modal"]},
    "SRC001": {"any": ["studies show"], "source": "absent-in-sentence"},
    "SRC002": {"any": ["studies show"], "source": "absent-in-block"},
    "SRC003": {"any": ["our drip"], "source": "marked-in-sentence"},
    "SRC004": {"any": ["our drip"], "source": "present-in-sentence"},
    "TOP001": {"any": ["not addictive"], "topic": ["schedule:any"]},
    "TOP002": {"any": ["painless"], "topic": ["botulinum", "kind:device"]},
    "PRO001": {"any": ["painless"], "profile": {"connection": "testimonial.tie"}},
    "CLA001": {"any": ["<evidence.source.trial>"]},
    "SWA001": {"any": ["painless", "pain free"], "swap": {"painless": "little pain"}},
}


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("phrase", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("PLA001", "A Painless drip, painless at last.", ["Painless", "painless"]),
        ("PLA001", "A less painful drip.", []),
        ("PLA001", "It was\npain**less**.", ["painless"]),
        ("PLA001", "> Painless, says Dana.", []),
        ("ANY001", "> Painless, says Dana.", ["Painless"]),
        ("SEL001", "Our drip is safe. Book now!", ["safe"]),
        ("SEL001", "The drip is safe.", []),
        ("SEL001", "Our drip is very safe. Book now!", ["very safe"]),
        ("SCO001", "# Painless\n\nPainless.", ["Painless"]),
        ("NSC001", "# Painless\n\nNearly painless.", ["painless"]),
        ("WIT001", "A safe place for a safe drip.", ["safe"]),
        ("NOF001", "Parking is painless. The drip is painless.", ["painless"]),
        ("NOF001", "A painless test. After the test, the drip is painless.", ["painless", "painless"]),
        ("UNL001", "Painless: it will not hurt. Painless.", ["Painless"]),
        ("UNE001", "Painless. Side effects include bruises.", []),
        ("UNE001", "| Side effects | |\n|---|---|\n| bruises | Painless |", []),
        ("UNE001", "| Side effects | |\n|---|---|\n| | Painless |", ["Painless"]),
        ("NEN001", "| | |\n|---|---|\n| Laser | painless |\n| Drip | painless |", ["painless"]),
        ("UNE001", "Painless.\n\nSide effects include bruises.", ["Painless"]),
        ("NEE001", "Ketamine is painless. So is rest: painless.", ["painless"]),
        ("NEN001", "## Laser\n\nIt is painless.\n\n## Rest\n\nIt is painless.", ["painless"]),
        ("CUE001", "It has no side effects.", ["no side effects"]),
        ("CUE001", "No needles, no pills, no side effects.", ["no side effects"]),
        ("CUE001", "It is not painless.", []),
        ("CUE001", "Is it painless?", []),
        ("CUE001", "It may be painless.", []),
        ("CUE001", "Perhaps it is painless.", ["painless"]),
        ("SRC001", "Studies show that it helps.", ["Studies show"]),
        ("SRC001", "Studies show that it helps.[3]", []),
        ("SRC001", "[Studies show](https://example.org/a) that it helps.", []),
        ("SRC001", "Studies show, in a 2019 trial, that it helps.", []),
        ("SRC001", "Since the 1980s, studies show that it helps.", ["Studies show"]),
        ("SRC001", "Studies show that it helps. One is Roe et al.", ["Studies show"]),
        ("SRC002", "Studies show that it helps. One is Roe et al.", []),
        ("SRC003", "Our drip may help.[2]", ["Our drip"]),
        ("SRC003", "[Our drip](/drip) may help.", []),
        ("SRC004", "[Our drip](/drip) may help.", ["Our drip"]),
        ("TOP001", "Ketamine is not addictive.", ["not addictive"]),
        ("TOP001", "Botox is not addictive.", []),
        ("TOP001", "# Ketamine\n\nIt is not addictive.", ["not addictive"]),
        ("TOP001", "It is not addictive.", []),
        ("TOP002", "Botox is painless.", ["painless"]),
        ("TOP002", "Transcranial magnetic stimulation is painless.", ["painless"]),
        ("TOP002", "Ketamine is painless.", []),
        ("CLA001", "The SURMOUNT trial is over.", ["The SURMOUNT trial"]),
    ],
)
def test_found(program, excerpts, code, text, expected):
    assert [excerpt.lower() for excerpt in excerpts(program, code, text)] == [excerpt.lower() for excerpt in expected]


def test_topic_of_the_setting(program, excerpts):
    assert excerpts(program, "TOP001", "It is not addictive.", profile={"topic": "ketamine"}) == ["not addictive"]


def test_profile(program, excerpts):
    assert excerpts(program, "PRO001", "Painless.", profile={"connection": "a gift of the clinic"}) == ["Painless"]
    assert excerpts(program, "PRO001", "Painless.", profile={"connection": "none known"}) == []
    assert excerpts(program, "PRO001", "Painless.") == []


@pytest.mark.parametrize(
    ("text", "replacements"),
    [("It is painless. Painless!", ["little pain", "Little pain"]), ("It is pain free.", [None])],
)
def test_swap_keeps_the_first_letter_s_case(program, matches, text, replacements):
    found = matches(program, "SWA001", text)
    assert [match.replacement for match in found] == replacements
    assert [match.safe for match in found] == [replacement is not None for replacement in replacements]


@pytest.mark.parametrize(
    ("match", "problem"),
    [
        ({"any": []}, "at least 1 item"),
        ({"any": ["a b"], "swap": {"c": "d"}}, "'c' is not in 'any'"),
        ({"any": ["a b"], "silenced_by": ["doubt"]}, "pattern"),
        ({"any": ["a b"], "topic": ["schedule:VI"]}, "pattern"),
        ({"any": ["a b"], "scopes": ["footer"]}, "scopes"),
    ],
)
def test_schema_refuses(match, problem):
    with pytest.raises(ValidationError, match=problem):
        PhraseMatch.model_validate(match)


def test_time_is_linear(program):
    rules = program.select(("CUE001", "SRC001", "SRC002", "TOP001", "UNL001", "WIT001"))

    def phrases(times):
        text = "Ketamine is painless and not addictive, studies show. No side effects, it is safe. " * times
        article = Article(parse(SourceText("a.md", text)), program, Setting())
        assert article.topics.mentions
        assert article.cues(article.readings[0])
        return lambda: list(phrase.check(rules, article))

    assert grows_within(phrases, 50, 500, 25)

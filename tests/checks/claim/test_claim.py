"""The claim check on a sentence and a page: effect, form, target, subject and strength."""

import pytest

from linter.checks.article import Article
from linter.checks.claim import check, find_claims
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText


def claims(text, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    return [
        (
            claim.scene.reading.text[
                claim.scene.reading.start(claim.candidate.first) : claim.scene.reading.end(claim.candidate.last)
            ],
            str(claim.candidate.form),
            str(claim.strength),
        )
        for claim in find_claims(article)
    ]


FOUND = [
    ("Our laser relieves back pain.", ("relieves back pain", "finite", "plain")),
    ("Our laser can relieve back pain.", ("relieve back pain", "modal", "weak")),
    ("Our laser may relieve back pain.", ("relieve back pain", "modal", "hedged")),
    ("We use shockwaves to reduce swelling.", ("reduce swelling", "infinitive", "plain")),
    ("The laser warms tissue, reducing pain.", ("reducing pain", "participle", "plain")),
    ("Restore mobility and balance.", ("Restore mobility and balance", "imperative", "plain")),
    ("- Improved sleep quality", ("Improved sleep quality", "modifier", "plain")),
    ("- Relief from muscle tension", ("Relief from muscle tension", "noun", "plain")),
    ("TMS completely eliminates anxiety.", ("eliminates anxiety", "finite", "absolute")),
    ("Our massage is designed to ease tension.", ("ease tension", "infinitive", "weak")),
    ("After six infusions your cravings vanish.", ("your cravings vanish", "phrase", "plain")),
    ("This serum leaves skin dewy and plump.", ("leaves skin dewy", "phrase", "plain")),
    ("Ready to feel better?", ("feel better", "phrase", "plain")),
    ("The rollers warm the calf, gently easing tension.", ("easing tension", "participle", "plain")),
    ("The laser widens the vessel, thus reducing swelling.", ("reducing swelling", "participle", "plain")),
    ("Acupuncture is a way of healing back pain.", ("healing back pain", "participle", "plain")),
    ("Our massage is tailored to your back to ease tension.", ("ease tension", "infinitive", "plain")),
    ("Iron and folate support energy.", ("support energy", "finite", "plain")),
    ("Cupping is a gentle method, addressing tension at its source.", ("addressing tension", "participle", "plain")),
    ("Massage eases tension without surgery or harmful side effects.", ("eases tension", "finite", "plain")),
    ("Our drip can relieve nausea instantly.", ("relieve nausea", "modal", "plain")),
    ("### How cupping helps migraine", ("helps migraine", "adjective", "plain")),
    ("Month by month the tattoo will slowly fade.", ("tattoo will slowly fade", "phrase", "plain")),
    ("Results are often felt after the second visit.", ("Results are often felt after", "phrase", "plain")),
    ("The drip takes 30 to 40 minutes, restoring energy.", ("restoring energy", "participle", "plain")),
    ("- Improves wing length", ("Improves wing", "phrase", "plain")),
    ("### Strong nails", ("Strong nails", "modifier", "plain")),
    ("The drip works to ease nausea.", ("ease nausea", "infinitive", "plain")),
    ("- Anti-fungal", ("Anti-fungal", "noun", "plain")),
    ("Our drip will prevent complications.", ("prevent complications", "modal", "plain")),
]


@pytest.mark.parametrize(("text", "claim"), FOUND, ids=lambda value: str(value)[:50])
def test_found(text, claim, program):
    assert claim in claims(text, program)


SILENT = [
    "# Detox program",
    "## Preventing wrinkles",
    "### How it helps",
    "## Lavender oil: how it works!",
    "We treat patients with back pain.",
    "Depression lowers energy and worsens sleep.",
    "Does acupuncture relieve pain?",
    "The drip does not relieve pain.",
    "Patients often ask whether the drip relieves pain.",
    "Our team helps you book a visit.",
    "Regular exercise improves sleep.",
    "Our lower back clinic is open on Mondays.",
    "Visit our pain relief clinic.",
    "Melatonin is a hormone that regulates sleep.",
    "Brush twice a day to prevent decay.",
    "Our laser uses a cooled tip.",
    "The magnet stimulates nerve cells.",
    "## Conditions we treat\n\n- Chronic pain relief\n- Improved sleep",
    "## Risks\n\nThe drug lowers blood pressure.",
    "- Firming neck peel: $80",
    "- Brow lifting",
    "North Shore Pain Relief & Recovery",
    "Your journey to better sleep starts with a call.",
    "Drugstore creams hydrate the skin.",
    "Conventional therapy often brings only short-term relief.",
    "A numbing gel is applied to reduce pain.",
    "A firm mattress supports the spine.",
    "Veins carry blood back to the heart.",
    "Many children face significant sleep challenges.",
]


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:50])
def test_silent(text, program):
    assert [claim for claim in claims(text, program) if claim[2] in ("plain", "absolute")] == []


def test_a_list_takes_the_strength_of_its_lead(program):
    found = claims("Massage can help:\n\n- Reduce swelling\n- Improve mobility", program)
    assert len(found) >= 2
    assert {claim[2] for claim in found} == {"weak"}


def test_a_page_that_sells_nothing_informs(program):
    filler = "The muscle is attached to the bone by a tendon. " * 40
    assert claims(f"{filler}\n\nPhysiotherapy relieves pain.", program)[-1][2] == "informative"
    assert claims(f"{filler}\n\nCall us today. Our physiotherapy relieves pain.", program)[-1][2] == "plain"


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("A calm room eases tension.", "informative"),
        ("You will feel better.", "plain"),  # a promise to readers is not a passing mention
        ("Ease your tension with massage.", "plain"),
        ("Ease your tension with a calm room.", "informative"),
        ("Our massage eases tension.", "plain"),
        ("A calm room cures pain for good.", "absolute"),
        ("## Benefits\n\n- Better sleep", "plain"),
    ],
)
def test_a_page_that_mostly_explains_promises_only_of_treatments(text, strength, program):
    filler = "The muscle is attached to the bone by a tendon. " * 40
    assert claims(f"{filler}\n\nCall us today.\n\n{text}", program)[-1][2] == strength


ONCE = [
    ("The oil elevates mood and sharpens focus.", ["EFF003 warning elevates mood and sharpens focus"]),
    ("## Improves sleep", ["EFF010 warning Improves sleep"]),
    ("## Cures asthma", ["EFF001 error Cures asthma", "EFF010 warning Cures asthma"]),
]


@pytest.mark.parametrize(("text", "expected"), ONCE)
def test_a_claim_is_reported_once(text, expected, program):
    article = Article(parse(SourceText("a.md", text)), program, Setting())
    rules = [rule for rule in program.rules if rule.code in ("EFF001", "EFF002", "EFF003", "EFF010")]
    found = [f"{m.rule.code} {m.level} {m.block.view.text[m.start : m.end]}" for m in check(rules, article)]
    assert sorted(found) == expected

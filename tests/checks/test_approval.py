import pytest

from tests.cpu_time import grows_within

RULES = {"FAL001": "false", "CLE001": "cleared", "USE001": "use"}


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("approval", {"finds": finds}) for code, finds in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # things that the FDA does not approve
        ("FAL001", "Visit our FDA-approved wellness center.", ["FDA-approved wellness center"]),
        ("FAL001", "Our doctors are FDA-approved.", ["doctors are FDA-approved"]),
        ("FAL001", "Every supplement here is FDA-approved.", ["supplement here is FDA-approved"]),
        ("FAL001", "Ask an FDA-approved Botox provider.", []),
        # products
        ("FAL001", "Exosomes are approved by the FDA.", ["approved by the FDA"]),
        ("FAL001", "Try our FDA-approved compounded semaglutide.", ["FDA-approved compounded semaglutide"]),
        ("FAL001", "Ryoncil is an FDA-approved stem cell therapy for children.", []),
        # uses
        ("FAL001", "Ketamine has FDA approval for chronic pain.", ["has FDA approval"]),
        ("FAL001", "Ketamine has FDA approval and is an anesthetic.", []),
        ("FAL001", "Semaglutide is FDA-approved for weight loss.", []),
        ("USE001", "Mounjaro is FDA-approved for weight loss.", ["FDA-approved"]),
        ("USE001", "Zepbound is FDA-approved for weight loss, unlike Mounjaro.", []),
        ("USE001", "Ozempic is approved for weight management.", ["is approved for"]),
        ("USE001", "Ozempic is approved by your insurer.", []),
        # not asserted
        ("FAL001", "Exosomes are not approved by the FDA.", []),
        ("FAL001", "Are exosomes FDA-approved?", []),
        ("FAL001", "Makers of exosomes are seeking FDA approval.", []),
        ("FAL001", "> Exosomes are FDA-approved.", []),
        # devices
        ("CLE001", "Our FDA-approved machines are new.", ["FDA-approved machines"]),
        ("CLE001", "CoolSculpting is FDA-approved for fat under the chin.", ["FDA-approved"]),
        ("CLE001", "CoolSculpting is FDA-cleared for fat under the chin.", []),
        ("CLE001", "Dermal fillers are FDA-approved devices.", []),
    ],
)
def test_approval(program, excerpts, code, text, expected):
    assert excerpts(program, code, text) == expected


def test_medications_are_not_approved_where_compounded_ones_are_sold(program, excerpts):
    page = "# Compounded semaglutide\n\nWe ship FDA-approved medications."
    assert excerpts(program, "FAL001", page) == ["FDA-approved medications"]
    assert excerpts(program, "FAL001", f"{page}\n\nCompounded drugs are not approved by the FDA.") == []
    assert excerpts(program, "FAL001", "# Semaglutide\n\nWe ship FDA-approved medications.") == []


def test_names_the_product_and_the_use(program, matches):
    (match,) = matches(program, "FAL001", "Ketamine has FDA approval for chronic pain.")
    assert match.values == {"what": "Ketamine", "use": " for chronic pain"}
    assert [clue.kind for clue in match.clues] == ["treatment"]


def test_time_is_linear(program, matches):
    def claims(times):
        text = "The FDA-approved clinic gives exosomes for pain. " * times
        return lambda: matches(program, "FAL001", text)

    assert grows_within(claims, 200, 2000, 25)

import subprocess
import sys

import pytest

from linter.files.data import DataFileError
from linter.rules.load import load_rule

RULES = {
    "PRI001": {"regex": [r"\$\d+/month"]},
    "GRO001": {"regex": [r"(?:^|\s)(@\w+)"]},
    "EDG001": {"regex": ["^Only"]},
    "GUA001": {"regex": [r"\$\d+"], "unless": ["refund"], "silenced_by": ["question"]},
    "NEA001": {"regex": [r"\$\d+"], "needs_near": ["refund"]},
    "BAC001": {"regex": ["(a*)*$"]},
}


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({code: ("pattern", match) for code, match in RULES.items()})


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("PRI001", "From $79/month, later $9/month.", ["$79/month", "$9/month"]),
        ("PRI001", "Von Ä bis Ö: $79/month 😀 $9/month", ["$79/month", "$9/month"]),
        ("PRI001", "From $79 a month.", []),
        ("PRI001", "> Just $79/month", []),
        ("GRO001", "Thanks @drglow and @drdew!", ["@drglow", "@drdew"]),
        ("EDG001", "Only now. Only today, Only here.", ["Only", "Only"]),
        ("NEA001", "Pay $50. Ask for a refund.\n\nPay $60.\n\n## A refund\n\nPay $70.", ["$50", "$70"]),
        ("GUA001", "Pay $50. A refund of $50. Is it $50?", ["$50"]),
    ],
)
def test_found(program, excerpts, code, text, expected):
    assert excerpts(program, code, text) == expected


def test_time_is_linear(program, excerpts):
    assert len(excerpts(program, "BAC001", "a" * 20_000 + "b")) <= 2


@pytest.mark.parametrize(("regex", "reason"), [("(?<=a)b", "invalid perl operator"), (r"(a)\1", "invalid escape")])
def test_an_expression_that_re2_cannot_read_is_refused_with_its_place(tmp_path, regex, reason):
    file = tmp_path / "bad-regex.yaml"
    file.write_text(
        "id: bad-regex\ncode: BAD001\nfamily: test\nkind: pattern\nseverity: warning\njurisdictions: [us]\n"
        "message: found something\nwhy: Because the test says so.\nsuggestion: Leave it out.\n"
        "citations:\n  - {key: FTC-5, reach: binding}\n"
        f"match:\n  regex:\n    - 'fine'\n    - '{regex}'\n"
        "examples:\n  bad: [a, b]\n  good: [c, d]\n",
        encoding="utf-8",
    )
    with pytest.raises(DataFileError, match=rf"bad-regex\.yaml:15:7: match\.regex, item 2: .*{reason}"):
        load_rule(file)


def test_re2_is_not_loaded_without_a_rule_of_the_kind():
    code = "import sys, linter.checks.pattern, linter.checks.phrase; sys.exit('re2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

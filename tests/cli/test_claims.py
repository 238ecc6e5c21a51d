"""``medlint claims``, and the effect of a register of approved claims on ``check``."""

import json
from pathlib import Path

import pytest

from linter.checks.approved import judged_uses
from linter.cli import exits
from tests.command import run

CLAIMS = """claims:
  - id: ketamine-1
    text: Ketamine cures depression.   # the board has looked at this
    reference: Roe 2024
    by: Jane Roe
    until: 2036-01-01
  - id: drip-1
    text: A drip is completely safe
    reference: Roe 2025
    by: Jane Roe
    disclaimer: Ask your doctor first.
  - {id: unused-1, text: Nobody says this here, reference: x, by: Jane Roe, until: 2020-01-01}
"""
ARTICLE = "# Ketamine\n\nKetamine **cures** depression. Ketamine cures PTSD.\n\nA drip is completely safe.\n"


@pytest.fixture
def articles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(CLAIMS, encoding="utf-8")
    Path("a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def found(capfd, *arguments):
    _, out, _ = run(capfd, "check", "-f", "json", *arguments)
    return json.loads(out)["violations"]


def test_an_approved_wording_is_accepted(articles, capfd):
    first, second = found(capfd, "--select", "EFF001")
    assert first["suppressed"] == {
        "means": "approved claim",
        "reason": "ketamine-1 (Roe 2024)",
        "by": "Jane Roe",
        "until": "2036-01-01",
    }
    assert second["suppressed"] is None
    audited = found(capfd, "--select", "EFF001", "--no-suppressions")
    assert [one["suppressed"] for one in audited] == [None, None]


def test_it_meets_no_duty_of_the_page(articles, capfd):
    duties = [one for one in found(capfd) if one["code"].startswith(("FDA", "RSK", "STR"))]
    assert duties
    assert all(one["suppressed"] is None for one in duties)


def test_a_disclaimer_that_is_missing(articles, capfd):
    codes = {one["code"]: one for one in found(capfd, "--select", "SAF001,CLM")}
    assert codes["SAF001"]["suppressed"] is None
    assert codes["CLM003"]["fix"]["text"].strip() == "Ask your doctor first."
    run(capfd, "fix", "--suggested")
    assert "Ask your doctor first." in Path("a.md").read_text(encoding="utf-8")
    codes = {one["code"]: one for one in found(capfd, "--select", "SAF001,CLM")}
    assert codes["SAF001"]["suppressed"]["means"] == "approved claim"
    assert "CLM003" not in codes


def test_which_article_uses_which(articles, capfd):
    Path("b.md").write_text("Ketamine quickly cures depression.\n", encoding="utf-8")
    code, out, err = run(capfd, "claims")
    assert (code, err) == (exits.CLEAN, "")
    assert out == (
        "ketamine-1: Ketamine cures depression. [Roe 2024; by Jane Roe, until 2036-01-01]\n"
        "  a.md:3:1\n"
        "  b.md:1:1  (not word for word)\n"
        "drip-1: A drip is completely safe [Roe 2025; by Jane Roe]\n"
        "  a.md:5:1  (without its disclaimer)\n"
        "unused-1: Nobody says this here [x; by Jane Roe, expired 2020-01-01]\n"
        "  not used\n"
    )


def test_articles_are_read_as_check_reads_them(articles, capfd, monkeypatch):
    def broken(article):
        if article.document.source.path == "b.md":
            raise RuntimeError("oops")
        return judged_uses(article)

    monkeypatch.setattr("linter.cli.claims.judged_uses", broken)
    monkeypatch.setattr("linter.run.articles.MAX_ARTICLE", 200)
    Path("b.md").write_text("Ketamine cures depression.\n", encoding="utf-8")
    Path("c.md").write_text("Ketamine cures depression.\n" * 20, encoding="utf-8")
    code, out, err = run(capfd, "claims")
    assert code == exits.INTERNAL
    assert "  a.md:3:1\n" in out
    large, defect = sorted(err.splitlines(), key=lambda line: "internal" in line)
    assert large == "medlint: c.md: is larger than 200 bytes; split it"
    assert defect.startswith("medlint: b.md: internal error; please report it: RuntimeError: oops")


def test_a_project_s_own_keys_carry_copy(articles, capfd):
    pytest.importorskip("tree_sitter_typescript")
    Path("medlint.toml").write_text('copy-keys = ["blurb"]\n', encoding="utf-8")
    Path("page.tsx").write_text('const a = { blurb: "Ketamine cures depression." };\n', encoding="utf-8")
    assert "  page.tsx:1:21\n" in run(capfd, "claims")[1]


def test_no_register(articles, capfd):
    Path("claims.yaml").unlink()
    code, _, err = run(capfd, "claims")
    assert code == exits.USAGE
    assert "no claims.yaml here" in err


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (CLAIMS.replace("reference: Roe 2024", "referense: Roe 2024"), "claims.yaml:4:5: unknown key 'referense'"),
        (CLAIMS.replace("    by: Jane Roe\n    until", "    until"), "claims.yaml:2:5: by is missing"),
        (CLAIMS.replace("2036-01-01", "later"), "claims.yaml:6:5: until: write a date"),
        ("claims: {}\n", "claims.yaml:1:1: write 'claims:' with a list below it"),
    ],
)
def test_a_broken_register(articles, capfd, text, problem):
    Path("claims.yaml").write_text(text, encoding="utf-8")
    code, out, err = run(capfd, "check")
    assert (code, out) == (exits.USAGE, "")
    assert problem in err
    assert err.count("\n") == 1


def test_the_configuration_says_where_it_is(articles, capfd):
    Path("claims.yaml").rename("approved.yaml")
    assert found(capfd, "--select", "EFF001")[0]["suppressed"] is None
    Path("medlint.toml").write_text('claims = "approved.yaml"\n', encoding="utf-8")
    assert found(capfd, "--select", "EFF001")[0]["suppressed"]["by"] == "Jane Roe"

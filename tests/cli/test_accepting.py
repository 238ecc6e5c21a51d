"""``medlint waive``, ``baseline`` and ``fix``, and the effect of their files on ``check``."""

import json
import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from linter.cli import exits
from tests.command import run

FLAWED = "# Our clinic\n\nIt is completely safe.\n\nIt is perfectly safe.\n"
TEN_YEARS = "2036-01-01"


@pytest.fixture
def articles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    return tmp_path


def found(capfd, *arguments):
    """The violations of the safety rule and of the rules on waivers, as JSON."""
    _, out, _ = run(capfd, "check", "--select", "SAF001,IGN", "-f", "json", *arguments)
    return json.loads(out)["violations"]


def waive(capfd, fingerprint, *more, until=TEN_YEARS):
    return run(capfd, "waive", fingerprint, "--reason", "a letter", "--by", "Jane Roe", "--until", until, *more)


def test_waive(articles, capfd):
    first, second = found(capfd)
    code, out, err = waive(capfd, first["fingerprint"])
    assert (code, out) == (exits.CLEAN, "")
    assert err == "medlint: medlint-waivers.yaml: SAF001 in a.md waived until 2036-01-01\n"
    now = found(capfd)
    assert now[0]["suppressed"] == {"means": "waiver", "reason": "a letter", "by": "Jane Roe", "until": TEN_YEARS}
    assert now[1]["suppressed"] is None
    waive(capfd, second["fingerprint"])
    assert run(capfd, "check", "--select", "SAF001")[0] == exits.CLEAN
    assert run(capfd, "check", "--select", "SAF001", "--no-suppressions")[0] == exits.VIOLATIONS


def test_waive_by_place(articles, capfd):
    code, _, err = waive(capfd, "a.md:4")
    assert code == exits.USAGE
    assert "a.md:4: add the rule's code after the place" in err
    accepted = ("--reason", "a letter", "--by", "Jane Roe", "--until", TEN_YEARS)
    code, _, err = run(capfd, "waive", "a.md:3:4", "saf001", "a.md:5", "absolute-safety-claim", *accepted)
    assert (code, err.count("SAF001 in a.md waived")) == (exits.CLEAN, 2)
    assert [one["suppressed"] is None for one in found(capfd)] == [False, False]
    assert "&" not in Path("medlint-waivers.yaml").read_text(encoding="utf-8")


def test_a_waiver_holds_wherever_medlint_is_run_from(articles, capfd, monkeypatch):
    subprocess.run(["git", "init", "-q"], check=True)
    waive(capfd, found(capfd)[0]["fingerprint"])
    below = articles / "below"
    below.mkdir()
    for folder, path in ((articles, str(articles / "a.md")), (below, "../a.md"), (below, str(articles))):
        monkeypatch.chdir(folder)
        assert [bool(one["suppressed"]) for one in found(capfd, path)] == [True, False]


def test_a_waiver_that_is_over(articles, capfd):
    waive(capfd, found(capfd)[0]["fingerprint"])
    file = Path("medlint-waivers.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace(TEN_YEARS, "2020-01-01"), encoding="utf-8")
    assert [(one["path"], one["code"], one["suppressed"]) for one in found(capfd)] == [
        ("a.md", "SAF001", None),
        ("a.md", "SAF001", None),
        ("medlint-waivers.yaml", "IGN007", None),
    ]


def test_a_waiver_that_nothing_needs(articles, capfd):
    waive(capfd, found(capfd)[0]["fingerprint"])
    Path("a.md").write_text("# Our clinic\n\nWe are open.\n", encoding="utf-8")
    (unused,) = found(capfd)
    text = Path("medlint-waivers.yaml").read_text(encoding="utf-8")
    assert unused["code"] == "IGN008"
    assert text[unused["start"] : unused["end"]] == unused["excerpt"]
    Path("a.md").unlink()
    Path("b.md").write_text("We are open.\n", encoding="utf-8")
    assert [one["code"] for one in found(capfd)] == ["IGN008"]
    # waivers of articles that this run did not check are not unused
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    assert found(capfd, "b.md") == []


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--until", "soon"), "--until soon: give a date such as 2027-06-30"),
        (("--until", "2020-01-01"), "--until 2020-01-01 is in the past"),
        (("--reason", " "), "--reason is empty"),
        (("--by", ""), "--by is empty"),
        (("--in", "missing.md"), "no such file or folder: missing.md"),
        ((), "no finding 0123456789abcdef here"),
    ],
)
def test_waivers_that_are_refused(articles, capfd, arguments, problem):
    code, _, err = waive(capfd, "0123456789abcdef", *arguments)
    assert code == exits.USAGE
    assert problem in err
    assert not Path("medlint-waivers.yaml").exists()


def test_unreadable_articles_are_reported(articles, capfd):
    (articles / "a.md").write_bytes(b"\0")
    accepted = ("--reason", "a letter", "--by", "Jane Roe", "--until", TEN_YEARS)
    code, _, err = run(capfd, "waive", "a.md:1", "SAF001", *accepted)
    assert code == exits.USAGE
    assert err.startswith("medlint: a.md: character 0 is NUL")


def test_a_rule_that_may_not_be_suppressed(articles, capfd):
    Path("medlint.toml").write_text('unsuppressible = ["SAF001"]\n', encoding="utf-8")
    code, _, err = waive(capfd, found(capfd)[0]["fingerprint"])
    assert code == exits.USAGE
    assert "SAF001 may not be suppressed" in err


def test_a_broken_waivers_file(articles, capfd):
    Path("medlint-waivers.yaml").write_text("waivers:\n  - {fingerprint: abc}\n", encoding="utf-8")
    code, out, err = run(capfd, "check")
    assert (code, out) == (exits.USAGE, "")
    assert err == "medlint: medlint-waivers.yaml:2:5: path is missing\n"


def test_baseline(articles, capfd):
    code, out, err = run(capfd, "baseline", "--by", "Jane Roe", "--reason", "before the audit")
    assert (code, out) == (exits.CLEAN, "")
    assert "findings in 1 article\n" in err
    code, out, _ = run(capfd, "check", "--fail-on", "info", "--max-warnings", "0")
    assert code == exits.CLEAN
    assert "suppressed by baseline: before the audit (in the baseline since 20" in out
    Path("a.md").write_text(f"{FLAWED}\nIt is totally safe. It is completely safe.\n", encoding="utf-8")
    assert [bool(one["suppressed"]) for one in found(capfd)] == [True, True, False, False]


def test_a_baseline_accepts_no_finding_of_a_rule_that_may_not_be_suppressed(articles, capfd):
    run(capfd, "baseline")
    Path("medlint.toml").write_text('unsuppressible = ["SAF001"]\n', encoding="utf-8")
    assert not any(one["suppressed"] for one in found(capfd))
    report = json.loads(run(capfd, "check", "--ignore", "SAF001", "-f", "json")[1])
    assert all(one["suppressed"] for one in report["violations"])
    _, _, err = run(capfd, "baseline", "--prune")
    assert "dropped" in err
    assert "SAF001" not in Path("medlint-baseline.json").read_text(encoding="utf-8")
    Path("medlint-baseline.json").unlink()
    _, _, err = run(capfd, "baseline")
    assert "of rules that may not be suppressed left out\n" in err
    assert run(capfd, "check", "--select", "SAF001")[0] == exits.VIOLATIONS


def test_a_baseline_is_not_written_twice(articles, capfd):
    run(capfd, "baseline")
    before = Path("medlint-baseline.json").read_bytes()
    Path("a.md").write_text(f"{FLAWED}\nIt is totally safe.\n", encoding="utf-8")
    code, _, err = run(capfd, "baseline")
    assert code == exits.USAGE
    assert "--prune drops what is gone" in err
    assert Path("medlint-baseline.json").read_bytes() == before
    run(capfd, "baseline", "--prune")
    assert [one["excerpt"] for one in found(capfd) if not one["suppressed"]] == ["is totally safe"]


def test_pruning(articles, capfd):
    run(capfd, "baseline")
    Path("a.md").write_text("# Our clinic\n\nIt is completely safe.\n", encoding="utf-8")
    code, _, err = run(capfd, "baseline", "--prune")
    assert code == exits.CLEAN
    assert err == "medlint: medlint-baseline.json: 1 finding dropped, 1 left\n"
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    assert [one["excerpt"] for one in found(capfd) if not one["suppressed"]] == ["is perfectly safe"]


def test_a_baseline_that_is_named(articles, capfd):
    run(capfd, "baseline", "-o", "old.json")
    assert run(capfd, "check")[0] == exits.VIOLATIONS
    assert run(capfd, "check", "--baseline", "old.json")[0] == exits.CLEAN
    code, _, err = run(capfd, "check", "--baseline", "none.json")
    assert code == exits.USAGE
    assert "cannot read the baseline none.json" in err


def test_the_configuration_says_where_the_files_are(articles, capfd):
    Path("audit").mkdir()
    Path("medlint.toml").write_text('waivers = "audit/w.yaml"\nbaseline = "audit/b.json"\n', encoding="utf-8")
    waive(capfd, found(capfd)[0]["fingerprint"])
    run(capfd, "baseline")
    assert sorted(path.name for path in Path("audit").iterdir()) == ["b.json", "w.yaml"]
    assert [one["suppressed"]["means"] for one in found(capfd)] == ["waiver", "baseline"]


@pytest.fixture
def repository(articles):
    Path("drip.md").write_text("# Ketamine\n\nKetamine infusions for depression: book today.\n", encoding="utf-8")
    identity = ["-c", "user.name=Jane Roe", "-c", "user.email=jane@clinic.example", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], check=True, env={**os.environ, "GIT_CONFIG_NOSYSTEM": "1"})
    return articles


def test_diff(repository, capfd):
    Path("a.md").write_text(FLAWED.replace("perfectly", "totally"), encoding="utf-8")
    code, out, _ = run(capfd, "check", "--diff", "HEAD", "-f", "json")
    data = json.loads(out)
    assert code == exits.VIOLATIONS
    assert [one["excerpt"] for one in data["violations"] if one["code"] == "SAF001"] == ["is totally safe"]
    assert {one["path"] for one in data["violations"]} == {
        "a.md"
    }  # missing duties of old pages do not fail a change elsewhere
    assert data["summary"]["since"] == "HEAD"
    assert data["summary"]["unchanged"] >= 1
    with Path("drip.md").open("a", encoding="utf-8") as drip:
        drip.write("\nWe are open on Monday.\n")
    data = json.loads(run(capfd, "check", "--diff", "HEAD", "-f", "json", "drip.md")[1])
    assert {"RSK001", "STR003"} <= {one["code"] for one in data["violations"]}  # of the page as a whole
    code, _, err = run(capfd, "check", "--diff", "nonsense")
    assert code == exits.USAGE
    assert err == "medlint: git finds no commit 'nonsense'\n"
    assert run(capfd, "check", "-", "--diff", "HEAD")[0] == exits.USAGE


SUICIDE = "# Our clinic\n\nHe committed suicide.\n"


def test_fix(articles, capfd):
    file = Path("b.md")
    file.write_bytes(b"\xef\xbb\xbf" + SUICIDE.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    code, out, err = run(capfd, "fix", "b.md")
    assert code == exits.CLEAN
    assert out == 'b.md: VUL005 "committed suicide": now "died by suicide"\n'
    assert err.startswith("medlint: 1 edit fixes 1 finding in 1 article, ")
    assert file.read_bytes() == b"\xef\xbb\xbf# Our clinic\r\n\r\nHe died by suicide.\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert run(capfd, "fix", "b.md")[1] == ""


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_the_encoding_stays(articles, capfd, encoding):
    file = Path("b.md")
    file.write_bytes(f"Café: {SUICIDE}".encode(encoding))
    run(capfd, "fix", "b.md")
    assert file.read_bytes() == "Café: # Our clinic\n\nHe died by suicide.\n".encode(encoding)


def test_what_is_damaged_is_left_as_it_is(articles, capfd):
    file, data = Path("b.md"), f"Café, isn’t it: {SUICIDE}".encode() + b"It isn\x92t.\n"
    file.write_bytes(data)
    code, out, err = run(capfd, "fix", "b.md")
    assert (code, out) == (exits.USAGE, "")
    assert "medlint: b.md: byte 0x92 at line 4, column 7 is not UTF-8, unlike the rest of the file; fix it\n" in err
    assert file.read_bytes() == data


def test_fix_shows(articles, capfd):
    Path("b.md").write_text(SUICIDE.rstrip("\n"), encoding="utf-8")
    code, out, _ = run(capfd, "fix", "--diff", "b.md")
    assert code == exits.VIOLATIONS
    assert Path("b.md").read_text(encoding="utf-8") == SUICIDE.rstrip("\n")
    subprocess.run(["git", "apply", "--unidiff-zero", "-"], input=out.encode(), check=True)
    assert Path("b.md").read_text(encoding="utf-8") == "# Our clinic\n\nHe died by suicide."


def test_fix_says_that_it_leaves_web_code_and_no_report_promises_more(articles, capfd):
    Path("a.md").unlink()
    page = "export default () => <main><h1>Our clinic</h1><p>He committed suicide.</p></main>;\n"
    Path("b.tsx").write_text(page, encoding="utf-8")
    _, out, _ = run(capfd, "check", "b.tsx", "--select", "VUL005")
    assert out.endswith("in 1 article\n")
    code, out, err = run(capfd, "fix", "b.tsx")
    assert (code, out, Path("b.tsx").read_text(encoding="utf-8")) == (exits.CLEAN, "", page)
    assert "medlint: 1 file left unchanged: only Markdown, HTML, text and templates can be edited\n" in err


def test_fix_leaves_what_is_accepted(articles, capfd):
    text = "<!-- medlint: ignore VUL005 -- the wording of a court -->\n" + SUICIDE.splitlines()[-1] + "\n"
    Path("b.md").write_text(text, encoding="utf-8")
    assert run(capfd, "fix", "b.md")[1] == ""
    assert Path("b.md").read_text(encoding="utf-8") == text


def test_fix_follows_no_link_out_of_the_folder(articles, capfd, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "b.md"
    outside.write_text(SUICIDE, encoding="utf-8")
    Path("b.md").symlink_to(outside)
    code, out, err = run(capfd, "fix", "b.md")
    assert (code, out) == (exits.USAGE, "")
    assert "points outside this folder" in err
    assert outside.read_text(encoding="utf-8") == SUICIDE
    inside = Path("inside.md")
    inside.write_text(SUICIDE, encoding="utf-8")
    Path("c.md").symlink_to("inside.md")
    run(capfd, "fix", "c.md")
    assert Path("c.md").is_symlink()
    assert "died by suicide" in inside.read_text(encoding="utf-8")


def test_fix_goes_on_after_a_file_that_it_cannot_fix(articles, capfd):
    Path("a.md").write_bytes(b"a\0b")
    Path("b.md").write_text(SUICIDE, encoding="utf-8")
    code, _, err = run(capfd, "fix")
    assert code == exits.USAGE
    assert "a.md: character 1 is NUL" in err
    assert "died by suicide" in Path("b.md").read_text(encoding="utf-8")


def test_drafts_are_put_in_when_asked(articles, capfd):
    Path("b.md").write_text("# Ketamine\n\nKetamine infusions for depression: book today.\n", encoding="utf-8")
    _, _, err = run(capfd, "fix", "b.md")
    assert "have a draft" in err
    offered = int(re.search(r"has drafts for (\d+) finding", run(capfd, "check", "b.md")[1])[1])
    assert f"{offered} of them have a draft" in err
    assert f"would fix {offered} finding" in run(capfd, "fix", "--suggested", "--diff", "b.md")[2]
    run(capfd, "fix", "--suggested", "b.md")
    once = Path("b.md").read_text(encoding="utf-8")
    assert "off-label" in once
    run(capfd, "fix", "--suggested", "b.md")
    assert Path("b.md").read_text(encoding="utf-8") == once


def test_report(articles, capfd):
    waive(capfd, found(capfd)[0]["fingerprint"])
    code, out, err = run(capfd, "report", "--stamp")
    assert (code, out, err) == (exits.CLEAN, "", "medlint: wrote medlint-report.html\n")
    page = Path("medlint-report.html").read_text(encoding="utf-8")
    assert "Jane Roe" in page
    assert TEN_YEARS in page
    assert run(capfd, "report", "missing.md")[0] == exits.USAGE
    assert run(capfd, "report", "-o", "review.html", "a.md")[2] == "medlint: wrote review.html\n"


BALANCED = """# A lamp for sore knees

The FDA has not approved this lamp for arthritis. Do not use it if you are pregnant. In a trial of 60 adults (Roe 2021)
pain fell no more than with a dark lamp. For chest pain call 911.

Maria threw her cane away after two weeks of it, and her pain is gone.
"""
UNBALANCED = BALANCED.replace("Do not use it if you are pregnant. ", "").replace("For chest pain call 911.", "")


def story(capfd, text):
    """The severity of the story in a text, and its means of suppression."""
    Path("a.md").write_text(text, encoding="utf-8")
    _, out, _ = run(capfd, "check", "--select", "TST001", "-f", "json")
    [found] = json.loads(out)["violations"]
    return found["severity"], (found["suppressed"] or {}).get("means"), found["fingerprint"]


@pytest.mark.parametrize("texts", [(BALANCED, UNBALANCED), (UNBALANCED, BALANCED)])
@pytest.mark.parametrize("means", ["waiver", "baseline"])
def test_what_is_accepted_stays_so_whether_or_not_the_page_is_balanced(articles, capfd, texts, means):
    before, after = (story(capfd, text)[0] for text in texts)
    assert {before, after} == {"warning", "error"}
    fingerprint = story(capfd, texts[0])[2]
    if means == "waiver":
        waive(capfd, fingerprint)
    else:
        run(capfd, "baseline")
    assert story(capfd, texts[0]) == (before, means, fingerprint)
    assert story(capfd, texts[1]) == (after, means, fingerprint)


def test_the_strict_preset_fails_on_what_balance_left_of_a_finding(articles, capfd):
    Path("a.md").write_text(BALANCED, encoding="utf-8")
    codes = []
    for preset in ("recommended", "strict"):
        Path("medlint.toml").write_text(f'extends = "{preset}"\n', encoding="utf-8")
        codes.append(run(capfd, "check", "--select", "TST001")[0])
    assert codes == [exits.CLEAN, exits.VIOLATIONS]
    Path("medlint.toml").write_text('extends = "strict"\n\n[severity]\nTST001 = "error"\n', encoding="utf-8")
    assert story(capfd, BALANCED)[0] == "error"

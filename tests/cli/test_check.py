"""``medlint check``, run as users do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lint_rules
from linter.cli import exits, main
from linter.discovery.own_reports import GENERATOR
from tests.command import run

CLEAN = "We are open on weekdays. Parking is free.\n"
FLAWED = "# Ketamine for PTSD\n\nKetamine is completely safe and cures PTSD.\n"


@pytest.fixture
def articles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "flawed.md").write_text(FLAWED, encoding="utf-8")
    return tmp_path


def test_violations_are_shown_with_their_line(articles, capfd):
    code, out, err = run(capfd, "check", "flawed.md", "--select", "SAF001")
    assert code == exits.VIOLATIONS
    assert "flawed.md\n  3:10" in out
    line, carets = (part for part in out.splitlines() if part.startswith("           | "))
    start = carets.index("^")
    assert line[start : carets.rindex("^") + 1] == "is completely safe"
    assert "suggestion:" in out
    assert "FTC Act" in out
    assert err == ""


def test_clean(articles, capfd):
    code, out, _ = run(capfd, "check", "clean.md", "--select", "safety")
    assert (code, out) == (exits.CLEAN, "0 errors, 0 warnings, 0 info in 1 article\n")


def test_exit_zero_reports_and_does_not_fail(articles, capfd):
    code, out, _ = run(capfd, "check", "flawed.md", "--exit-zero", "--max-warnings", "0")
    assert code == exits.CLEAN
    assert "SAF001" in out
    (articles / "binary.md").write_bytes(b"a\0b")
    assert run(capfd, "check", "--exit-zero")[0] == exits.USAGE
    assert run(capfd, "check", "clean.md", "--exit-zero", "--select", "nothing")[0] == exits.USAGE


def test_fail_on(articles, capfd):
    assert run(capfd, "check", "flawed.md", "--select", "RDB", "--fail-on", "error")[0] == exits.CLEAN


def test_json_contract(articles, capfd):
    code, out, _ = run(capfd, "check", ".", "--format", "json")
    data = json.loads(out)
    assert code == exits.VIOLATIONS
    assert list(data) == ["schema_version", "tool", "summary", "violations", "files", "errors"]
    assert set(data["tool"]) == {"name", "version", "rules_hash"}
    assert set(data["summary"]) == {
        "files", "violations", "by_severity", "by_family", "suppressed", "suppressed_by", "since", "unchanged",
    }  # fmt: skip
    assert [file["path"] for file in data["files"]] == ["clean.md", "flawed.md"]
    for violation in data["violations"]:
        text = (articles / violation["path"]).read_text(encoding="utf-8")
        assert text[violation["start"] : violation["end"]] == violation["excerpt"]
        assert list(violation) == [
            "path", "line", "column", "end_line", "end_column", "start", "end", "code", "rule", "family", "severity",
            "message", "excerpt", "evidence", "citations", "suggestion", "fix", "fingerprint", "suppressed",
        ]  # fmt: skip


def test_several_formats_and_output(articles, capfd):
    code, out, _ = run(capfd, "check", "flawed.md", "-f", "text", "-f", "json=found.json", "-f", "html=report.html")
    assert code == exits.VIOLATIONS
    assert "flawed.md" in out
    assert json.loads((articles / "found.json").read_text(encoding="utf-8"))["summary"]["files"] == 1
    assert "SAF001" in (articles / "report.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in articles.iterdir()) == ["clean.md", "flawed.md", "found.json", "report.html"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("check", "missing.md"), "no such file or folder: missing.md"),
        (("check", "--select", "SAFE001"), "no rule or family 'SAFE001'; did you mean 'SAF001'?"),
        (("check", "--select", ""), "--select matches no rule"),  # an empty CI variable
        (("check", "-f", "jsn"), "unknown format 'jsn'; did you mean 'json'?"),
        (("check", "-f", "json", "-f", "text"), "only one format can go to standard output"),
        (("check", "-f", "json", "-f", "text=x", "-o", "y"), "--output takes one format"),
        (("check", "-", "clean.md"), "standard input (-) cannot be combined"),
        (("check", "--stdin-filename", "x.md", "clean.md"), "--stdin-filename requires the path -"),
        (("fix", "-"), "only check reads standard input (-)"),
        (("baseline", "clean.md", "-"), "only check reads standard input (-)"),
        (("check", "clean.md", "-o", "no/such/folder/x"), "cannot write no/such/folder/x"),
        (("explain", "SAFE001"), "no rule, treatment or condition 'SAFE001'; did you mean 'SAF001'?"),
        (("explain", "ketamin"), "no rule, treatment or condition 'ketamin'; did you mean 'ketamine'?"),
        (("explain", "efficacy"), " rules; choose one of EFF001, EFF002, "),
        (("rules", "test", "missing"), "no such file or folder: missing"),
    ],
)
def test_usage_errors(articles, capfd, arguments, problem):
    code, out, err = run(capfd, *arguments)
    assert (code, out) == (exits.USAGE, "")
    assert problem in err
    assert err.count("\n") == 1


def test_all_unknown_rules_are_reported_at_once(articles, capfd):
    code, _, err = run(capfd, "check", "--select", "SAFE001,EFF,QQQ", "--ignore", "XXX")
    assert code == exits.USAGE
    assert [line.split("'")[1] for line in err.splitlines()] == ["SAFE001", "QQQ", "XXX"]


def test_nothing_to_check(articles, capfd):
    (articles / "empty").mkdir()
    code, _, err = run(capfd, "check", "empty")
    assert (code, err) == (exits.NOTHING, "medlint: nothing to check\n")


def test_a_bad_file_does_not_stop_the_others(articles, capfd):
    (articles / "binary.md").write_bytes(b"a\0b")
    code, out, err = run(capfd, "check", ".", "--format", "json", "--select", "SAF")
    data = json.loads(out)
    assert code == exits.USAGE
    assert [error["path"] for error in data["errors"]] == ["binary.md"]
    assert {violation["path"] for violation in data["violations"]} == {"flawed.md"}
    assert "binary.md" in err


def test_an_internal_error_is_reported_and_the_others_are_checked(articles, capfd, monkeypatch):
    import linter.engine

    real = linter.engine.lint_document

    def broken(document, *rest):
        if document.source.path == "clean.md":
            raise RuntimeError("two\nlines")
        return real(document, *rest)

    monkeypatch.setattr(linter.engine, "lint_document", broken)
    code, out, err = run(capfd, "check", ".", "--no-cache", "--format", "json", "--select", "SAF")
    data = json.loads(out)
    assert code == exits.INTERNAL
    assert data["errors"][0]["kind"] == "internal"
    assert data["violations"]
    assert "two lines" in err


def test_suppressed_violations_stay_in_the_record(articles, capfd):
    (articles / "flawed.md").write_text(
        "<!-- medlint: ignore SAF001 -- a letter; by: Jane Roe -->\nIt is completely safe.\n", encoding="utf-8"
    )
    code, out, _ = run(capfd, "check", "flawed.md", "--select", "SAF001,IGN", "--format", "json")
    data = json.loads(out)
    assert code == exits.CLEAN
    assert data["summary"]["suppressed"] == 1
    assert data["violations"][0]["suppressed"] == {
        "means": "comment", "reason": "a letter", "by": "Jane Roe", "until": "",
    }  # fmt: skip
    assert run(capfd, "check", "flawed.md", "--select", "SAF001", "--no-suppressions")[0] == exits.VIOLATIONS


def test_unreadable_front_matter_is_reported_with_its_place(articles, capfd):
    (articles / "flawed.md").write_text("---\ntitle: [a\n---\n\nWe are open.\n", encoding="utf-8")
    code, out, err = run(capfd, "check", "flawed.md", "--select", "SAF", "--format", "json")
    (error,) = json.loads(out)["errors"]
    assert code == exits.USAGE
    assert error["line"] in (2, 3)
    assert err.startswith(f"medlint: flawed.md:{error['line']}:{error['column']}: the front matter is not valid YAML: ")
    _, out, _ = run(capfd, "check", "flawed.md", "--select", "SAF")
    assert f"flawed.md:{error['line']}:{error['column']}: input error: the front matter is not" in out


def test_fingerprints_differ_within_a_file(articles, capfd):
    (articles / "flawed.md").write_text("It is completely safe.\n\nIt IS completely  safe.\n", encoding="utf-8")
    _, out, _ = run(capfd, "check", "flawed.md", "--select", "SAF001", "--format", "json")
    found = [violation["fingerprint"] for violation in json.loads(out)["violations"]]
    assert len(found) == len(set(found)) == 2


def test_a_fingerprint_survives_what_happens_above_it(articles, capfd):
    def names(text):
        (articles / "flawed.md").write_text(text, encoding="utf-8")
        found = json.loads(run(capfd, "check", "flawed.md", "--select", "SAF,EFF", "-f", "json")[1])["violations"]
        return [(one["code"], one["fingerprint"]) for one in found], [one["line"] for one in found]

    before, lines = names(FLAWED)
    after, later = names(FLAWED.replace("\n\n", "\n\nWe are open.\n\n", 1))
    assert before == after != []
    assert [line + 2 for line in lines] == later


def test_standard_input_gives_what_the_file_gives(articles):
    command = [sys.executable, "-m", "linter", "check", "--format", "json"]
    from_file = subprocess.run([*command, "flawed.md"], capture_output=True, check=False)
    from_stdin = subprocess.run(
        [*command, "-", "--stdin-filename", "flawed.md"], input=FLAWED.encode(), capture_output=True, check=False
    )
    assert from_file.returncode == from_stdin.returncode == exits.VIOLATIONS
    assert from_file.stdout == from_stdin.stdout


def test_same_bytes_with_any_hash_seed(articles):
    command = [sys.executable, "-m", "linter", "check", ".", "--format", "json"]
    outputs = {
        subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_terminal_output_is_neutralised(articles, capfd):
    (articles / "flawed.md").write_text("It is completely safe \x1b[31m\u202e now.\n", encoding="utf-8")
    _, out, _ = run(capfd, "check", "flawed.md", "--select", "SAF")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_version_and_rules(capfd):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capfd.readouterr().out == "medlint 0.1.0\n"
    code, out, _ = run(capfd, "rules")
    assert code == 0
    assert "SAF001  error    safety         absolute-safety-claim\n" in out


def test_explain_a_rule(capfd):
    code, out, _ = run(capfd, "explain", "saf001")
    assert code == 0
    assert out.startswith("SAF001 absolute-safety-claim\nerror, family safety")
    assert '\nWhat: "…" promises safety' in out
    assert "Based on:" in out
    assert run(capfd, "explain", "absolute-safety-claim")[1] == out


def test_explain_what_a_rule_weighs(capfd):
    _, out, _ = run(capfd, "explain", "EFF012")
    assert "Reported where a claim is 50% probable; log-odds: bias -" in out
    assert "\n\n  - [[Pain relief" in out  # all lines of an example are indented


def test_explain_a_treatment(capfd):
    code, out, _ = run(capfd, "explain", "Spravato")
    assert code == 0
    for part in ("Status:", "Approved for:", "Boxed warning:", "Key risks:", "Disclaimer:", "Source:", "as of"):
        assert part in out


def test_stale_facts(capfd):
    code, out, err = run(capfd, "knowledge", "stale", "--months", "0")
    assert code == 0
    assert len(out.splitlines()) == int(err.split()[1])


def test_rules_test_runs_other_people_s_rules(tmp_path, capfd):
    from tests.rules.test_load import GOOD

    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "sample-rule.yaml").write_text(GOOD, encoding="utf-8")
    code, out, _ = run(capfd, "rules", "test", str(folder))
    assert (code, out) == (0, "4 examples, 0 failed\n")
    (folder / "sample-rule.yaml").write_text(
        GOOD.replace('"There are side effects."', '"No side effects."'), encoding="utf-8"
    )
    code, out, _ = run(capfd, "rules", "test", str(folder))
    assert code == exits.VIOLATIONS
    place = f"{folder / 'sample-rule.yaml'}:16:10"
    assert out.startswith(f"{place}: XYZ001 good 1: reports ['No side effects'] in a good example\n")
    (folder / "sample-rule.yml").write_text(GOOD, encoding="utf-8")
    code, _, err = run(capfd, "rules", "test", str(folder))
    assert (code, err) == (exits.USAGE, f"medlint: {folder / 'sample-rule.yml'}: its name must end in .yaml\n")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("This says something", "This says {exerpt}", "uses {exerpt}, which kind 'phrase' does not fill"),
        ('"There are [[no side effects]]."', '"There are [[no side effects."', "has unpaired [[ or ]]"),
    ],
)
def test_rules_test_reports_mistakes_that_no_schema_finds(tmp_path, capfd, old, new, problem):
    from tests.rules.test_load import GOOD

    file = tmp_path / "sample-rule.yaml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    code, out, _ = run(capfd, "rules", "test", str(file))
    assert code == exits.VIOLATIONS
    assert f"XYZ001 bad 1: {problem}\n" in out


@pytest.mark.parametrize("path", ["safety", "safety/absolute-safety-claim.yaml"])
def test_rules_test_runs_some_of_the_shipped_rules(capfd, path):
    code, out, _ = run(capfd, "rules", "test", str(Path(lint_rules.__file__).parent / path))
    assert (code, out.endswith(" examples, 0 failed\n")) == (exits.CLEAN, True)


def test_rules_docs_writes_a_page_for_each_rule(tmp_path, capfd):
    listed = [line.split()[0] for line in run(capfd, "rules")[1].splitlines()]
    code, out, err = run(capfd, "rules", "docs", str(tmp_path / "pages"))
    assert (code, out, err.split(": ")[-1]) == (exits.CLEAN, "", f"{len(listed)} rules, listed in README.md\n")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == sorted(
        ["README.md", "medlint.toml", *(f"{one}.md" for one in listed)]
    )
    # they quote articles
    code, out, _ = run(capfd, "check", str(tmp_path), "--list-files")
    assert (code, out) == (exits.CLEAN, "")
    index = (tmp_path / "pages" / "README.md").read_text(encoding="utf-8")
    assert "| [EFF001](EFF001.md) | unhedged-cure-claim | error | " in index
    page = (tmp_path / "pages" / "IGN003.md").read_text(encoding="utf-8")
    assert "No comment, waiver or approved claim can suppress it." in page
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, err = run(capfd, "rules", "docs", str(tmp_path / "file"))
    assert (code, err) == (exits.USAGE, f"medlint: cannot write {tmp_path / 'file'}: File exists\n")


def test_rules_test_needs_rules(tmp_path, capfd):
    code, _, err = run(capfd, "rules", "test", str(tmp_path))
    assert (code, err) == (exits.USAGE, "medlint: no rule file in these folders\n")


def test_a_report_folder(articles, capfd):
    code, out, _ = run(capfd, "check", "flawed.md", "--report-dir", "review")
    assert code == exits.VIOLATIONS
    assert "flawed.md" in out
    assert (articles / "review" / "index.html").is_file()
    assert [path.suffix for path in (articles / "review" / "articles").iterdir()] == [".html"]


@pytest.mark.parametrize(("folder", "problem"), [(".", "holds other files"), ("flawed.md", "is a file")])
def test_a_report_folder_that_is_something_else(articles, capfd, folder, problem):
    code, _, err = run(capfd, "check", "flawed.md", "--report-dir", folder)
    assert code == exits.USAGE
    assert problem in err


def test_own_reports_are_skipped_and_named(articles, capfd):
    run(capfd, "check", "flawed.md", "--report-dir", "review", "-f", "html=report.html")
    _, out, err = run(capfd, "check", "-f", "json")
    assert [one["path"] for one in json.loads(out)["files"]] == ["clean.md", "flawed.md"]
    assert "reports by medlint itself not checked: report.html …" in err


@pytest.mark.parametrize("target", ["text=found.txt", "html=found.html", "json=found.json"])
def test_a_report_is_written_again(articles, capfd, target):
    first = run(capfd, "check", ".", "-f", target)
    assert run(capfd, "check", ".", "-f", target)[0] == first[0] == exits.VIOLATIONS


def test_an_article_is_never_written_over(articles, capfd):
    before = (articles / "clean.md").read_text(encoding="utf-8")
    (articles / "notes.txt").write_text("Bring the form.\n", encoding="utf-8")
    for name in ("clean.md", "notes.txt"):
        code, _, err = run(capfd, "check", ".", "-f", f"text={name}")
        assert (code, err) == (
            exits.USAGE,
            f"medlint: {name} is an article of this run; choose another file for the report\n",
        )
    assert (articles / "clean.md").read_text(encoding="utf-8") == before


def test_no_article_can_pass_for_a_report(articles, capfd):
    (articles / "sly.md").write_text(f"<!-- {GENERATOR} -->\n\nKetamine cures depression.\n", encoding="utf-8")
    assert run(capfd, "check", "sly.md")[0] == exits.VIOLATIONS
    assert "sly.md" in run(capfd, "check", "--list-files")[1]
    (articles / "sly.html").write_text(f"{GENERATOR}<p>Ketamine cures depression.</p>", encoding="utf-8")
    assert run(capfd, "check", "sly.html")[0] == exits.VIOLATIONS
    assert "sly.html" in run(capfd, "check")[2]


def test_change_since_an_earlier_run(articles, capfd):
    run(capfd, "check", "clean.md", "-f", "json=before.json")
    run(capfd, "check", ".", "-f", "html=report.html", "--since", "before.json", "--stamp")
    page = (articles / "report.html").read_text(encoding="utf-8")
    assert "Changes since before.json" in page
    assert "<dt>Time</dt>" in page


@pytest.mark.parametrize(
    ("text", "problem"),
    [("{", "not JSON"), ("[]", "not a medlint report"), ('{"violations": [1]}', "not a medlint report")],
)
def test_an_earlier_run_that_is_none(articles, capfd, text, problem):
    (articles / "before.json").write_text(text, encoding="utf-8")
    code, _, err = run(capfd, "check", "clean.md", "-f", "html=report.html", "--since", "before.json")
    assert code == exits.USAGE
    assert problem in err
    assert "cannot read" in run(capfd, "check", "clean.md", "-f", "html=report.html", "--since", "missing.json")[2]


@pytest.mark.parametrize("option", [("--since", "before.json"), ("--stamp",)])
def test_what_only_a_page_shows_asks_for_one(articles, capfd, option):
    code, _, err = run(capfd, "check", "clean.md", *option)
    assert code == exits.USAGE
    assert err == f"medlint: {option[0]} requires -f html=FILE or --report-dir DIR\n"

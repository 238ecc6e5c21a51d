"""The output of ``medlint check``: quiet, statistics, colors, limits, help."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys

import pytest
from lxml import etree

from linter.cli import exits, main
from linter.cli.output import style_of
from linter.reports import FORMATS
from linter.reports.terminal import Style

FLAWED = "# Drips\n\nOur drips are completely safe. This drip is totally safe.\n"
SAFETY = ("--select", "SAF001")


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "flawed.md").write_text(FLAWED, encoding="utf-8")
    return tmp_path


def run(capfd, *arguments):
    code = main(["check", "flawed.md", *SAFETY, *arguments])
    output = capfd.readouterr()
    return code, output.out, output.err


def test_quiet_prints_nothing_and_keeps_the_exit_code(article, capfd):
    assert run(capfd, "-q") == (exits.VIOLATIONS, "", "")
    assert run(capfd, "--quiet", "-f", "text", "-f", "json=found.json") == (exits.VIOLATIONS, "", "")
    assert len(json.loads((article / "found.json").read_text(encoding="utf-8"))["violations"]) == 2


def test_quiet_still_prints_errors(article, capfd):
    (article / "binary.md").write_bytes(b"a\0b")
    code = main(["check", ".", "-q"])
    output = capfd.readouterr()
    assert (code, output.out) == (exits.USAGE, "")
    assert "binary.md" in output.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("-q", "-f", "json"), "--quiet prints no report; use -f json=FILE"),
        (("--statistics", "-f", "json"), "--statistics requires the text format"),
    ],
)
def test_contradictory_options_are_refused(article, capfd, arguments, problem):
    assert run(capfd, *arguments) == (exits.USAGE, "", f"medlint: {problem}\n")


def test_statistics_count_findings_per_rule(article, capfd):
    _, out, _ = run(capfd, "--statistics")
    assert "\n      2  SAF001   absolute-safety-claim\n\n2 errors, 0 warnings" in out
    assert "SAF001 " not in run(capfd, "--statistics", "--ignore", "SAF001")[1]


def test_max_warnings(article, capfd):
    (article / "flawed.md").write_text(
        "# Ketamine for PTSD\n\nWe offer ketamine for PTSD. Book a visit today.\n", encoding="utf-8"
    )

    def check(*arguments):
        code = main(["check", "flawed.md", "--select", "STR", *arguments])
        return code, capfd.readouterr().err

    main(["check", "flawed.md", "--select", "STR", "-f", "json"])
    warnings = json.loads(capfd.readouterr().out)["summary"]["by_severity"]["warning"]
    assert warnings > 0
    assert check() == (exits.CLEAN, "")
    assert check("--max-warnings", str(warnings)) == (exits.CLEAN, "")
    few = warnings - 1
    assert check("--max-warnings", str(few)) == (
        exits.VIOLATIONS,
        f"medlint: {warnings} warnings, more than --max-warnings {few}\n",
    )


@pytest.mark.parametrize("number", ["-1", "many", "1.5", ""])
def test_max_warnings_is_a_number(article, capfd, number):
    with pytest.raises(SystemExit) as stop:
        run(capfd, f"--max-warnings={number}")
    assert stop.value.code == exits.USAGE
    assert "is not a number of 0 or more" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("when", "environment", "terminal", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_when_there_is_color(when, environment, terminal, colored):
    assert style_of(when, environment, terminal).color is colored


@pytest.mark.parametrize(
    ("when", "environment", "terminal", "links"),
    [
        ("auto", {"VTE_VERSION": "6003"}, True, True),
        ("auto", {"VTE_VERSION": "4000"}, True, False),
        ("auto", {"TERM_PROGRAM": "vscode", "NO_COLOR": "1"}, True, True),
        ("auto", {"KITTY_WINDOW_ID": "1"}, False, False),
        ("never", {"KITTY_WINDOW_ID": "1"}, True, False),
        ("auto", {"FORCE_HYPERLINK": "0", "WT_SESSION": "x"}, True, False),
        ("always", {"FORCE_HYPERLINK": "1"}, True, True),
        ("auto", {"TERM": "xterm"}, True, False),
    ],
)
def test_when_there_are_links(when, environment, terminal, links):
    assert style_of(when, environment, terminal).links is links


def test_links_cannot_steer_the_terminal():
    style = Style(links=True)
    assert style.link("a", "https://example.org/x?y=1#z") == "\x1b]8;;https://example.org/x?y=1#z\x1b\\a\x1b]8;;\x1b\\"
    assert "\x1b[31m" not in style.link("a", "https://example.org/\x1b[31m\x07")
    assert style.link("a", "javascript:x") == style.link("a", "") == Style().link("a", "https://example.org") == "a"


def test_sources_are_links(article):
    from linter.cache import load_program
    from linter.checks.setting import Setting
    from linter.reports.text_report import write
    from linter.run import Plan, lint_bytes

    program = load_program()
    report = lint_bytes("a.md", FLAWED.encode(), Plan(program, program.rules, Setting(today="2026-11-26")))
    linked = "".join(write(report, Style(links=True)))
    assert "\x1b]8;;https://" in linked
    assert re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\", "", linked) == "".join(write(report))


def test_color_adds_nothing_but_color(article, capfd):
    plain = run(capfd)[1]
    colored = run(capfd, "--color", "always")[1]
    assert "\x1b" not in plain
    assert "\x1b[1;31merror  \x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_files_and_other_formats_have_no_color(article, capfd):
    run(capfd, "--color", "always", "-o", "report.txt")
    assert "\x1b" not in (article / "report.txt").read_text(encoding="utf-8")
    assert "\x1b" not in run(capfd, "--color", "always", "-f", "json")[1]


def test_on_a_terminal(article):
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    command = [sys.executable, "-m", "linter", "check", "flawed.md", *SAFETY]
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        result = subprocess.run(
            command, stdout=theirs, stderr=subprocess.PIPE, check=False, env={**environment, "TERM": "xterm"}
        )
        os.close(theirs)
        shown = ""
        with contextlib.suppress(OSError):  # end of output
            while part := terminal.read(100_000):  # a part of the output
                shown += part.decode()
    assert result.returncode == exits.VIOLATIONS
    assert "\x1b[1;31m" in shown
    assert result.stderr == b""


def test_a_reader_who_leaves_early_changes_no_exit_code(article):
    with subprocess.Popen(["head", "-c", "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as reader:
        reader.terminate()
        reader.wait()
        result = subprocess.run(
            [sys.executable, "-m", "linter", "check", "flawed.md", *SAFETY],
            stdout=reader.stdin,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (result.returncode, result.stderr) == (exits.VIOLATIONS, b"")


def test_every_format_from_the_command_line(article, capfd):
    arguments = [part for name in FORMATS for part in ("-f", f"{name}=report.{name}")]
    written = ", ".join(f"report.{name}" for name in FORMATS)
    assert run(capfd, *arguments) == (exits.VIOLATIONS, "", f"medlint: wrote {written}\n")
    assert run(capfd, *arguments, "-q") == (exits.VIOLATIONS, "", "")
    texts = {name: (article / f"report.{name}").read_text(encoding="utf-8") for name in FORMATS}
    assert all("SAF001" in text for text in texts.values())
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(texts[name])
    for name in ("junit", "checkstyle"):
        etree.fromstring(texts[name].encode())


def test_standard_output_is_only_the_report(article, capfd):
    (article / "binary.md").write_bytes(b"a\0b")
    main(["check", ".", "-f", "sarif"])
    output = capfd.readouterr()
    assert json.loads(output.out)["version"] == "2.1.0"
    assert output.err.startswith("medlint: ")


@pytest.mark.parametrize("command", [[], ["check"], ["explain"], ["rules"]])
def test_help_fits_a_screen(command, capfd, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


def test_a_file_name_that_is_no_text(article):
    # a file name that is not UTF-8; every format still writes its report
    (article / os.fsdecode(b"\xff flawed.md")).write_text(FLAWED, encoding="utf-8")
    (article / os.fsdecode(b"\xfe binary.md")).write_bytes(b"a\0b")
    arguments = [part for name in FORMATS for part in ("-f", f"{name}=report.{name}")]
    assert main(["check", ".", *SAFETY, *arguments]) == exits.USAGE
    found = json.loads((article / "report.json").read_text(encoding="utf-8"))
    assert (len(found["violations"]), len(found["errors"])) == (4, 1)
    assert "%FF%20flawed.md" in (article / "report.sarif").read_text(encoding="utf-8")
    assert len(json.loads((article / "report.gitlab").read_text(encoding="utf-8"))) == 5

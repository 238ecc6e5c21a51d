"""Hostile or broken files, names and folders; the other articles are always checked."""

import ctypes
import errno
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter import cli, engine
from linter.cli import exits, main
from linter.reports import FORMATS

FLAWED = "# Drips\n\nOur drips are completely safe.\n"
SELECT = ("--select", "SAF001")
COMMAND = [sys.executable, "-m", "linter", "check", *SELECT]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flawed.md").write_text(FLAWED, encoding="utf-8")
    return tmp_path


def check(capfd, *arguments):
    code = main(["check", *SELECT, *arguments])
    output = capfd.readouterr()
    return code, output.out, output.err


def _uncached(place):
    """The message if the compiled rules cannot be cached."""
    return (
        f"medlint: cannot write to {place}, so each run recompiles the rules; set MEDLINT_CACHE_DIR to another folder\n"
    )


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def sparse(path):
    with path.open("wb") as file:
        file.truncate(100_000_000)


ODD_FILES = {
    "a file of 100 MB": (sparse, "is larger than 20,000,000 bytes; split it"),
    "a pipe that nobody writes to": (os.mkfifo, "is not a regular file"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
    "a link to nothing": (lambda path: path.symlink_to("missing"), "No such file or directory"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "is a link that leads outside"),
    "binary data": (lambda path: path.write_bytes(b"a\0b"), "not a text file"),
}


@pytest.mark.parametrize("kind", ODD_FILES)
def test_an_odd_file_is_reported_and_the_others_are_checked(folder, capfd, kind):
    make, problem = ODD_FILES[kind]
    make(folder / "odd.md")
    code, out, err = check(capfd, ".", "-f", "json")
    data = json.loads(out)
    assert code == exits.USAGE
    assert [error["path"] for error in data["errors"]] == ["odd.md"]
    assert problem in data["errors"][0]["message"]
    assert [violation["path"] for violation in data["violations"]] == ["flawed.md"]
    assert err.count("\n") == 1


def test_a_damaged_byte_is_reported_and_the_article_is_checked(folder, capfd):
    (folder / "flawed.md").write_bytes(FLAWED.encode() + "Isn’t it? It isn".encode() + b"\x92t.\n")
    code, out, err = check(capfd, ".", "-f", "json")
    assert (code, err) == (
        exits.USAGE,
        "medlint: flawed.md: byte 0x92 at line 4, column 17 is not UTF-8, unlike the rest of the file; fix it\n",
    )
    assert [violation["line"] for violation in json.loads(out)["violations"]] == [3]


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_that_is_named(capfd, path):
    assert check(capfd, path)[0] == exits.USAGE


def test_endless_standard_input():
    with Path("/dev/zero").open("rb") as zeros:
        result = subprocess.run([*COMMAND, "-"], stdin=zeros, capture_output=True, check=False, timeout=120)
    assert result.returncode == exits.USAGE
    assert b"is larger than" in result.stderr


@pytest.mark.parametrize("length", ["9" * 13, "9" * 20, "9" * 5_000])
def test_an_endless_message_of_an_editor(length):
    data = f"Content-Length: {length}\r\n\r\n{{}}".encode()
    result = subprocess.run([*COMMAND[:3], "lsp"], input=data, capture_output=True, check=False, timeout=60)
    expected = b"medlint: the editor sent a message that is too long to read; restart the editor\n"
    assert (result.returncode, result.stderr) == (exits.USAGE, expected)


def test_links_in_a_circle_are_not_followed(folder, capfd):
    (folder / "deep").mkdir()
    (folder / "deep" / "up").symlink_to("..")
    data = json.loads(check(capfd, ".", "-f", "json")[1])
    assert [file["path"] for file in data["files"]] == ["flawed.md"]


def test_a_folder_that_may_not_be_read(folder, capfd, monkeypatch):
    real = os.scandir

    def scanned(path):
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    (folder / "secret").mkdir()
    monkeypatch.setattr(os, "scandir", scanned)
    code, out, err = check(capfd, ".", "-f", "json")
    data = json.loads(out)
    assert (code, err) == (exits.USAGE, "medlint: secret: Permission denied\n")
    assert [error["path"] for error in data["errors"]] == ["secret"]
    assert [violation["path"] for violation in data["violations"]] == ["flawed.md"]
    code, _, err = check(capfd, "secret")
    assert (code, err) == (exits.USAGE, "medlint: secret: Permission denied\n")


def test_a_link_is_read_where_its_article_lies_in_the_project(folder, capfd):
    (folder / "project" / "blog").mkdir(parents=True)
    (folder / "project" / "shared.md").write_text(FLAWED, encoding="utf-8")
    (folder / "project" / "blog" / "inside.md").symlink_to("../shared.md")
    (folder / "project" / "blog" / "outside.md").symlink_to("../../flawed.md")

    def read(path):
        data = json.loads(check(capfd, path, "-f", "json")[1])
        return [[one["path"] for one in data[key]] for key in ("violations", "errors")]

    inside, outside = "project/blog/inside.md", "project/blog/outside.md"
    assert read("project/blog") == [[], [inside, outside]]
    (folder / "project" / ".git").mkdir()
    assert read("project/blog") == [[inside], [outside]]
    code, out, err = check(capfd, "project/blog", "--list-files")
    assert (code, out) == (exits.USAGE, f"{inside}\n")
    assert err.startswith(f"medlint: {outside}: is a link that leads outside ")
    # named files are always checked
    assert read(outside) == [[outside], []]


def test_the_report_of_a_folder_that_was_interrupted_is_written_again(folder, capfd, monkeypatch):
    with monkeypatch.context() as patch:

        def interrupt(*_, **__):
            raise KeyboardInterrupt

        patch.setattr("linter.reports.html.folder.front_page", interrupt)
        assert check(capfd, "flawed.md", "--report-dir", "report")[0] == exits.INTERRUPTED
    assert names(folder) == ["flawed.md"]
    assert check(capfd, "flawed.md", "--report-dir", "report")[0] == exits.VIOLATIONS
    assert names(folder / "report") == ["articles", "findings.csv", "index.html"]


def test_a_pipe_in_the_place_of_gitignore(folder, capfd):
    os.mkfifo(folder / ".gitignore")
    assert check(capfd, ".")[0] == exits.VIOLATIONS


@pytest.mark.parametrize("command", ["fix", "claims", "check"])
def test_no_command_waits_for_a_pipe(folder, capfd, command):
    os.mkfifo(folder / "pipe.md")
    (folder / "claims.yaml").write_text("claims: []\n", encoding="utf-8")
    main([command, "pipe.md"])
    assert "pipe.md: is not a regular file" in capfd.readouterr().err


@pytest.mark.parametrize("change", [os.unlink, lambda path: os.truncate(path, 0)])
def test_a_file_that_vanishes_or_changes(folder, capfd, monkeypatch, change):
    (folder / "other.md").write_text(FLAWED, encoding="utf-8")
    real = os.open

    def opened(path, *rest):
        if path == "other.md":
            change(path)
        return real(path, *rest)

    monkeypatch.setattr(os, "open", opened)
    code, out, _ = check(capfd, ".", "-f", "json")
    assert code in (exits.USAGE, exits.VIOLATIONS)
    assert [violation["path"] for violation in json.loads(out)["violations"]] == ["flawed.md"]


def test_a_file_that_may_not_be_read(folder, capfd, monkeypatch):
    real = os.open

    def opened(path, *rest):
        if path == "secret.md":
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    (folder / "secret.md").write_text(FLAWED, encoding="utf-8")
    monkeypatch.setattr(os, "open", opened)
    code, out, err = check(capfd, ".", "-f", "json")
    assert code == exits.USAGE
    assert "Permission denied" in err
    assert len(json.loads(out)["violations"]) == 1


def without_rights():
    """Drop the capabilities of root, so that file modes apply."""
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if prctl(24, right, 0, 0, 0):  # PR_CAPBSET_DROP: capabilities that child programs will not have
                raise OSError(ctypes.get_errno(), "cannot give up the right")


def run_without_rights(*command, **environment):
    return subprocess.run(
        [sys.executable, "-m", "linter", *command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=without_rights,
    )


def test_modes_hold(folder):
    (folder / "secret.md").write_text(FLAWED, encoding="utf-8")
    (folder / "secret").mkdir()
    for name in ("secret.md", "secret"):
        (folder / name).chmod(0)
    result = run_without_rights("check", *SELECT, ".", "-f", "json")
    (folder / "secret").chmod(0o700)
    data = json.loads(result.stdout)
    expected = "medlint: secret.md: Permission denied\nmedlint: secret: Permission denied\n"
    assert (result.returncode, "".join(sorted(result.stderr.splitlines(keepends=True)))) == (exits.USAGE, expected)
    assert [violation["path"] for violation in data["violations"]] == ["flawed.md"]
    for command in (["fix"], ["baseline", "-o", "out.json"], ["claims"]):
        (folder / "claims.yaml").write_text("claims: []\n", encoding="utf-8")
        result = run_without_rights(*command, "secret.md")
        assert result.returncode == exits.USAGE
        assert "medlint: secret.md: Permission denied\n" in result.stderr


def test_a_cache_and_a_folder_that_may_only_be_read(folder):
    for name in ("cache", "out"):
        (folder / name).mkdir(mode=0o500)
    cache = {"MEDLINT_CACHE_DIR": str(folder / "cache")}
    result = run_without_rights("check", *SELECT, "flawed.md", "-f", "json=out/report.json", **cache)
    expected = f"{_uncached(cache['MEDLINT_CACHE_DIR'])}medlint: cannot write out/report.json: Permission denied\n"
    assert (result.returncode, result.stderr) == (exits.USAGE, expected)
    assert [names(folder / name) for name in ("cache", "out")] == [[], []]


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(folder, closed):
    command = f'"{sys.executable}" -m linter check --select SAF001 flawed.md -f json=report.json {closed}'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    expected = "" if "2>&-" in closed else "medlint: wrote report.json\n"
    assert (result.returncode, result.stderr) == (exits.VIOLATIONS, expected)
    assert len(json.loads((folder / "report.json").read_text(encoding="utf-8"))["violations"]) == 1


def test_nothing_comes_through_a_closed_input(folder):
    command = ["sh", "-c", f'"{sys.executable}" -m linter check - <&-']
    assert subprocess.run(command, capture_output=True, check=False).returncode == exits.CLEAN


def test_a_working_folder_that_is_gone(folder, capfd, monkeypatch):
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    code, _, err = check(capfd, ".")
    assert (code, err) == (exits.USAGE, "medlint: the working folder no longer exists\n")


@pytest.mark.parametrize("target", ["json=flawed.md", "json=./flawed.md", "json=link"])
def test_no_report_is_written_over_an_article(folder, capfd, target):
    (folder / "link").symlink_to("flawed.md")
    code, _, err = check(capfd, "flawed.md", "-f", target)
    assert (code, err) == (
        exits.USAGE,
        "medlint: flawed.md is an article of this run; choose another file for the report\n",
    )
    assert (folder / "flawed.md").read_text(encoding="utf-8") == FLAWED


@pytest.mark.parametrize("name", ["medlint.toml", "medlint-waivers.yaml", "medlint-baseline.json", "claims.yaml"])
def test_no_report_is_written_over_a_file_of_the_project(folder, capfd, name):
    (folder / "medlint.toml").write_text('extends = "recommended"\n', encoding="utf-8")
    (folder / "link").symlink_to(name)
    code, _, err = check(capfd, "flawed.md", "-f", "json=link")
    assert (code, err) == (exits.USAGE, "medlint: link is medlint's own; choose another file for the report\n")
    assert names(folder) == ["flawed.md", "link", "medlint.toml"]


def test_no_report_is_written_over_another(folder, capfd):
    code, _, err = check(capfd, "flawed.md", "-f", "json=report", "-f", "sarif=./report")
    assert (code, err) == (exits.USAGE, "medlint: two reports have the file ./report; choose another one\n")
    assert check(capfd, "flawed.md", "-f", "json=/dev/null", "-f", "sarif=/dev/null")[0] == exits.VIOLATIONS


@pytest.mark.parametrize(
    "command",
    [
        ["init"],
        ["baseline", "flawed.md"],
        ["waive", "flawed.md:3", "SAF001", "--reason", "a", "--by", "b", "--until", "2999-01-01"],
        ["fix", "--suggested", "flawed.md"],
        ["report", "flawed.md"],
    ],
    ids=lambda command: command[0],
)
def test_no_command_leaves_half_a_file_on_a_full_disk(folder, command):
    text = FLAWED + "\nKetamine cures pain.\n"
    (folder / "flawed.md").write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "linter", *command],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
    )
    assert result.returncode == exits.USAGE
    assert "File too large" in result.stderr
    assert names(folder) == ["flawed.md"]
    assert (folder / "flawed.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "name", [b"caf\xe9.md", b"two\nlines.md", b"\x1b[31mred\x1b]0;title\x07.md", b"\xe2\x80\xaedm.exe.md"]
)
def test_names_steer_no_terminal(folder, capfd, name):
    Path("flawed.md").rename(os.fsdecode(name))
    (folder / "binary.md").write_bytes(b"a\0b")
    (folder / os.fsdecode(b"bad" + name)).write_bytes(b"a\0b")
    arguments = [part for kind in FORMATS for part in ("-f", f"{kind}=report.{kind}")]
    code, _, err = check(capfd, ".", *arguments)
    assert code == exits.USAGE
    shown = [err, *((folder / f"report.{kind}").read_text(encoding="utf-8") for kind in ("text", "github"))]
    code, _, missing = check(capfd, "x" + os.fsdecode(name))
    assert code == exits.USAGE
    assert missing.count("\n") == 1
    for text in (*shown, missing):
        assert "\x1b" not in text
        assert "\x07" not in text
        assert "\u202e" not in text
    assert len(json.loads((folder / "report.json").read_text(encoding="utf-8"))["violations"]) == 1


def test_an_argument_steers_no_terminal(capfd):
    with pytest.raises(SystemExit) as stop:
        main(["check", "--\x1b[31mred"])
    assert stop.value.code == exits.USAGE
    assert "\x1b" not in capfd.readouterr().err


@pytest.mark.parametrize("target", ["text=/dev/full", "json=/dev/full", "html=/dev/full"])
def test_a_report_on_a_full_disk(folder, capfd, target):
    code, _, err = check(capfd, "flawed.md", "-f", target)
    assert (code, err) == (exits.USAGE, "medlint: cannot write /dev/full: No space left on device\n")


@pytest.mark.parametrize(
    "command",
    [
        ["check", "flawed.md"],
        ["check", "--list-files", "."],
        ["rules"],
        ["explain", "SAF001"],
        ["config", "flawed.md"],
        ["fix", "--suggested", "--diff", "cure.md"],
        ["fix", "--suggested", "cure.md"],
    ],
    ids=" ".join,
)
def test_standard_output_on_a_full_disk(folder, command):
    (folder / "cure.md").write_text("Ketamine cures depression.\n", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run([*COMMAND[:3], *command], stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == exits.USAGE
    assert result.stderr == b"medlint: cannot write to standard output: No space left on device\n"


def test_no_room_for_report_and_cache(folder):
    environment = {**os.environ, "MEDLINT_CACHE_DIR": str(folder / "cache")}
    result = subprocess.run(
        [*COMMAND, "flawed.md", "-f", "json=report.json"],
        env=environment,
        stderr=subprocess.PIPE,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )
    assert result.returncode == exits.USAGE
    expected = f"{_uncached(environment['MEDLINT_CACHE_DIR'])}medlint: cannot write report.json: File too large\n"
    assert result.stderr.decode() == expected
    assert names(folder) == ["cache", "flawed.md"]
    assert [file for file in (folder / "cache").rglob("*") if file.is_file()] == []


def test_no_room_for_the_pages_of_a_folder(folder, capfd):
    check(capfd, "flawed.md")  # compile and cache the rules
    result = subprocess.run(
        [*COMMAND, "flawed.md", "--report-dir", "report"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert (result.returncode, result.stderr) == (exits.USAGE, b"medlint: cannot write report: File too large\n")
    assert names(folder) == ["flawed.md"]


@pytest.mark.parametrize("place", ["flawed.md/cache", "/proc/medlint"])
def test_a_cache_that_cannot_be_written(folder, place):
    environment = {**os.environ, "MEDLINT_CACHE_DIR": place}
    result = subprocess.run([*COMMAND, "flawed.md"], env=environment, capture_output=True, check=False)
    assert (result.returncode, result.stderr.decode()) == (exits.VIOLATIONS, _uncached(place))


def test_runs_at_once_with_an_empty_cache(folder):
    environment = {**os.environ, "MEDLINT_CACHE_DIR": str(folder / "cache")}
    runs = [
        subprocess.Popen([*COMMAND, "flawed.md"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    outcomes = {(*run.communicate(), run.returncode) for run in runs}
    assert len(outcomes) == 1
    assert {code for _, _, code in outcomes} == {exits.VIOLATIONS}
    assert not [name for name in names(folder / "cache") if name.startswith(".")]


def test_waivers_of_runs_at_once_are_all_kept(folder):
    for number in range(3):
        (folder / f"{number}.md").write_text(FLAWED, encoding="utf-8")
    reason = ("--reason", "a quotation", "--by", "Jane Roe", "--until", "2099-12-31")
    runs = [
        subprocess.Popen([*COMMAND[:3], "waive", f"{number}.md:3", "SAF001", *reason], stderr=subprocess.DEVNULL)
        for number in range(3)
    ]
    assert [run.wait() for run in runs] == [0, 0, 0]
    written = (folder / "medlint-waivers.yaml").read_text(encoding="utf-8")
    assert [f"path: {number}.md" in written for number in range(3)] == [True, True, True]


def test_a_move_and_a_pruning_at_once_are_both_recorded(folder):
    subprocess.run(
        [*COMMAND[:3], "baseline", "--by", "Jane Roe", "--reason", "old"], check=True, stderr=subprocess.PIPE
    )
    (folder / "flawed.md").rename(folder / "moved.md")
    commands = (["moved"], ["baseline", "--prune"], ["baseline", "--prune"])
    runs = [subprocess.Popen([*COMMAND[:3], *command], stderr=subprocess.DEVNULL) for command in commands]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert list(json.loads((folder / "medlint-baseline.json").read_text(encoding="utf-8"))["articles"]) == ["moved.md"]


def test_reports_of_runs_at_once_are_both_complete(folder):
    for number in range(20):
        (folder / f"{number}.md").write_text(FLAWED, encoding="utf-8")
    runs = [subprocess.Popen([*COMMAND, ".", "-q", "--report-dir", "report"], stderr=subprocess.PIPE) for _ in range(3)]
    assert {(run.communicate()[1], run.returncode) for run in runs} == {(b"", exits.VIOLATIONS)}
    assert names(folder / "report") == ["articles", "findings.csv", "index.html"]


@pytest.mark.parametrize("arguments", [[], ["--diff"]], ids=["fix", "diff"])
def test_a_reader_that_goes_away_is_no_error_of_an_article(folder, arguments):
    for number in range(3):
        (folder / f"{number}.md").write_text("Ketamine cures depression.\n", encoding="utf-8")
    command = [*COMMAND[:3], "fix", "--suggested", *arguments, "."]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        error = run.stderr.read()
    assert run.returncode == (exits.VIOLATIONS if arguments else exits.CLEAN)
    assert b"Broken pipe" not in error


@pytest.mark.parametrize("letter", ["療", "😀"])
def test_the_longest_name_can_be_fixed(folder, letter):
    name = letter * (252 // len(letter.encode())) + ".md"
    (folder / name).write_text("Ketamine cures depression.\n", encoding="utf-8")
    result = subprocess.run([*COMMAND[:3], "fix", "--suggested", name], capture_output=True, check=False)
    assert result.returncode == exits.CLEAN
    assert names(folder) == sorted(["flawed.md", name])


def test_interrupted_while_it_reads(folder):
    run = subprocess.Popen(
        [*COMMAND, "-", "-f", "json=report.json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    run.stdin.write(b"x" * 1_000_000)  # more than a pipe buffer, so this returns only after it has begun to read
    time.sleep(0.2)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate()
    assert (run.returncode, err) == (exits.INTERRUPTED, b"medlint: interrupted\n")
    assert names(folder) == ["flawed.md"]


@pytest.mark.parametrize("place", ["linter.engine.lint_document", "linter.files.atomic.Path.replace"])
def test_interrupted_leaves_no_half_report(folder, capfd, monkeypatch, place):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(place, interrupt)
    code, _, err = check(capfd, "flawed.md", "-f", "json=report.json", "-f", "html=report.html")
    assert (code, err) == (exits.INTERRUPTED, "medlint: interrupted\n")
    assert names(folder) == ["flawed.md"]


def test_code_beside_articles_and_rules_is_never_run(folder, capfd):
    trap = "open('trapped', 'w').close()\n"
    (folder / "rules").mkdir()
    for place in ("conftest.py", "sitecustomize.py", "linter.py", "rules/__init__.py", "rules/plugin.py"):
        (folder / place).write_text(trap, encoding="utf-8")
    (folder / "medlint.toml").write_text('rules = ["rules"]\n', encoding="utf-8")
    assert check(capfd, ".")[0] == exits.VIOLATIONS
    assert not (folder / "trapped").exists()


def test_same_bytes_in_any_order_and_with_any_hash_seed(folder):
    for number in range(4):
        (folder / f"a{number}.md").write_text(FLAWED + f"\nIt is totally safe {number}.\n", encoding="utf-8")
    files = names(folder)
    outputs = {
        subprocess.run(
            [*COMMAND, *order, "-f", kind], capture_output=True, check=False, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for kind in ("json",)
        for seed, order in (("0", files), ("1", files[::-1]), ("2", [*files[2:], *files]))
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("error", "code", "expected"),
    [
        (MemoryError(), exits.INTERNAL, "flawed.md: not enough memory to check it; split it, or check it "),
        (OSError(errno.EMFILE, "Too many open files"), exits.INTERNAL, "flawed.md: "),
    ],
)
def test_an_article_for_which_there_is_no_room(folder, capfd, monkeypatch, error, code, expected):
    def fails(document, *_):
        if document.source.path == "flawed.md":
            raise error
        return real(document, *_)

    real = engine.lint_document
    (folder / "other.md").write_text(FLAWED, encoding="utf-8")
    monkeypatch.setattr(engine, "lint_document", fails)
    result, out, err = check(capfd, ".", "-f", "json", "--no-cache")
    assert (result, err.startswith(f"medlint: {expected}"), err.count("\n")) == (code, True, 1)
    assert [violation["path"] for violation in json.loads(out)["violations"]] == ["other.md"]


@pytest.mark.parametrize(
    ("error", "code", "expected"),
    [
        (MemoryError(), exits.INTERNAL, "not enough memory for this run"),
        (
            SystemError("error return without exception set"),
            exits.INTERNAL,
            "not enough memory for this run, or Python itself failed: error return without exception set\n",
        ),
        (OSError(errno.EMFILE, "Too many open files"), exits.USAGE, "the system is out of resources: Too many "),
    ],
)
def test_a_run_for_which_there_is_no_room(folder, capfd, monkeypatch, error, code, expected):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr("linter.cli.articles.find_articles", fails)
    result, out, err = check(capfd, ".")
    assert (result, out, err.startswith(f"medlint: {expected}"), err.count("\n")) == (code, "", True, 1)


@pytest.mark.parametrize("error", [MemoryError(), SystemError("error return without exception set")])
def test_no_room_before_a_command_runs(monkeypatch, capfd, error):
    """Python would exit with 1, which means violations."""

    def fails():
        raise error

    ended = []
    monkeypatch.setattr("linter.cli.main", fails)
    monkeypatch.setattr(os, "_exit", ended.append)
    cli.command()
    assert (ended, capfd.readouterr().err) == ([exits.INTERNAL], "medlint: not enough memory for this run\n")

"""A run with several processes gives the same result as with one, and survives the death of a process."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.speed.corpus import article
from linter import engine, run
from linter.checks.setting import Setting
from linter.outcome import Kind
from linter.reports import FORMATS
from linter.run import processes
from linter.workers import can_spread

pytestmark = pytest.mark.skipif(not can_spread(), reason="this system has no forks")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("articles")
    for number in range(8):
        (made / f"{number}.md").write_text(article(number, 120), encoding="utf-8")
    (made / "broken.md").write_text("---\ntitle: [\n---\n\nKetamine cures depression.\n", encoding="utf-8")
    (made / "no-text.md").write_bytes(b"\0\1")
    return made


def _check(folder, *arguments, **environment):
    command = [sys.executable, "-m", "linter", "check", "--no-cache", "-f", "json", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**os.environ, **environment})


def test_one_process_or_two_any_hash_any_order(folder):
    one = _check(folder, "-j", "1", PYTHONHASHSEED="0")
    assert one.returncode == 2
    assert _check(folder, "-j", "2", PYTHONHASHSEED="1").stdout == one.stdout
    names = sorted((path.name for path in folder.iterdir()), reverse=True)
    turned = _check(folder, "-j", "3", *names, PYTHONHASHSEED="2")
    assert (turned.stdout, turned.stderr) == (one.stdout, one.stderr)


def test_every_format_is_the_same_in_any_order(folder, tmp_path):
    names = sorted((path.name for path in folder.iterdir()), reverse=True)
    for jobs, paths in (("1", []), ("2", names)):
        (tmp_path / jobs).mkdir()
        formats = [part for kind in FORMATS for part in ("-f", f"{kind}={tmp_path / jobs / kind}")]
        assert _check(folder, "-j", jobs, *formats, *paths, PYTHONHASHSEED=jobs).returncode == 2
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / jobs).iterdir()} for jobs in "12")
    assert one.keys() == set(FORMATS)
    assert [kind for kind in FORMATS if one[kind] != two[kind]] == []


def test_fixed_texts_are_the_same_with_any_hash(folder, tmp_path):
    for seed in "12":
        (tmp_path / seed).mkdir()
        for path in folder.iterdir():
            (tmp_path / seed / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, "-m", "linter", "fix", "--suggested", "."]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=tmp_path / seed, capture_output=True, check=False, env=environment)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()} for seed in "12")
    assert one == two
    assert one != {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_change_and_copies_go_with_several_processes(folder, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    for number in (1, 2):
        (tmp_path / f"{number}.md").write_bytes((folder / f"{number}.md").read_bytes())
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "1.md"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    (tmp_path / "1.md").write_bytes((folder / "1.md").read_bytes() + b"\nKetamine cures depression.\n")
    one, two = (_check(tmp_path, "-j", jobs, "--diff", "HEAD", "--word-comments", "copies") for jobs in "12")
    assert one.stdout == two.stdout
    assert json.loads(one.stdout)["summary"]["unchanged"]
    assert one.stderr == two.stderr


def test_pages_are_rendered_by_several_processes_as_by_one(folder, tmp_path):
    names = sorted((path.name for path in folder.iterdir()), reverse=True)
    for jobs, paths in (("1", []), ("2", names)):
        made = tmp_path / jobs
        pages = ["-f", f"html={made / 'report.html'}", "--report-dir", str(made / "folder")]
        made.mkdir()
        assert _check(folder, "-j", jobs, *pages, *paths).returncode == 2
    one, two = ({path.name: path.read_bytes() for path in tmp_path.glob(f"{jobs}/**/*.*")} for jobs in "12")
    assert len(one) == 9 + len(("report.html", "index.html", "findings.csv"))
    assert one == two


def test_a_killed_process_is_an_internal_error_on_its_article(folder, program, monkeypatch):
    here, judge = os.getpid(), engine.lint_document

    def deadly(document, *arguments):
        if document.source.path.endswith("3.md") and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return judge(document, *arguments)

    monkeypatch.setattr(engine, "lint_document", deadly)
    plan = run.Plan(program, program.rules, Setting(today="2026-11-26"))
    paths = sorted(str(path) for path in folder.glob("[0-9].md"))
    report = run.lint_paths([(path, plan) for path in paths], jobs=2)
    assert [file.path for file in report.files] == [path for path in paths if not path.endswith("3.md")]
    ((path, kind),) = [(error.path, error.kind) for error in report.errors]
    assert (path.endswith("3.md"), kind) == (True, Kind.INTERNAL)


def test_an_interrupt_before_the_command_has_begun():
    early = "import linter.cli, _thread; linter.cli.main = _thread.interrupt_main; linter.cli.command()"
    done = subprocess.run([sys.executable, "-c", early], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"medlint: interrupted\n")


def test_an_interrupt_ends_all_processes(folder, tmp_path):
    for number in range(400):
        (tmp_path / f"{number}.md").write_bytes((folder / "1.md").read_bytes())
    command = [sys.executable, "-m", "linter", "check", "--no-cache", "-j", "2"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as started:
        while not _children(started.pid):
            assert started.poll() is None
        os.killpg(started.pid, signal.SIGINT)
        _, talk = started.communicate(timeout=30)
    assert (started.returncode, talk) == (130, b"medlint: interrupted\n")
    deadline = time.monotonic() + 10
    while _is_there(started.pid):
        assert time.monotonic() < deadline, "a process is left"
        time.sleep(0.01)


def _is_there(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _children(process):
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        pytest.skip("this system does not tell of a process's children")


def test_a_bug_in_a_process_is_reported_as_one(folder, program, monkeypatch):
    def broken(_found):
        raise TypeError("cannot be sent")

    packed = processes.Packed.of
    monkeypatch.setattr(processes.Packed, "of", lambda one: packed(one) if isinstance(one, list) else broken(one))
    plan = run.Plan(program, program.rules, Setting(today="2026-11-26"))
    paths = sorted(str(path) for path in folder.glob("[0-9].md"))[:3]
    errors = run.lint_paths([(path, plan) for path in paths], jobs=500).errors
    assert [error.path for error in errors] == paths[1:]
    assert all("TypeError: cannot be sent" in error.message for error in errors)

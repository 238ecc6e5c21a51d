"""The hook in use: real git and pre-commit, in an environment that pre-commit builds from this repository."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.cli.hook import excluded, pattern
from linter.discovery.names import is_article
from linter.parsers import EXTRAS, SUFFIXES
from tests.awkward import AWKWARD

ROOT = Path(__file__).resolve().parent.parent
HOOKS = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
CLEAN = "We are open on weekdays. Parking is free.\n"
FLAWED = "It is completely safe.\n"
NO_NETWORK = re.compile(
    r"(?i)no matching distribution|connection|resolution|network|timed out|could not find a version"
)


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=Jane Roe", "-c", "user.email=jane@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def medlint(tmp_path_factory):
    """The current state of this repository, including uncommitted changes, as a commit."""
    folder = tmp_path_factory.mktemp("repository")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "as it stands")
    return folder


@pytest.fixture
def site(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "b.md").write_text(FLAWED, encoding="utf-8")
    (tmp_path / "medlint.toml").write_text('exclude = ["drafts/"]\nselect = ["SAF"]\n', encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first", "--no-verify")
    return tmp_path


def pre_commit(site, *arguments):
    """Runs pre-commit; returns its exit code and output."""
    home = site.parent / f"{site.name}-home"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    # the tools of this environment come first, as in a writer's shell
    environment |= {
        "PRE_COMMIT_HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}",
    }
    result = subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=site,
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    return result.returncode, result.stdout + result.stderr


def stage(site, staged, left):
    """Stage one text of ``a.md`` and leave another in the folder."""
    (site / "a.md").write_text(staged, encoding="utf-8")
    git(site, "add", "a.md")
    (site / "a.md").write_text(left, encoding="utf-8")


def test_from_a_clone_of_the_repository(medlint, site):
    stage(site, FLAWED, CLEAN)
    code, said = pre_commit(site, "try-repo", str(medlint), "medlint")
    if "CalledProcessError" in said and NO_NETWORK.search(said):
        pytest.skip("pre-commit cannot build the environment of the hook: no registry to install from")
    assert code == 1, said
    assert "SAF001" in said
    assert (site / "a.md").read_text(encoding="utf-8") == CLEAN


@pytest.fixture
def installed(site):
    """A site with the hook that ``medlint init`` writes for an installed medlint."""
    subprocess.run([sys.executable, "-m", "linter", "init"], cwd=site, check=True, capture_output=True)
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "hook", "--no-verify")
    return site


def test_only_what_is_staged_counts(installed):
    stage(installed, CLEAN + "\nCall us.\n", FLAWED)
    assert pre_commit(installed, "run")[0] == 0
    stage(installed, FLAWED, CLEAN)
    code, said = pre_commit(installed, "run")
    assert code == 1
    assert "SAF001" in said


def told(text):
    """The findings of a JSON report, in order of place."""
    report = json.loads(text)
    found = [*report["violations"], *report["errors"]]
    return sorted(found, key=lambda one: (one["path"], one.get("start", -1), one.get("code", ""), one["message"]))


def check(folder, *arguments, given=None):
    command = [sys.executable, "-m", "linter", "check", "-f", "json", *arguments]
    return told(subprocess.run(command, cwd=folder, input=given, check=False, capture_output=True).stdout)


def test_the_hook_finds_what_the_command_line_and_standard_input_find(installed):
    (installed / "medlint.toml").write_text('formats = ["json=found.json"]\n', encoding="utf-8")
    names = sorted(AWKWARD)
    for name in names:
        (installed / name).write_bytes(AWKWARD[name].encode())
    git(installed, "add", "-A")
    for name in names:  # checks what is staged, not later changes
        (installed / name).write_text(CLEAN, encoding="utf-8")
    assert pre_commit(installed, "run")[0] == 1
    by_hook = told((installed / "found.json").read_text(encoding="utf-8"))
    git(installed, "checkout", "-q", "--", *names)
    assert by_hook == check(installed, *names)
    assert by_hook == [
        one
        for name in names
        for one in check(installed, "-", "--stdin-filename", name, given=(installed / name).read_bytes())
    ]
    assert {one["path"] for one in by_hook} == {*names} - {"blank.html"}


def test_what_is_excluded_is_no_failure(installed):
    code, said = pre_commit(installed, "run", "--verbose", "--files", "drafts/b.md")
    assert code == 0, said
    assert "the configuration excludes everything" in said


def test_a_warm_hook_answers_at_once(installed):
    pre_commit(installed, "run", "--files", "a.md")
    before = os.times()
    pre_commit(installed, "run", "--files", "a.md")
    after = os.times()
    # CPU time of pre-commit, git and medlint together; wall time depends on other programs
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    assert spent < 1.5, spent


def test_the_hook_takes_what_a_folder_gives():
    (hook,) = HOOKS
    assert (hook["files"], hook["exclude"]) == (pattern(), excluded())
    # formats that need extras, and templates known only by their inner suffix, must be named in the hook
    names = [f"a{suffix}" for suffix, name in SUFFIXES.items() if name not in EXTRAS] + ["a.py", "a.MD", "README"]
    names += ["site/Robots.txt", "requirements/base.txt", "requirements-dev.txt", "our-license.md", "license.md"]
    taken = [name for name in names if re.search(hook["files"], name) and not re.search(hook["exclude"], name)]
    assert taken == [name for name in names if is_article(Path(name).name)]

"""``medlint init``: writes a configuration and the hook, and changes nothing else."""

import json
import subprocess

import pytest
from ruamel.yaml import YAML

from linter.cli import exits, hook, main

SAMPLE = """\
# See https://pre-commit.com for more information
repos:
-   repo: https://example.org/hooks  # pinned
    rev: v3.2.0
    hooks:
    -   id: trailing-whitespace
        args: ["--fix", 'x']

    # the last one
    -   id: end-of-file-fixer
"""
INDENTED = """\
default_stages: [pre-commit]
repos:
  - repo: local
    hooks:
      - id: a
        files: '^content/.*\\.md$'
        exclude: |
          (?x)^(
            a/
          )$
ci:
  autofix: true
"""


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("It is completely safe.\n", encoding="utf-8")
    return tmp_path


def init(capfd, *arguments):
    code = main(["init", *arguments])
    out, err = capfd.readouterr()
    assert out == ""
    return code, err


def hooks(root):
    content = YAML(typ="safe").load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    return [entry["id"] for repo in content["repos"] for entry in repo["hooks"]]


def test_from_nothing(repository, capfd):
    code, err = init(capfd)
    assert code == exits.CLEAN
    assert "wrote medlint.toml" in err
    assert "wrote" in err
    assert "1 article (1 in content)" in err
    assert hooks(repository) == ["medlint"]
    # the written files work
    assert main(["check", "content"]) == exits.VIOLATIONS
    main(["config", "content"])
    assert "then medlint.toml" in capfd.readouterr().out


def test_a_second_time_nothing_changes(repository, capfd):
    init(capfd)
    before = {path: path.read_bytes() for path in repository.glob(".*.yaml")}
    (repository / "medlint.toml").write_text('select = ["SAF"]\n', encoding="utf-8")
    code, err = init(capfd)
    assert code == exits.CLEAN
    assert "medlint.toml already configures this folder" in err
    assert "already has the hook" in err
    assert (repository / "medlint.toml").read_text(encoding="utf-8") == 'select = ["SAF"]\n'
    assert {path: path.read_bytes() for path in repository.glob(".*.yaml")} == before


@pytest.mark.parametrize("text", [SAMPLE, INDENTED, "repos: []\n"], ids=["sample", "indented", "empty"])
def test_the_rest_of_the_hooks_stays_as_it_is(repository, capfd, text):
    file = repository / ".pre-commit-config.yaml"
    file.write_text(text, encoding="utf-8")
    before = hooks(repository)
    assert init(capfd)[0] == exits.CLEAN
    assert hooks(repository) == [*before, "medlint"]
    if before:
        written = iter(file.read_text(encoding="utf-8").splitlines())
        assert all(line in written for line in text.splitlines())  # in this order


def test_a_layout_that_would_change(repository, capfd):
    text = "repos:\n  - repo: x\n    rev: v1\n    hooks:\n    - id: a\n"
    (repository / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    code, err = init(capfd)
    assert code == exits.USAGE
    assert "add by hand" in err
    assert json.loads(err[err.index("{") :])["hooks"][0]["id"] == "medlint"
    assert (repository / ".pre-commit-config.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["- a\n", "repos: x\n", ""])
def test_no_list_of_repos(repository, capfd, text):
    (repository / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    code, err = init(capfd)
    assert code == exits.USAGE
    assert "no 'repos' list" in err


def test_broken_yaml(repository, capfd):
    (repository / ".pre-commit-config.yaml").write_text("repos: [\n", encoding="utf-8")
    code, err = init(capfd)
    assert code == exits.USAGE
    assert ".pre-commit-config.yaml:" in err


def test_below_the_root_of_the_repository(repository, capfd):
    assert init(capfd, "content")[0] == exits.CLEAN
    assert (repository / "content" / "medlint.toml").is_file()
    assert hooks(repository) == ["medlint"]
    assert init(capfd, "none")[0] == exits.USAGE


def test_outside_git(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, err = init(capfd)
    assert code == exits.CLEAN
    assert "not a git repository" in err
    assert not (tmp_path / ".pre-commit-config.yaml").exists()


def installed(revision):
    return {"vcs": "git", "commit_id": "c0ffee", "requested_revision": revision}


@pytest.mark.parametrize(
    ("said", "source"),
    [
        (None, ("", "")),
        ({"url": "file:///x", "dir_info": {"editable": True}}, ("", "")),
        ({"url": "https://example.org/m", "vcs_info": installed("v0.1.0")}, ("https://example.org/m", "v0.1.0")),
        ({"url": "https://example.org/m", "vcs_info": installed("main")}, ("https://example.org/m", "c0ffee")),
    ],
)
def test_where_medlint_came_from(monkeypatch, said, source):
    class Installed:
        def read_text(self, name):
            assert name == "direct_url.json"
            return None if said is None else json.dumps(said)

    monkeypatch.setattr("importlib.metadata.distribution", lambda _: Installed())
    assert hook.source() == source

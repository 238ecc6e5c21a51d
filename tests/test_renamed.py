"""A renamed rule: its old code keeps working everywhere, and the new code is reported once."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from linter.cli import exits, main
from linter.files.data import DataFileError
from linter.rules.load import load_catalogue
from linter.version import VERSION
from tests.catalogue import CATALOGUE
from tests.rules.test_load import GOOD
from tests.test_changes import commit, git

FIRST = GOOD.replace("family: safety", "family: house")
RENAMED = FIRST.replace("XYZ001", "XYZ002\nsince: 0.1.0\naliases: [XYZ001, old-rule]")
FLAWED = "# A drip\n\nIt has no side effects.\n"
UNTIL = ["--until", "2999-01-01", "--by", "Jane Roe", "--reason", "a letter"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder shared by all tests, so that the rules in it are compiled only once."""
    return tmp_path_factory.mktemp("renamed")


@pytest.fixture
def site(folder, monkeypatch, capfd):
    """A folder with an article that a custom rule reports, before the rule was renamed."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)  # the tests may run in a git hook
    shutil.rmtree(folder)
    (folder / "house").mkdir(parents=True)
    monkeypatch.chdir(folder)
    write_rule(FIRST)
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    configure("")
    return lambda *arguments: (main([*arguments]), *capfd.readouterr())


def configure(text):
    Path("medlint.toml").write_text(f'extend-select = ["house"]\nrules = ["house"]\n{text}\n', encoding="utf-8")


def write_rule(text):
    file = Path("house/sample-rule.yaml")
    file.write_text(text, encoding="utf-8")
    os.utime(file, (0, 0))


def rename():
    write_rule(RENAMED)


def state(out):
    """The severity and means of suppression of the rule's finding; None if there is none."""
    found = [one for one in json.loads(out)["violations"] if one["code"] == "XYZ002"]
    return found and (found[0]["severity"], (found[0]["suppressed"] or {}).get("means"))


@pytest.mark.parametrize(
    ("said", "expected", "place"),
    [
        ('select = ["XYZ001"]', ("warning", None), "3:11"),
        ('ignore = ["old-rule"]', [], "3:11"),
        ('[severity]\nXYZ001 = "info"', ("info", None), "4:1"),
        ('[options.XYZ001]\nunless = ["it has"]', [], "3:10"),
        ('unsuppressible = ["XYZ001"]', ("warning", None), "3:19"),
        ('[[overrides]]\npaths = ["*.md"]\nseverity = {XYZ001 = "error"}', ("error", None), "5:13"),
    ],
)
def test_a_configuration(site, said, expected, place):
    rename()
    configure(said)
    _, out, err = site("check", ".", "-f", "json")
    assert state(out) == expected
    old = "old-rule" if "old-rule" in said else "XYZ001"
    assert [line for line in err.splitlines() if "is now" in line] == [
        f"medlint: medlint.toml:{place}: {old} is now XYZ002 (sample-rule)"
    ]
    assert site("config", "a.md")[2].count("is now XYZ002") == 1


def test_the_command_line(site):
    rename()
    _, out, err = site("check", ".", "-f", "json", "--select", "XYZ001")
    assert state(out) == ("warning", None)
    assert err == "medlint: --select: XYZ001 is now XYZ002 (sample-rule)\n"
    assert state(site("check", ".", "-f", "json", "--ignore", "xyz001")[1]) == []
    assert "no rule or family 'XYZ003'" in site("check", ".", "--select", "XYZ003")[2]


@pytest.mark.parametrize("name", ["XYZ001", "old-rule"])
def test_a_comment(site, name):
    rename()
    Path("a.md").write_text(FLAWED.replace("It has", f"<!-- medlint: ignore {name} -- a letter -->\nIt has"))
    _, out, _ = site("check", ".", "-f", "json")
    assert state(out) == ("warning", "comment")
    told = [one["message"] for one in json.loads(out)["violations"] if one["code"] == "IGN010"]
    assert len(told) == 1
    assert f"{name} is now XYZ002 (sample-rule)" in told[0]


@pytest.mark.parametrize("arguments", [[], ["--diff", "HEAD"]])
def test_a_waiver(site, arguments):
    assert site("waive", "a.md:3", "XYZ001", *UNTIL)[0] == exits.CLEAN
    git("init", "--quiet")
    commit()
    rename()
    Path("a.md").write_text(f"{FLAWED}\nIt has no side effects.\n")
    _, out, _ = site("check", ".", "-f", "json", "--select", "XYZ,suppression", *arguments)
    found = [(one["path"], one["code"]) for one in json.loads(out)["violations"]]
    waived = [] if arguments else [("a.md", "XYZ002")]
    assert found == [*waived, ("a.md", "XYZ002"), ("medlint-waivers.yaml", "IGN010")]
    assert site("waive", "a.md:5", "XYZ001", *UNTIL)[0] == exits.CLEAN
    assert "code: XYZ002" in Path("medlint-waivers.yaml").read_text()


def test_a_baseline(site):
    assert site("baseline")[0] == exits.CLEAN
    rename()
    _, out, err = site("check", ".", "-f", "json")
    assert state(out) == ("warning", "baseline")
    assert err == ("medlint: the baseline: XYZ001 is now XYZ002 (sample-rule); medlint baseline --prune updates it\n")
    assert ": 0 findings dropped, " in site("baseline", "--prune")[2]
    assert "XYZ001" not in Path("medlint-baseline.json").read_text()
    assert state(site("check", ".", "-f", "json")[1]) == ("warning", "baseline")


def test_an_earlier_report(site):
    Path("old.json").write_text(site("check", ".", "-f", "json")[1], encoding="utf-8")
    rename()
    site("check", ".", "--since", "old.json", "-f", "html=now.html")
    page = Path("now.html").read_text(encoding="utf-8")
    told = re.search(r'aria-label="(\d+) new, (\d+) unchanged, (\d+) resolved"', page)
    assert (told[1], told[3]) == ("0", "0")
    assert int(told[2])


def test_commands_that_show_rules(site):
    rename()
    _, out, err = site("explain", "XYZ001")
    assert out.startswith("XYZ002 sample-rule\n")
    assert "since medlint 0.1.0\nformerly XYZ001, old-rule\n" in out
    assert err == "medlint: XYZ001 is now XYZ002 (sample-rule)\n"
    assert "sample-rule  (formerly XYZ001, old-rule)\n" in site("rules")[1]
    run = json.loads(site("check", "a.md", "-f", "sarif")[1])["runs"][0]
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "XYZ002")
    assert rule["deprecatedIds"] == ["XYZ001", "old-rule"]


@pytest.mark.parametrize(
    ("alias", "problem"),
    [
        ("SAF001", "alias 'SAF001' is already used by SAF001"),
        ("absolute-safety-claim", "is already used by SAF001"),
        ("XYZ001", "is already used by XYZ001"),
        ("Old", "should match pattern"),
    ],
)
def test_an_old_name_stands_for_one_rule(tmp_path, alias, problem):
    file = tmp_path / "sample-rule.yaml"
    file.write_text(FIRST.replace("code: XYZ001", f"code: XYZ001\naliases:\n  - XYZ000\n  - {alias}"), encoding="utf-8")
    with pytest.raises(DataFileError) as error:
        load_catalogue(tmp_path)
    assert str(error.value).startswith(f"{file}:5:5: ")
    assert problem in str(error.value)


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_a_shipped_rule_has_its_first_version(rule):
    versions = {line.split()[1] for line in Path("CHANGELOG.md").read_text().splitlines() if line.startswith("## ")}
    assert rule.since in versions | {VERSION}

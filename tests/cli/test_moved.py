"""A moved article: its accepted findings stay accepted, the move is reported, and ``medlint moved`` records it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from linter.cli import exits
from tests.command import run
from tests.test_changes import commit, git

FLAWED = "# Our clinic\n\nIt is completely safe.\n\nIt is perfectly safe.\n\nIt is completely safe.\n"
ACCEPTED = ("--reason", "a letter", "--by", "Jane Roe", "--until", "2999-01-01")
TOLD = "medlint: b.md is treated as a.md, which is gone: {}; medlint moved records this\n"


@pytest.fixture
def site(tmp_path, monkeypatch, capfd):
    """Runs medlint in a folder with an article."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)  # the tests may run in a git hook
    monkeypatch.chdir(tmp_path)
    Path("medlint.toml").write_text('select = ["SAF001", "suppression"]\n', encoding="utf-8")
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    return lambda *arguments: run(capfd, *arguments)


def found(out):
    """The path, code and means of each finding."""
    return [
        (one["path"], one["code"], one["suppressed"] and one["suppressed"]["means"])
        for one in json.loads(out)["violations"]
    ]


def move(to="b.md", text=FLAWED, since="a.md"):
    Path(since).unlink()
    Path(to).parent.mkdir(exist_ok=True)
    Path(to).write_text(text, encoding="utf-8")


def checked(site, *arguments):
    _, out, err = site("check", "-f", "json", *arguments)
    return found(out), err


def test_a_baseline_follows(site):
    site("baseline")
    move(text=f"We are open.\n\n{FLAWED}\nIt is totally safe.\n")
    now, err = checked(site)
    assert now == [*[("b.md", "SAF001", "baseline")] * 3, ("b.md", "SAF001", None)]
    assert err == TOLD.format("3 accepted findings")
    reason = json.loads(site("check", "-f", "json")[1])["violations"][0]["suppressed"]["reason"]
    assert reason.endswith("; accepted in a.md, now gone")
    assert json.loads(site("check", "-f", "json")[1])["summary"]["suppressed"] == 3
    assert checked(site, "--no-suppressions")[0][0] == ("b.md", "SAF001", None)


def test_waivers_follow(site):
    site("waive", "a.md:3", "SAF001", "a.md:7", "SAF001", *ACCEPTED)
    move()
    now, err = checked(site)
    assert now == [("b.md", "SAF001", "waiver"), ("b.md", "SAF001", None), ("b.md", "SAF001", "waiver")]
    assert err == TOLD.format("2 accepted findings")


def test_moved_writes_it_down(site):
    site("waive", "a.md:7", "SAF001", *ACCEPTED)
    site("baseline", "--by", "Jane Roe")
    waivers = Path("medlint-waivers.yaml")
    waivers.write_text("# ours\n" + waivers.read_text(encoding="utf-8"), encoding="utf-8")
    move("new/b.md")
    before = json.loads(site("check", "-f", "json")[1])["violations"]
    code, out, err = site("moved")
    assert (code, out, err) == (exits.CLEAN, "", "medlint: a.md is now new/b.md: 3 accepted findings\n")
    assert waivers.read_text(encoding="utf-8").startswith("# ours\n")
    assert not any("a.md" in Path(name).read_text() for name in ("medlint-waivers.yaml", "medlint-baseline.json"))
    _, out, err = site("check", "-f", "json")
    after = json.loads(out)["violations"]
    assert err == ""
    gone = "; accepted in a.md, now gone"
    assert [
        {**one, "suppressed": {**one["suppressed"], "reason": one["suppressed"]["reason"].removesuffix(gone)}}
        for one in before
    ] == after
    assert site("moved")[2] == "medlint: no article with accepted findings has moved\n"


def test_pruning_leaves_what_has_moved(site):
    site("baseline")
    move()
    expected = TOLD.format("3 accepted findings")
    assert site("baseline", "--prune")[2] == f"medlint: medlint-baseline.json: 0 findings dropped, 3 left\n{expected}"
    assert checked(site)[0] == [("b.md", "SAF001", "baseline")] * 3


def test_a_copy_is_none(site):
    site("baseline")
    Path("b.md").write_text(FLAWED, encoding="utf-8")
    assert {one for one in checked(site)[0] if one[0] == "b.md"} == {("b.md", "SAF001", None)}


def test_of_two_that_may_be_it_one_is(site):
    site("baseline")
    move("b.md")
    Path("c.md").write_text(FLAWED, encoding="utf-8")
    now, err = checked(site)
    assert now == [*[("b.md", "SAF001", "baseline")] * 3, *[("c.md", "SAF001", None)] * 3]
    assert err.count("\n") == 1
    move("new/a.md", since="b.md")
    assert {one[0] for one in checked(site)[0] if one[2]} == {"new/a.md"}  # same file name


def test_folders_that_move_keep_their_articles_apart(site):
    Path("old").mkdir()
    for name in ("x", "y"):
        Path(f"old/{name}.md").write_text(FLAWED, encoding="utf-8")
    site("baseline")
    Path("old").rename("new")
    err = checked(site)[1]
    assert [(line.split()[5], line.split()[1]) for line in err.splitlines()] == [
        ("old/x.md,", "new/x.md"),
        ("old/y.md,", "new/y.md"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Our clinic\n\nIt is completely safe.\n",  # less than half of what was accepted
        "# Our clinic\n\nIt is wholly safe.\n",
        FLAWED + "".join(f"\nIt is {word} safe.\n" for word in ("totally", "absolutely", "entirely", "100%")),
    ],
)
def test_an_article_that_is_another(site, text):
    site("baseline")
    move(text=text)
    now, err = checked(site)
    assert {one[2] for one in now} == {None}
    assert err == ""


@pytest.mark.parametrize(
    ("claim", "to", "means"),
    [
        ("It is completely safe.", "b.md", None),
        ("It is completely safe.", "new/a.md", "baseline"),  # same file name
        ("There are no risks or side effects.", "b.md", "baseline"),
    ],
)
def test_one_short_finding_makes_no_article(site, claim, to, means):
    Path("a.md").write_text(f"# Our clinic\n\n{claim}\n", encoding="utf-8")
    site("baseline")
    move(to, f"# Another page\n\nOn parking.\n\n{claim}\n")
    now, err = checked(site)
    assert [one[2] for one in now] == [means]
    assert bool(err) == bool(means)


def test_an_article_with_its_own_entries_takes_no_others(site):
    Path("b.md").write_text("# Our clinic\n\nIt is wholly safe.\n", encoding="utf-8")
    site("baseline")
    Path("a.md").rename("b.md")
    assert {one[2] for one in checked(site)[0]} == {None}


def test_an_unused_waiver_is_still_reported(site):
    site("waive", "a.md:3", "SAF001", "a.md:5", "SAF001", "a.md:7", "SAF001", *ACCEPTED)
    move(text=FLAWED.replace("perfectly", "wholly"))
    assert ("medlint-waivers.yaml", "IGN008", None) in checked(site)[0]
    assert ("b.md", "SAF001", "waiver") in checked(site)[0]


def test_one_rule_alone(site):
    Path("medlint.toml").unlink()
    site("baseline")
    move()
    assert checked(site, "--select", "SAF001")[0] == [("b.md", "SAF001", "baseline")] * 3


def test_a_change(site):
    site("baseline")
    git("init", "--quiet")
    commit()
    subprocess.run(["git", "mv", "a.md", "b.md"], check=True)
    Path("b.md").write_text(FLAWED.replace("perfectly safe", "perfectly safe here"), encoding="utf-8")
    now, err = checked(site, "--diff", "HEAD")
    assert now == [("b.md", "SAF001", "baseline")]
    assert err == TOLD.format("3 accepted findings")


@pytest.mark.parametrize("arguments", [("-f", "html=page.html"), ("-j", "2")])
def test_what_shows_articles_and_what_runs_in_processes(site, arguments):
    site("baseline")
    Path("c.md").write_text("We are open.\n", encoding="utf-8")
    move()
    assert site("check", *arguments)[0] == exits.CLEAN
    if "html=page.html" in arguments:
        assert "accepted in a.md, now gone" in Path("page.html").read_text(encoding="utf-8")


def test_fix_leaves_it(site):
    Path("medlint.toml").unlink()
    Path("a.md").write_text("# Our clinic\n\nHe committed suicide.\n", encoding="utf-8")
    site("baseline")
    move(text="# Our clinic\n\nHe committed suicide.\n")
    assert site("fix")[1] == ""


def test_a_baseline_of_strange_paths(site):
    site("baseline")
    file = Path("medlint-baseline.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    strange = ["a/" * 1_000_000, "\x00", "\ud800", "../../a.md", "/a.md", ""]
    data["articles"].update({path: ["SAF001 0123456789abcdef 5 5"] for path in strange})
    data["articles"]["\x1b[31m.md"] = data["articles"].pop("a.md")
    file.write_text(json.dumps(data), encoding="utf-8")
    Path("a.md").rename("b.md")
    code, _, err = site("check")
    assert (code, err) == (exits.VIOLATIONS, "")

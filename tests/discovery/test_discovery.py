"""The files that a run checks: named files, folders, and exclusion by .gitignore and configurations."""

import subprocess
from pathlib import Path

import pytest

from linter.cli import exits, main
from linter.discovery import MissingPathError, find_articles
from linter.discovery.names import is_article

TEXT = "We are open.\n"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(*names, **files):
        for name, text in {**dict.fromkeys(names, TEXT), **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def listed(capfd, *paths):
    code = main(["check", "--list-files", *paths])
    out, err = capfd.readouterr()
    return code, out.split(), err


def test_folders_and_names(tree):
    root = tree("b.md", "a.HTML", "sub/c.txt", "sub/d.mdx", "x.py", ".hidden.md", ".git/e.md", "node_modules/f.md")
    (root / "loop").symlink_to(root)
    assert find_articles(["."]).paths == ("a.HTML", "b.md", "sub/c.txt", "sub/d.mdx")
    assert find_articles(["x.py", "./b.md", "b.md", ".hidden.md"]).paths == (".hidden.md", "b.md", "x.py")
    with pytest.raises(MissingPathError):
        find_articles(["none.md"])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.md", True),
        ("a.HTML", True),
        ("a.liquid", True),
        ("page.html.j2", True),
        ("page.tsx", True),
        ("page.test.tsx", False),
        ("data.ts", False),
        ("a.docx", True),
        ("~$a.docx", False),
        ("nginx.conf.j2", False),
        ("sitemap.xml", False),
        ("a.py", False),
        ("README", False),
        ("README.md", True),
        ("robots.txt", False),
        ("Requirements-dev.txt", False),
        ("requirements-for-a-visit.txt", True),
        ("LICENSE.txt", False),
        ("licence.md", False),
        ("our-license.md", True),
    ],
)
def test_what_a_folder_holds(name, found):
    assert is_article(name) is found


def test_what_is_named_is_taken(tree):
    tree("export.xml", "a.md")
    assert find_articles(["."]).paths == ("a.md",)
    assert find_articles(["export.xml"]).paths == ("export.xml",)


def test_gitignore(tree):
    tree(
        "a.md", "build-out/a.md", "sub/a.md", "sub/x.tmp.md", "sub/keep.tmp.md", "sub/deep/only.md", "other/only.md",
        **{
            ".gitignore": "# comment\r\nbuild-out/\r\n*.tmp.md\r\n\r\n",
            "sub/.gitignore": "!keep.tmp.md\n/deep/only.md\n",
            ".git/HEAD": "",
        },
    )  # fmt: skip
    assert find_articles(["."]).paths == ("a.md", "other/only.md", "sub/a.md", "sub/keep.tmp.md")
    # the same from within, and for a named folder that is ignored
    assert find_articles(["sub"]).paths == ("sub/a.md", "sub/keep.tmp.md")
    assert find_articles(["build-out"]).paths == ("build-out/a.md",)
    assert find_articles(["sub/x.tmp.md"]).paths == ("sub/x.tmp.md",)


def test_git_passes_over_a_pattern_that_it_cannot_read(tree):
    tree("a.md", "drafts/a.md", **{".gitignore": "[z-a].md\ndrafts/\n", ".git/HEAD": ""})
    assert find_articles(["."]).paths == ("a.md",)


def test_gitignore_as_git_sees_it(tree):
    root = tree("a.md", "b.md", "c/a.md", "c/d/b.md", "e/f.md", **{".gitignore": "/a.md\nd/\n[bx].md\n!c/\n"})
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    git = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "*.md"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    assert list(find_articles(["."]).paths) == sorted(git.stdout.split())


def test_outside_a_repository_outer_files_do_not_count(tree):
    tree("in/a.md", **{".gitignore": "a.md\n"})
    assert find_articles(["in"]).paths == ("in/a.md",)


def test_excluded_articles_are_never_checked(tree, capfd):
    tree(
        "a.md", "drafts/b.md", "sub/drafts/c.md", "sub/d.md", "inner/drafts/e.md", "inner/f.md",
        **{"medlint.toml": 'exclude = ["drafts/", "/sub/d.md"]\n', "inner/medlint.toml": 'exclude = ["f.md"]\n'},
    )  # fmt: skip
    assert listed(capfd, ".") == (exits.CLEAN, ["a.md"], "")
    # also when they are named, as in hooks, and when only their folder is named
    assert listed(capfd, "a.md", "drafts/b.md", "sub/d.md", "inner/f.md", "inner/drafts/e.md")[1] == ["a.md"]
    code, names, err = listed(capfd, "drafts")
    assert (code, names) == (exits.CLEAN, [])
    assert "the configuration excludes everything" in err
    assert main(["check", "drafts/b.md"]) == exits.CLEAN
    capfd.readouterr()
    assert listed(capfd, "--isolated", "drafts")[1] == ["drafts/b.md"]


def test_what_a_parent_excludes_the_heir_excludes(tree, capfd):
    tree(
        "shared/a.md", "site/b.md", "site/drafts/c.md",
        **{
            "shared/medlint.toml": 'exclude = ["drafts/"]\n',
            "site/medlint.toml": 'extends = "../shared/medlint.toml"\n',
        },
    )  # fmt: skip
    # patterns are relative to the folder of their file
    assert listed(capfd, ".")[1] == ["shared/a.md", "site/b.md", "site/drafts/c.md"]


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("*.md", ["a.md"]),
        ("**/*.md", ["a.md", "site/b.md", "site/deep/c.md"]),
        ("site/*.md", ["site/b.md"]),
        ("./site/**/?.md", ["site/b.md", "site/deep/c.md"]),
        ("s*", ["site/b.md", "site/deep/c.md", "site/notes.txt"]),
        ("site/[!b].*", []),
        ("*.py", []),
        ("none/*.md", []),
        ("[", []),
    ],
)
def test_patterns_that_no_shell_has_expanded(tree, capfd, pattern, taken):
    tree(
        "a.md", "a.py", "site/b.md", "site/deep/c.md", "site/notes.txt", "node_modules/d.md", ".hidden/e.md", "old/f.md"
    )
    Path(".gitignore").write_text("old/\n", encoding="utf-8")
    code, paths, err = listed(capfd, pattern)
    assert paths == taken
    assert (code, err) == (
        (exits.CLEAN, "") if taken else (exits.USAGE, f"medlint: no such file or folder: {pattern}\n")
    )


def test_a_pattern_from_the_root(tree, tmp_path, capfd):
    tree("site/b.md")
    assert listed(capfd, f"{tmp_path}/s*/*.md")[1] == [f"{tmp_path}/site/b.md"]


def test_nothing_to_list(tree, capfd):
    tree("a.py")
    assert listed(capfd, ".") == (exits.NOTHING, [], "medlint: nothing to check\n")


def test_a_folder_gives_what_can_be_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.discovery.names.missing_extra", lambda name: "word" if name == "docx" else "")
    assert not is_article("a.docx")
    assert is_article("a.md")


def test_formats_that_need_an_extra_are_reported(tree, capfd, monkeypatch):
    for module in ("linter.discovery", "linter.parsers"):
        monkeypatch.setattr(
            f"{module}.missing_extra", lambda name: {"tsx": "web", "vue": "web", "docx": "word"}.get(name, "")
        )
    tree("a.md", "site/b.tsx", "site/c.JSX", "site/d.vue", "letters/e.docx", "site/b.test.tsx", "site/f.ts")
    expected = (
        "medlint: 1 file not checked (.docx); to read them: pip install 'medlint[word]'\n"
        "medlint: 3 files not checked (.jsx, .tsx, .vue); to read them: pip install 'medlint[web]'\n"
    )
    assert listed(capfd, ".") == (exits.CLEAN, ["a.md"], expected)
    assert listed(capfd, "site") == (exits.NOTHING, [], expected.split("\n")[1] + "\nmedlint: nothing to check\n")
    code = main(["check", "a.md", "site", "-q"])
    assert (code, capfd.readouterr().err) == (exits.CLEAN, "")
    # named files are always read
    code = main(["check", "a.md", "site/b.tsx"])
    assert code == exits.USAGE
    assert "pip install 'medlint[web]'" in capfd.readouterr().err

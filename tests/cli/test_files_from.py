"""``medlint check --files-from``: check the articles in a list."""

import io
import json
import sys

import pytest

from linter.cli import exits, main

FLAWED = "# Ketamine for PTSD\n\nKetamine is completely safe and cures PTSD.\n"


@pytest.fixture(autouse=True)
def _articles(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for name in ("a.md", "b c.md", "other.md"):
        (tmp_path / "pages" / name).write_text(FLAWED, encoding="utf-8")
    (tmp_path / "list.txt").write_text("pages/a.md\npages/b c.md\n", encoding="utf-8")
    (tmp_path / "pages" / "map.xml").write_text(
        "<urlset><url><loc>a.md</loc></url><url><loc>b%20c.md</loc></url></urlset>", encoding="utf-8"
    )


def checked(capfd, *arguments):
    code = main(["check", "-f", "json", *arguments])
    return code, [file["path"] for file in json.loads(capfd.readouterr().out)["files"]]


@pytest.mark.parametrize("name", ["list.txt", "pages/map.xml"])
def test_the_list_says_what_is_checked(name, capfd):
    assert checked(capfd, "--files-from", name) == (exits.VIOLATIONS, ["pages/a.md", "pages/b c.md"])


def test_standard_input_with_nul(capfd, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"pages/b c.md\0pages/a.md\0")))
    assert checked(capfd, "--files-from", "-") == (exits.VIOLATIONS, ["pages/a.md", "pages/b c.md"])


@pytest.mark.parametrize(
    ("written", "arguments", "code", "expected"),
    [
        ("", [], exits.NOTHING, "nothing to check"),
        ("pages/gone.md\n", [], exits.USAGE, "pages/gone.md: no such file or folder"),
        (
            "https://a.example/x\n",
            [],
            exits.USAGE,
            "list.txt: https://a.example/x is a web address, and medlint fetches nothing",
        ),
        ("<urlset><url><loc>https://a.example</loc></url></urlset>", [], exits.USAGE, "medlint fetches nothing"),
        ("pages/a.md\n", ["pages"], exits.USAGE, "cannot be combined"),
        ("pages/a.md\n", ["."], exits.USAGE, "cannot be combined"),
        (None, [], exits.USAGE, "cannot read list.txt: No such file"),
    ],
)
def test_an_invalid_list_is_refused_in_one_line(written, arguments, code, expected, tmp_path, capfd):
    if written is None:
        (tmp_path / "list.txt").unlink()
    else:
        (tmp_path / "list.txt").write_text(written, encoding="utf-8")
    assert main(["check", "--files-from", "list.txt", *arguments]) == code
    err = capfd.readouterr().err
    assert expected in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_list_in_another_encoding_is_refused(encoding, tmp_path, capfd):
    (tmp_path / "list.txt").write_text("\ufeffpages/a.md\n", encoding=encoding)
    assert main(["check", "--files-from", "list.txt"]) == exits.USAGE
    assert capfd.readouterr().err == "medlint: list.txt: the list is in UTF-16; save it as UTF-8\n"


def test_what_is_gone_stops_nothing_else(capfd, monkeypatch):
    listed = b"pages/gone.md\0pages/a.md\0"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed)))
    assert main(["check", "-f", "json", "--files-from", "-"]) == exits.USAGE
    out, err = capfd.readouterr()
    assert [file["path"] for file in json.loads(out)["files"]] == ["pages/a.md"]
    assert err == "medlint: pages/gone.md: no such file or folder\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed)))
    assert main(["check", "--list-files", "--files-from", "-"]) == exits.USAGE
    assert capfd.readouterr() == ("pages/a.md\n", err)


def test_an_address_instead_of_a_path_is_refused(capfd):
    assert main(["check", "https://clinic.example/ketamine"]) == exits.USAGE
    assert "medlint fetches nothing; save the page" in capfd.readouterr().err


def test_a_sitemap_instead_of_an_article_is_refused(capfd):
    assert main(["check", "pages/map.xml"]) == exits.USAGE
    assert "check the files that it names with --files-from" in capfd.readouterr().err

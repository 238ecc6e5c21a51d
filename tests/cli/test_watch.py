"""``--watch``: saved articles are checked again, a changed configuration rechecks all, errors do not end it."""

import os

import pytest

from linter.cli import exits, main
from linter.cli import watch as watching

FLAWED = "It is completely safe.\n"


@pytest.fixture
def looks(tmp_path, monkeypatch, capfd):
    """Runs ``check --watch`` with an edit before each further poll; returns the output of each poll."""
    monkeypatch.chdir(tmp_path)

    def run(*edits, paths=(".",)):
        steps, seen = iter(edits), []

        def sleep(seconds):
            assert seconds == watching.INTERVAL
            seen.append(capfd.readouterr())
            edit = next(steps, None)
            if edit is None:
                raise KeyboardInterrupt
            for name, text in edit.items():
                path = tmp_path / name
                if text is None:
                    path.unlink()
                    continue
                path.write_text(text, encoding="utf-8")
                # two edits within a tick of the clock, in a test only
                os.utime(path, ns=(1, len(seen)))

        monkeypatch.setattr(watching.time, "sleep", sleep)
        assert main(["check", "--watch", "--select", "SAF", *paths]) == exits.INTERRUPTED
        return seen

    return run


def test_what_is_saved_is_checked_again(looks, tmp_path):
    (tmp_path / "a.md").write_text(FLAWED, encoding="utf-8")
    (tmp_path / "b.md").write_text(FLAWED, encoding="utf-8")
    first, nothing, one, new = looks({}, {"a.md": "We are open.\n"}, {"c.md": FLAWED})
    assert "in 2 articles" in first.out
    assert "watching 2 articles" in first.err
    assert (nothing.out, nothing.err) == ("", "")
    assert "0 errors, 0 warnings, 0 info in 1 article" in one.out
    assert "c.md" in new.out
    assert "a.md" not in new.out


def test_another_configuration_checks_all(looks, tmp_path):
    (tmp_path / "a.md").write_text(FLAWED, encoding="utf-8")
    first, broken, still, mended = looks(
        {"medlint.toml": "selct = 1\n"}, {}, {"medlint.toml": '[severity]\nSAF = "info"\n'}
    )
    assert "1 error" in first.out
    assert "unknown key 'selct'" in broken.err
    assert (still.out, still.err) == ("", "")
    assert "1 info" in mended.out


def test_each_mistake_is_reported_once(looks, tmp_path):
    (tmp_path / "a.md").write_text(FLAWED, encoding="utf-8")
    wrong = {"medlint.toml": "selct = 1\n"}
    looked = looks(wrong, {}, {"medlint.toml": "a = \n"}, {"medlint.toml": ""}, wrong)
    told = ["key" if "unknown key" in look.err else "value" if "Invalid value" in look.err else "" for look in looked]
    assert told == ["", "key", "", "value", "", "key"]


def test_a_deleted_article_is_reported_once_and_waited_for(looks, tmp_path):
    (tmp_path / "a.md").write_text(FLAWED, encoding="utf-8")
    (tmp_path / "b.md").write_text(FLAWED, encoding="utf-8")
    _, gone, saved, back = looks({"a.md": None}, {"b.md": FLAWED + FLAWED}, {"a.md": FLAWED}, paths=("a.md", "b.md"))
    assert gone.err == "medlint: no such file or folder: a.md; waiting for it\n"
    assert gone.out == ""
    assert "no such" not in saved.err
    assert "2 errors, 0 warnings, 0 info in 1 article" in saved.out
    assert "a.md" in back.out


def test_standard_input_cannot_be_watched(capfd):
    assert main(["check", "--watch", "-"]) == exits.USAGE
    assert "--watch works on files" in capfd.readouterr().err

"""The effect of each configuration key on a run, and the precedence of several configurations."""

import json

import pytest

from linter.cli import exits, main

FLAWED = "# Ketamine for PTSD\n\nKetamine is completely safe and cures PTSD.\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with ``a.md``; the returned function writes further files from a mapping of names to texts."""
    monkeypatch.chdir(tmp_path)

    def write(**files):
        for name, text in {"a.md": FLAWED, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def check(capfd, *arguments):
    code = main(["check", "-f", "json", *(arguments or ["."])])
    out, err = capfd.readouterr()
    return code, json.loads(out) if out else None, err


def found(capfd, *arguments):
    """The (path, code, severity) of all findings."""
    data = check(capfd, *arguments)[1]
    return {(one["path"], one["code"], one["severity"]) for one in data["violations"]}


def codes(capfd, *arguments):
    return {code for _, code, _ in found(capfd, *arguments)}


@pytest.mark.parametrize("name", ["medlint.toml", ".medlint.toml", "medlint.yaml", ".medlint.yaml", "pyproject.toml"])
def test_names(site, capfd, name):
    toml = 'select = ["SAF001"]\n[severity]\nsafety = "warning"\n'
    text = {
        "pyproject.toml": toml.replace("select", "[tool.medlint]\nselect").replace("[sev", "[tool.medlint.sev"),
    }.get(name, toml if name.endswith("toml") else "select: [SAF001]\nseverity: {safety: warning}\n")
    site(**{name: text})
    assert found(capfd) == {("a.md", "SAF001", "warning")}
    assert check(capfd)[0] == exits.CLEAN


def test_select_ignore_and_the_command_line(site, capfd):
    site(**{"medlint.toml": 'select = ["SAF", "EFF"]\nignore = ["SAF001"]\n'})
    assert codes(capfd) == {"EFF001"}
    assert "SAF001" in codes(capfd, "--select", "safety", ".")
    assert codes(capfd, "--ignore", "EFF", ".") == set()


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ('[[overrides]]\npaths = ["a.md"]\nignore = ["SAF001"]\n', {"EFF001"}),
        ('[[overrides]]\npaths = ["other/"]\nignore = ["SAF001"]\n', {"EFF001", "SAF001"}),
        (
            (
                '[[overrides]]\npaths = ["*.md"]\nignore = ["SAF", "EFF"]\n'
                '[[overrides]]\npaths = ["a.md"]\nextend-select = ["SAF001"]\n'
            ),
            {"SAF001"},
        ),
        (
            (
                '[[overrides]]\npaths = ["*.md"]\nignore = ["SAF", "EFF"]\n'
                '[[overrides]]\npaths = ["a.md"]\nselect = ["EFF001"]\n'
            ),
            {"EFF001"},
        ),
    ],
)
def test_what_an_override_ignores_stays_ignored_under_select(site, capfd, overrides, expected):
    site(**{"medlint.toml": f'ignore = ["EFF001"]\n{overrides}'})
    assert codes(capfd, "--select", "SAF001,EFF001", ".") == expected
    assert codes(capfd, "--isolated", "--select", "SAF001,EFF001", ".") == {"SAF001", "EFF001"}


@pytest.mark.parametrize("name", ["all", "core", "error", "safety", "absolute-safety-claim", "SAF001", "saf"])
def test_what_selects_a_rule(site, capfd, name):
    site(**{"medlint.toml": f'select = ["{name}"]\n'})
    assert "SAF001" in codes(capfd)
    site(**{"medlint.toml": f'ignore = ["{name}"]\n'})
    assert "SAF001" not in codes(capfd)


def test_extend_select(site, capfd):
    site(
        **{
            "base.toml": 'select = ["SAF001"]\n',
            "medlint.toml": 'extends = "./base.toml"\nextend-select = ["EFF001"]\n',
        }
    )
    assert codes(capfd) == {"SAF001", "EFF001"}


def test_the_narrower_severity_counts(site, capfd):
    site(**{"medlint.toml": 'select = ["SAF001", "EFF001"]\n[severity]\nEFF001 = "info"\nall = "warning"\n'})
    assert found(capfd) == {("a.md", "SAF001", "warning"), ("a.md", "EFF001", "info")}


def test_severity_holds_for_every_finding_of_a_rule(site, capfd):
    text = "# Ketamine for PTSD\n\nKetamine cures PTSD. Ketamine may possibly cure PTSD.\n"
    site(**{"a.md": text})
    assert len({level for _, code, level in found(capfd) if code.startswith("EFF")}) > 1
    site(**{"a.md": text, "medlint.toml": '[severity]\nEFF = "warning"\n'})
    assert {level for _, code, level in found(capfd) if code.startswith("EFF")} == {"warning"}


def test_options_reach_the_rule(site, capfd):
    site()
    assert "RDB002" not in codes(capfd)
    site(**{"medlint.toml": "[options.long-sentence]\nmax_words = 5\n"})
    assert "RDB002" in codes(capfd)
    # a list is added to the rule's own
    site(**{"medlint.toml": '[options.SAF001]\nunless = ["cures"]\n'})
    assert "SAF001" not in codes(capfd)
    assert "SAF001" in codes(capfd, "--isolated", ".")


def test_jurisdictions(site, capfd):
    site(**{"medlint.toml": 'select = ["SAF005", "TST002"]\njurisdictions = ["uk"]\n'})
    assert codes(capfd) == set()
    site(**{"medlint.toml": 'select = ["SAF001"]\njurisdictions = ["eu"]\n'})
    assert codes(capfd) == {"SAF001"}


def test_a_state_includes_the_federation(site, capfd):
    site(**{"medlint.toml": 'jurisdictions = ["us-ca", "uk"]\n'})
    assert "SAF001" in codes(capfd)


def test_profile(site, capfd):
    text = "Our doctors inject your knee.\n"
    site(**{"a.md": text, "medlint.toml": 'select = ["CRD002"]\n'})
    assert codes(capfd) == set()
    site(**{"a.md": text, "medlint.toml": 'select = ["CRD002"]\n[profile]\nstaff = "DC only"\n'})
    assert codes(capfd) == {"CRD002"}


def test_unsuppressible(site, capfd):
    text = "<!-- medlint: ignore SAF001 -- a letter; by: Jane Roe -->\nIt is completely safe.\n"
    site(**{"a.md": text, "medlint.toml": 'select = ["SAF001", "IGN"]\n'})
    assert check(capfd)[0] == exits.CLEAN
    site(**{"a.md": text, "medlint.toml": 'select = ["SAF001", "IGN"]\nunsuppressible = ["safety"]\n'})
    assert codes(capfd) == {"SAF001", "IGN006"}
    assert check(capfd)[0] == exits.VIOLATIONS


def test_own_rules(site, capfd):
    from tests.rules.test_load import GOOD

    site(
        **{
            "a.md": "There are no side effects.\n",
            "house/rules/sample-rule.yaml": GOOD,
            "house/medlint.toml": 'rules = ["rules"]\n',
            "medlint.toml": 'extends = "house/medlint.toml"\nselect = ["XYZ001"]\n',
        }
    )
    assert codes(capfd) == {"XYZ001"}
    assert main(["explain", "XYZ001"]) == exits.CLEAN
    assert main(["rules"]) == exits.CLEAN
    assert "XYZ001  warning" in capfd.readouterr().out


def test_a_region_in_which_no_chosen_rule_applies_is_named(site, capfd):
    site(**{"a.md": FLAWED, "medlint.toml": 'jurisdictions = ["uk"]\nselect = ["FDA001"]\n'})
    assert main(["check"]) == exits.CLEAN
    note = "medlint: no chosen rule applies in uk: articles there pass unchecked\n"
    assert note in capfd.readouterr().err
    assert main(["check", "--select", "EFF001"]) == exits.VIOLATIONS
    assert note not in capfd.readouterr().err


def test_overrides_are_relative_to_their_file(site, capfd):
    site(
        **{
            "blog/a.md": FLAWED,
            "medlint.toml": 'select = ["SAF001"]\n[[overrides]]\npaths = ["blog/", "!blog/keep.md"]\nignore = ["SAF"]\n'
            '[[overrides]]\npaths = ["*.html"]\nseverity = {SAF = "info"}\n',
            "blog/keep.md": FLAWED,
            "blog/deep/a.md": FLAWED,
            "page.html": "<p>It is completely safe.</p>",
        }
    )
    expected = {("a.md", "error"), ("blog/keep.md", "error"), ("page.html", "info")}
    assert {(path, level) for path, _, level in found(capfd)} == expected


def test_the_closest_wins_and_extends_is_explicit(site, capfd, monkeypatch):
    root = site(
        **{
            "medlint.toml": 'select = ["SAF001"]\n',
            "own/medlint.toml": 'select = ["EFF001"]\n',
            "own/a.md": FLAWED,
            "heir/medlint.toml": 'extends = "../medlint.toml"\n[severity]\nSAF001 = "info"\n',
            "heir/deep/er/a.md": FLAWED,
        }
    )
    expected = {
        ("a.md", "SAF001", "error"),
        ("own/a.md", "EFF001", "error"),
        ("heir/deep/er/a.md", "SAF001", "info"),
    }
    assert found(capfd) == expected
    # the working directory does not matter
    monkeypatch.chdir(root / "own")
    assert found(capfd, "../heir") == {("../heir/deep/er/a.md", "SAF001", "info")}


def test_the_search_ends_at_the_repository(site, capfd):
    site(**{"medlint.toml": 'select = ["SAF001"]\n', "repository/.git/HEAD": "", "repository/a.md": FLAWED})
    assert codes(capfd, "repository") > {"SAF001", "EFF001"}


def test_a_link_has_the_configuration_of_its_own_folder(site, capfd):
    root = site(
        **{"medlint.toml": 'select = ["SAF001"]\n', "own/medlint.toml": 'select = ["EFF001"]\n', "own/b.md": FLAWED}
    )
    (root / "c.md").symlink_to(root / "own" / "b.md")
    assert {(path, code) for path, code, _ in found(capfd, "c.md", "own/b.md")} == {
        ("c.md", "SAF001"),
        ("own/b.md", "EFF001"),
    }


def test_config_and_isolated(site, capfd):
    site(**{"medlint.toml": 'select = ["SAF001"]\n', "other/strict.toml": 'select = ["EFF001"]\nexclude = ["x/"]\n'})
    assert codes(capfd, "--config", "other/strict.toml", ".") == {"EFF001"}
    assert codes(capfd, "--isolated", ".") > {"SAF001", "EFF001"}


def test_a_run_s_own_settings(site, capfd):
    root = site(
        **{
            "medlint.toml": 'select = ["SAF001"]\nfail-on = "error"\n[severity]\nSAF001 = "warning"\n',
            "sub/medlint.toml": 'extends = "../medlint.toml"\nfail-on = "warning"\n'
            'formats = ["json=out.json", "text"]\n',
            "sub/a.md": FLAWED,
        }
    )
    assert check(capfd)[0] == exits.CLEAN
    assert check(capfd, "sub")[0] == exits.VIOLATIONS
    assert check(capfd, "sub/a.md", "--fail-on", "error")[0] == exits.CLEAN
    main(["check", "sub"])
    assert "sub/a.md" in capfd.readouterr().out
    assert json.loads((root / "sub" / "out.json").read_text(encoding="utf-8"))["summary"]["violations"] == 1
    site(**{"medlint.toml": 'max-warnings = 0\nselect = ["SAF001"]\n[severity]\nSAF001 = "warning"\n'})
    assert check(capfd, "a.md")[0] == exits.VIOLATIONS


def test_standard_input_has_the_configuration_of_its_name(site, capfd, monkeypatch):
    import io
    import sys

    site(**{"sub/medlint.toml": 'select = ["SAF001"]\nexclude = ["drafts/"]\n', "sub/a.md": FLAWED})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FLAWED.encode())))
    assert codes(capfd, "-", "--stdin-filename", "sub/new.md") == {"SAF001"}
    code, _, err = check(capfd, "-", "--stdin-filename", "sub/drafts/new.md")
    assert code == exits.CLEAN
    assert "the configuration excludes everything" in err

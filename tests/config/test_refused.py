"""Invalid configurations: one line with file, line, column, problem and correction; exit code 2."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.cli import exits, main
from linter.config.errors import ConfigError
from linter.config.layers import load_config

CASES = YAML(typ="safe").load(Path(__file__).with_name("refused.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("It is completely safe.\n", encoding="utf-8")
    return tmp_path


def refusal(capfd, *arguments):
    code = main(["check", "a.md", *arguments])
    out, err = capfd.readouterr()
    assert (code, out) == (exits.USAGE, "")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_refused(article, capfd, case):
    name = case.get("file", "medlint.toml")
    (article / name).write_text(case["text"], encoding="utf-8")
    err = refusal(capfd)
    assert case["problem"] in err
    assert err.startswith(f"medlint: {name}:")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('extends = ["strct", "./none.toml", "us"]', ["1:12", "1:21", "1:36"]),
        ('ignore = ["QQQ", "EFF"]\nselect = ["XXX"]\n[severity]\nYYY = "info"', ["1:11", "2:11", "4:1"]),
        ('[[overrides]]\npaths = ["*"]\nignore = ["QQQ", "XXX"]', ["3:11", "3:18"]),
        ('jurisdictions = ["uss", "us", "xx"]', ["1:18", "1:31"]),
        ('exclude = ["a\\\\b", "../c"]', ["1:12", "1:20"]),
    ],
)
def test_all_mistakes_of_a_kind_are_reported_at_once(article, capfd, text, places):
    (article / "medlint.toml").write_text(text, encoding="utf-8")
    assert main(["check", "a.md"]) == exits.USAGE
    lines = capfd.readouterr().err.splitlines()
    # grouped by key: the order is that of the values
    assert sorted(line.split(": ")[1] for line in lines) == [f"medlint.toml:{place}" for place in places]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\n# caf\xe9\n", "medlint.toml:2:6: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"#" * 1_000_001, "medlint.toml:1:1: larger than 1,000,000 bytes"),
        (b"a = " + b"[" * 100_000, "medlint.toml:1:1: too deeply nested"),
        (b"\n" + b"a." * 400_000 + b"a = 1", "medlint.toml:2:1: a key of more than 100 parts"),
        (b"\n[" + b"'a' . " * 100_000 + b"a]", "medlint.toml:2:2: a key of more than 100 parts"),
        (b"max-warnings = " + b"9" * 5_000, "medlint.toml:1:16: a number of more than 1,000 digits"),
    ],
)
def test_refused_bytes(article, capfd, data, problem):
    (article / "medlint.toml").write_bytes(data)
    assert problem in refusal(capfd)


def test_an_alias_bomb(article, capfd):
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in ["ab", "bc", "cd", "de", "ef", "fg"]:
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    (article / "medlint.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert "aliases expand to too many values" in refusal(capfd)


def test_merges_that_double(article, capfd):
    lines = ["a: &a {x: 1}"]
    for before, name in ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"]:
        lines.append(f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 10)}]}}")
    (article / "medlint.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert "medlint.yaml:5:4: merges ('<<') add up to too many keys" in refusal(capfd)


def test_cycles_and_chains(article, capfd):
    (article / "medlint.toml").write_text('extends = "./b.toml"', encoding="utf-8")
    (article / "b.toml").write_text('\nextends = ["strict", "./medlint.toml"]', encoding="utf-8")
    assert "b.toml:2:22: './medlint.toml' extends this file (circular)" in refusal(capfd)
    # two parents each, 30 deep: 2**30 layers
    for number in range(30):
        (article / f"{number}.toml").write_text(f'extends = ["./{number + 1}.toml", "./{number + 1}.toml"]')
    (article / "30.toml").write_text("")
    (article / "medlint.toml").write_text('extends = "./0.toml"', encoding="utf-8")
    assert "extends more than 50 files" in refusal(capfd)
    # one parent each, deeper than the stack
    for number in range(2_000):
        (article / f"{number}.toml").write_text(f'extends = "./{number + 1}.toml"')
    assert "49.toml:1:1: extends more than 50 files" in refusal(capfd)


@pytest.mark.parametrize("text", ["ignore = [{}]", "[severity]\n{}"])
def test_very_many_mistakes_are_reported_in_a_few_lines(article, capfd, text):
    names = [f'"X{number}"' for number in range(20_000)]
    listed = ", ".join(names) if "[{}]" in text else "\n".join(f'{name} = "error"' for name in names)
    (article / "medlint.toml").write_text(text.format(listed), encoding="utf-8")
    assert main(["check", "a.md"]) == exits.USAGE
    lines = capfd.readouterr().err.splitlines()
    assert (len(lines), lines[-1]) == (21, "medlint: … and 19980 more mistakes")


@pytest.mark.parametrize(("name", "leads"), [("l/x.json", ".."), ("x.json", "../x.json"), ("l/x.json", ".hidden")])
def test_a_report_that_a_link_leads_out_of_the_folder(article, capfd, monkeypatch, name, leads):
    project = article / "project"
    (project / ".hidden").mkdir(parents=True)
    (project / name.partition("/")[0]).symlink_to(leads)
    (project / "a.md").write_text("It is completely safe.\n", encoding="utf-8")
    (project / "medlint.toml").write_text(f'formats = ["json={name}"]', encoding="utf-8")
    monkeypatch.chdir(project)
    expected = f"medlint.toml:1:12: 'json={name}': a link points outside this folder or to a hidden file"
    assert expected in refusal(capfd)
    assert not (article / "x.json").exists()
    assert not (project / ".hidden" / "x.json").exists()


def test_a_project_file_whose_tool_is_no_table_says_nothing_of_us(article):
    (article / "pyproject.toml").write_text("[[tool]]\nmedlint = {}\n", encoding="utf-8")
    assert load_config(str(article / "pyproject.toml")) is None


def test_two_in_one_folder(article, capfd):
    (article / "medlint.toml").write_text("", encoding="utf-8")
    (article / "medlint.yaml").write_text("", encoding="utf-8")
    assert "medlint.yaml:1:1: a second configuration in the same folder as medlint.toml; keep one" in refusal(capfd)


def test_named_files(article, capfd):
    (article / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert "pyproject.toml:1:1: has no [tool.medlint]" in refusal(capfd, "--config", "pyproject.toml")
    assert "none.toml: No such file or directory" in refusal(capfd, "--config", "none.toml")
    assert "--config" in refusal(capfd, "--config", "none.toml", "--isolated")


@pytest.mark.parametrize(("name", "text"), [("medlint.toml", "stray = 1\n"), ("medlint.yaml", "stray: 1\n")])
def test_a_file_that_has_changed_is_looked_at_again(tmp_path, name, text):
    file = tmp_path / name
    for lines in (3, 0):
        file.write_text("\n" * lines + text, encoding="utf-8")
        with pytest.raises(ConfigError, match=rf":{lines + 1}:1: unknown key 'stray'"):
            load_config(str(file))

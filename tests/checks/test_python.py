"""Rules in Python: their input, the handling of their results, and failures."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from linter.cli import exits, main
from linter.plugins import PluginError, load_plugins
from tests.rules.test_load import GOOD

RULE = GOOD.replace("kind: phrase", "kind: python").replace('any: ["no side effects"]', "plugin: doses")
MODULE = """
    import time
    from pathlib import Path
    from linter.plugins import Place

    Path("loaded").touch()
    number = 3

    def doses(page):
        for passage in page.passages:
            start = passage.text.find("no side effects")
            if start >= 0:
                yield Place(passage, start, start + 15, " / ".join((passage.kind, *passage.headings, page.path)))

    def raises(page):
        raise ValueError("no\\nway")

    def leaves(page):
        raise SystemExit(0)

    def hangs(page):
        try:
            time.sleep(60)
        except BaseException:
            time.sleep(60)

    def clings(page):
        while page.path == "b.md":
            try:
                time.sleep(60)
            except BaseException:
                pass
        return ()

    def beyond(page):
        yield Place(page.passages[0], 0, 6)
        yield Place(page.passages[0], 3, 99)

    def words(page):
        return ["a word"]

    def csv(report):
        return "".join(f"{one['path']},{one['line']},{one['code']}\\n" for one in report["violations"])

    def endless(page):
        while True:
            yield Place(page.passages[0], 0, 1)
"""
HOOKS = ("doses", "raises", "leaves", "hangs", "clings", "beyond", "words", "endless")
ARTICLE = "# A drip\n\n## Risks\n\nIt has &#110;o *side* effects.\n"


CHECKED = ("a.md", "b.md", "c.md", "-f", "json")
CODES = {hook: f"XYZ{number:03}" for number, hook in enumerate(HOOKS, 1)}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with a rule for each function of an installed package."""
    root = tmp_path_factory.mktemp("python")
    package(root / "installed", "acme-rules", "1.0", (*HOOKS, "number", "gone"), ("csv", "raises", "words"))
    (root / "installed/acme_rules.py").write_text(textwrap.dedent(MODULE), encoding="utf-8")
    (root / "site/house").mkdir(parents=True)
    for hook, code in CODES.items():
        rule = (
            RULE.replace("sample-rule", f"rule-{hook}")
            .replace("XYZ001", code)
            .replace("plugin: doses", f"plugin: {hook}")
        )
        (root / f"site/house/rule-{hook}.yaml").write_text(rule, encoding="utf-8")
    (root / "site/medlint.toml").write_text('select = ["XYZ001"]\nrules = ["house"]\n', encoding="utf-8")
    (root / "site/a.md").write_text(ARTICLE, encoding="utf-8")
    for name in "bc":
        (root / f"site/{name}.md").write_text("It is completely safe.\n", encoding="utf-8")
    return root


def package(folder, name, version, hooks, formats=()):
    """Create an installed package that offers functions."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    groups = {"rules": hooks, "formats": formats}
    text = "".join(
        f"[medlint.{group}]\n" + "".join(f"{offered} = acme_rules:{offered}\n" for offered in offers)
        for group, offers in groups.items()
    )
    (info / "entry_points.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def site(installed, monkeypatch, capfd):
    """Runs medlint in that folder: exit code, stdout, stderr."""
    monkeypatch.setenv("PYTHONPATH", str(installed / "installed"), prepend=os.pathsep)
    monkeypatch.syspath_prepend(installed / "installed")
    monkeypatch.delitem(sys.modules, "acme_rules", raising=False)
    monkeypatch.chdir(installed / "site")
    return lambda *arguments: (main([*arguments]), *capfd.readouterr())


def test_a_function_s_places_are_places_of_the_article(site):
    code, out, err = site("check", "a.md", "--plugin", "doses")
    assert code == exits.CLEAN
    assert "5:8" in out
    assert "paragraph / A drip / Risks / a.md" in out
    assert "| It has &#110;o *side* effects." in out
    assert err == ""


def test_nothing_is_loaded_that_is_not_named(site):
    code, out, err = site("check", "a.md")
    assert (code, out) == (exits.USAGE, "")
    assert err == (
        "medlint: XYZ001 (rule-doses) runs code of the plug-in 'doses': start medlint with --plugin doses if you "
        "trust it, or ignore XYZ001\n"
    )
    assert site("baseline")[0] == exits.USAGE
    assert site("check", "a.md", "--plugin", "raises")[0] == exits.USAGE
    assert site("check", "a.md", "--ignore", "XYZ001")[0] == exits.CLEAN
    Path("loaded").unlink()  # --plugin has loaded the package; nothing else does
    shown = (
        "import sys; from linter.cli import main; main(['check', 'a.md']); print('importlib.metadata' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True)
    assert result.stdout == "False\n"
    assert not Path("loaded").exists()


@pytest.mark.parametrize(
    ("hook", "problem"),
    [
        ("raises", "ValueError: no way"),
        ("leaves", "SystemExit: 0"),
        ("hangs", "was stopped after 0.2 seconds"),
        ("beyond", "returned the characters 3 to 99 of a passage of 6"),
        ("words", "returned str, not a Place in a Passage"),
        ("endless", "returned more than 1,000 places"),
    ],
)
def test_a_failing_function_is_reported_and_the_others_run(site, monkeypatch, hook, problem):
    monkeypatch.setattr("linter.checks.python.MAX_SECONDS", 0.2)
    code, out, err = site("check", *CHECKED, "--plugin", hook, "--select", f"{CODES[hook]},SAF001")
    assert code == exits.INTERNAL
    assert found(out).count("SAF001") == 3
    line = f"medlint: a.md: {CODES[hook]}, plug-in '{hook}' of acme-rules 1.0: {problem}"
    assert [told for told in err.splitlines() if "a.md" in told] == [line]


def found(out):
    return [one["code"] for one in json.loads(out)["violations"]]


@pytest.mark.parametrize(("jobs", "others"), [("1", 0), ("2", 2)])
def test_a_function_that_cannot_be_stopped_ends_its_process(site, jobs, others):
    started = (
        "import sys; from linter.checks import python; from linter.cli import main; python.MAX_SECONDS = 0.2; "
        "sys.exit(main(sys.argv[1:]))"
    )
    command = ["check", *CHECKED, "--plugin", "clings", "--select", f"{CODES['clings']},SAF001", "-j", jobs]
    result = subprocess.run([sys.executable, "-c", started, *command], capture_output=True, text=True, timeout=300)
    assert result.returncode == exits.INTERNAL
    assert f"'b.md': {CODES['clings']}, plug-in 'clings' of acme-rules 1.0: cannot be stopped" in result.stderr
    assert (found(result.stdout) if result.stdout else []).count("SAF001") == others


def test_the_findings_of_such_a_run_are_not_kept(site):
    before = site("cache", "info")[1]
    site("check", "a.md", "--plugin", "doses")
    assert site("cache", "info")[1] == before


def test_examples(site):
    rule = "house/rule-doses.yaml"
    assert site("rules", "test", rule, "--plugin", "doses")[:2] == (exits.CLEAN, "4 examples, 0 failed\n")
    assert site("rules", "test", rule)[0] == exits.USAGE
    code, out, _ = site("rules", "test", "house/rule-raises.yaml", "--plugin", "raises")
    assert code == exits.VIOLATIONS
    assert "ValueError: no way" in out


def test_what_writes_files_takes_them_too(site, tmp_path):
    assert "1 finding in 1 article" in site("baseline", "a.md", "-o", str(tmp_path / "b.json"), "--plugin", "doses")[2]
    assert site("report", "a.md", "-o", str(tmp_path / "r.html"), "--plugin", "doses")[0] == exits.CLEAN


@pytest.mark.parametrize("command", [("fix", "--diff", "a.md"), ("config", "a.md")])
def test_what_runs_no_code_says_so(site, command):
    code, _, err = site(*command)
    assert code == exits.CLEAN
    assert "medlint: XYZ001: rules in Python run only where --plugin names them\n" in err


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("dose", "no plug-in 'dose' is installed; did you mean 'doses'?"),
        ("number", "the plug-in 'number' of acme-rules 1.0 is not a function"),
        ("gone", "the plug-in 'gone' of acme-rules 1.0 cannot be loaded: AttributeError: "),
    ],
)
def test_a_plug_in_that_cannot_be_loaded(site, name, problem):
    with pytest.raises(PluginError, match=problem):
        load_plugins([name])
    assert site("check", "a.md", "--plugin", name)[0] == exits.USAGE


def test_two_packages_with_one_name(site, tmp_path, monkeypatch):
    package(tmp_path, "other", "2.0", ["doses"])
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PluginError, match=r"'doses' is provided by .* and .*; keep one"):
        load_plugins(["doses"])


def test_a_format_of_one_s_own(site, tmp_path):
    target = tmp_path / "found.csv"
    code, out, err = site("check", "b.md", "--select", "SAF001", "-f", "plugin:csv", "-f", f"plugin:csv={target}")
    assert (code, out, err) == (exits.VIOLATIONS, "b.md,1,SAF001\n", f"medlint: wrote {target}\n")
    assert target.read_text() == out


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("raises", "the format 'raises' of acme-rules 1.0 failed: ValueError: no way"),
        ("words", "the format 'words' of acme-rules 1.0 returned list, not text"),
        ("cvs", "no plug-in 'cvs' is installed; did you mean 'csv'?"),
    ],
)
def test_a_format_that_fails(site, name, problem):
    code, out, err = site("check", "b.md", "--select", "SAF001", "-f", f"plugin:{name}")
    assert (code, out, err) == (exits.USAGE, "", f"medlint: {problem}\n")


def test_a_configuration_names_no_format_of_one_s_own(site, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("It is.\n", encoding="utf-8")
    Path("medlint.toml").write_text('formats = ["plugin:csv"]\n', encoding="utf-8")
    code, _, err = site("check", ".")
    assert code == exits.USAGE
    assert "medlint.toml:1:12: unknown format 'plugin:csv'" in err

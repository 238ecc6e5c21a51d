"""A configuration loads only the modules that it needs."""

import json
import subprocess
import sys

import pytest

from linter.cache import load_program

HEAVY = {"pydantic", "ruamel.yaml", "pathspec", "tomllib", "difflib", "importlib.resources", "textstat", "jinja2"}
LOADED = """
import json, sys
from linter.cli import main
main(["check", "a.md", "-q"])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize(
    ("file", "text", "allowed"),
    [
        ("none", "", set()),
        ("pyproject.toml", "[project]\nname = 'x'\n", set()),
        ("medlint.toml", 'ignore = ["RDB"]\nexclude = ["drafts/", "*.tmp.md"]\nextends = "recommended"\n', {"tomllib"}),
        ("medlint.toml", 'exclude = ["drafts/**", "!x"]\n', {"tomllib", "pathspec"}),
        ("medlint.yaml", "ignore: [RDB]\n", {"ruamel.yaml"}),
    ],
)
def test_what_a_run_loads(tmp_path, file, text, allowed):
    load_program()  # fills the cache
    (tmp_path / "a.md").write_text("We are open.\n", encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    result = subprocess.run([sys.executable, "-c", LOADED], cwd=tmp_path, check=True, capture_output=True, text=True)
    loaded = set(json.loads(result.stdout))
    assert HEAVY & loaded <= allowed
    assert allowed <= loaded

import subprocess
import sys

import pytest

from linter.parsers import FORMATS, SUFFIXES, format_of, parse
from linter.source import SourceText


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "markdown"),
        ("b/A.MARKDOWN", "markdown"),
        ("a.mdx", "mdx"),
        ("a.htm", "html"),
        ("a.txt", "text"),
        ("README", "text"),
    ],
)
def test_the_suffix_tells_the_format(path: str, name: str) -> None:
    assert format_of(path) == name
    assert parse(SourceText(path, "x")).format == name


def test_every_suffix_has_a_parser() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


def test_a_format_can_be_asked_for() -> None:
    assert parse(SourceText("a.md", "# x"), "text").format == "text"
    with pytest.raises(ValueError, match="no format 'rst'; use one of markdown, mdx, html, text"):
        parse(SourceText("a.md", "x"), "rst")


def test_a_plain_article_loads_no_yaml_library_and_no_html_table() -> None:
    script = (
        "import sys; from linter.parsers import parse; from linter.source import SourceText;"
        "parse(SourceText('a.md', '---\\ntitle: x\\n---\\n# y\\n'));"
        "heavy = ('ruamel', 'html', 'pydantic', 'json', 'tomllib', 'tree_sitter');"
        "print([name for name in sys.modules if name.split('.')[0] in heavy])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"

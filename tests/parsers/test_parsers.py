import subprocess
import sys
from io import BytesIO

import pytest

import linter.parsers
from linter.parsers import CONTAINERS, FORMATS, SUFFIXES, documents, format_of, missing_extra, parse
from linter.source import SourceError, SourceText


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
def test_the_suffix_implies_the_format(path: str, name: str) -> None:
    assert format_of(path) == name
    assert parse(SourceText(path, "x")).format == name


def test_every_suffix_has_a_parser() -> None:
    assert set(SUFFIXES.values()) == {*FORMATS, *CONTAINERS}


def test_a_format_can_be_asked_for() -> None:
    assert parse(SourceText("a.md", "# x"), "text").format == "text"
    with pytest.raises(ValueError, match="no format 'word'; use one of markdown, mdx, html, text"):
        parse(SourceText("a.md", "x"), "word")


def test_a_plain_article_loads_no_yaml_library_and_no_html_table() -> None:
    script = (
        "import sys; from linter.parsers import parse; from linter.source import SourceText;"
        "parse(SourceText('a.md', '---\\ntitle: x\\n---\\n# y\\n'));"
        "heavy = ('ruamel', 'html', 'pydantic', 'json', 'tomllib', 'tree_sitter');"
        "print([name for name in sys.modules if name.split('.')[0] in heavy])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        ("a.adoc", "convert it to HTML"),
        ("a.asciidoc", "convert it to HTML"),
        ("a.rst", "convert it to HTML"),
        ("a.PDF", "check the document that it was made from"),
        ("a.doc", "save the article as .docx"),
        ("a.rtf", "save the article as .docx"),
    ],
)
def test_what_would_be_read_wrongly_is_refused_and_told_what_to_do(path: str, instead: str) -> None:
    with pytest.raises(SourceError, match=f"not supported; {instead}"):
        list(documents(path, BytesIO(b"= A title\n\nText.")))


def test_a_format_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(linter.parsers.EXTRAS, "mdx", ("no_such_module", "strange"))
    missing_extra.cache_clear()
    with pytest.raises(SourceError, match=r"pip install 'medlint\[strange\]'"):
        list(documents("a.mdx", BytesIO(b"x")))
    missing_extra.cache_clear()

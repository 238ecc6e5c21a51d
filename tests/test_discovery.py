from pathlib import Path

import pytest

from linter.discovery import MissingPathError, find_articles, is_article


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.md", True),
        ("a.HTML", True),
        ("a.liquid", True),
        ("page.html.j2", True),
        ("nginx.conf.j2", False),
        ("sitemap.xml", False),
        ("a.py", False),
        ("README", False),
    ],
)
def test_what_a_folder_holds(name: str, found: bool) -> None:
    assert is_article(name) is found


def test_what_is_named_is_taken(tmp_path: Path) -> None:
    (tmp_path / "export.xml").write_text("<rss/>")
    (tmp_path / "a.md").write_text("x")
    assert find_articles([str(tmp_path)]).paths == (str(tmp_path / "a.md"),)
    assert find_articles([str(tmp_path / "export.xml")]).paths == (str(tmp_path / "export.xml"),)
    with pytest.raises(MissingPathError):
        find_articles([str(tmp_path / "b.md")])

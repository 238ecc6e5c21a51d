import pytest

from linter.checks.page import anchor


@pytest.mark.parametrize(
    ("text", "where"),
    [("---\ntitle: T\n---\n# H\n\nP.", "T"), ("P.\n\n# H", "H"), ("- x\n\nP.", "P."), ("- x", "x")],
)
def test_anchor(article, text, where):
    assert anchor(article(text)).view.text == where


def test_no_anchor(article):
    assert anchor(article("")) is None

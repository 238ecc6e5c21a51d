"""The rules read what Chromium shows of a page with unclosed tags."""

import pytest

from linter.document import Scope
from linter.parsers import parse
from linter.parsers.elements import BLOCKS, CODE, HIDDEN, HIDDEN_IN_SVG, INLINES
from linter.source import SourceText

MARKS = ("alpha", "bravo", "charlie", "delta", "echo")
PAGE = """<!doctype html><body><h1>alpha</h1><div><p>one {inner}bravo</p><p>two</p></div>{tag}<p>charlie</p>
<ul><li>delta</li></ul><table><tr><td>echo</td></tr></table>"""
SHOWN = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    const drawn = around.checkVisibility({ visibilityProperty: true }) || around.localName === "textarea";
    if (drawn && !around.closest("iframe, canvas, video, audio, math")) found.push(walker.currentNode.data);
  }
  return found.join(" ");
}"""
TAGS = sorted(
    (BLOCKS | HIDDEN | HIDDEN_IN_SVG | CODE | INLINES.keys() | {"svg", "map", "s"}) - {"select"}
)  # it is logged
BEHIND = (
    "class=menu",
    "class=cookie-notice",
    "role=navigation",
    "aria-hidden=true",
    "hidden",
    "style='display:none'",
)


@pytest.mark.parametrize(
    ("inner", "tag"), [(f"<{tag}>", f"<{tag}>") for tag in TAGS] + [("", f"<div {attribute}>") for attribute in BEHIND]
)
def test_what_is_shown_is_read(inner, tag, tmp_path, visit):
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(inner=inner, tag=tag), encoding="utf-8")
    with visit(path) as page:
        shown = page.evaluate(SHOWN)
    blocks = parse(SourceText("a.html", path.read_text(encoding="utf-8"))).blocks
    read = " ".join(block.view.text for block in blocks if block.scope is not Scope.NAVIGATION)
    assert [mark for mark in MARKS if mark in shown and mark not in read] == []

"""The metadata that an MDX page exports."""

import pytest

from linter.document import Scope
from linter.parsers import parse
from linter.source import SourceText
from tests.parsers.test_properties import check_order, check_views

CASES = {
    "plain": ("export const metadata = { title: \"A é title\", description: 'In short' };", ["A é title", "In short"]),
    "typed, over lines": (
        """export const meta: Metadata = {
  "title": `A title`,
  robots: { title: "no", index: true },
  description: "In short",
}""",
        ["A title", "In short"],
    ),
    "computed": ("export const metadata = { title: name, description: `${a} b` };", []),
    "other code": ('export const settings = { title: "A title" };', []),
    "broken": ('export const metadata = { title: "A title', []),
}


@pytest.mark.parametrize("case", CASES)
def test_exported_metadata(case: str) -> None:
    written, said = CASES[case]
    document = parse(SourceText("a.mdx", f"import x from 'y'\n{written}\n\n# A page\n\nText.\n"))
    found = {block.scope: block.view.text for block in document.blocks}
    assert [found[scope] for scope in (Scope.TITLE, Scope.DESCRIPTION) if scope in found] == said
    assert [document.front_matter.values[key] for key in ("title", "description") if said] == said
    check_views(document)
    check_order(document)


def test_front_matter_comes_first() -> None:
    document = parse(
        SourceText("a.mdx", '---\nauthor: Jo\n---\n\nexport const metadata = { author: "Kim" }\n\nText.\n')
    )
    assert document.front_matter.values["author"] == "Jo"


def test_broken_front_matter_is_still_reported() -> None:
    document = parse(SourceText("a.mdx", '---\ntitle: [open\n---\n\nexport const metadata = { title: "A" }\n\nText.\n'))
    assert document.front_matter.error

"""Code actions for the edits of findings."""

import pytest
from lsprotocol import types

from linter.lsp.actions import FIX_ALL, Abilities, actions
from linter.lsp.check import Checked, Open, check
from linter.lsp.plans import Plans
from linter.source import Span
from linter.value import replace
from linter.violation import Edit

TEXT = "😀 Ketamine is completely safe. Ketamine is completely safe.\n"
VERSIONS = Abilities(versions=True)
ALL = Span(0, len(TEXT))


@pytest.fixture(scope="module")
def checked(_own_cache):
    """An article with two claims that offer safe edits, by a custom rule."""
    found = check(Open("file:///a.md", 3, "a.md", TEXT), Plans())
    report = found.report
    claims = [one for one in report.violations if one.code == "SAF001"]
    fixed = tuple(replace(one, fix=Edit(one.span, "has risks", safe=True)) for one in claims)
    return replace(found, report=replace(report, violations=fixed))


def offered(checked: Checked, wanted=None, can=VERSIONS):
    return actions(checked, ALL, wanted, lambda _: "", can)


def test_all_safe_edits_are_one_action(checked):
    (action,) = offered(checked, ["source.fixAll"])
    assert action.kind == FIX_ALL
    (change,) = action.edit.document_changes
    assert change.text_document.version == 3
    assert [(str(edit.range), edit.new_text) for edit in change.edits] == [
        ("0:12-0:30", "has risks"),
        ("0:41-0:59", "has risks"),
    ]


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        (None, {"quickfix", FIX_ALL}),
        (["quickfix"], {"quickfix"}),
        (["source"], {FIX_ALL}),
        (["source.fixAll.other"], set()),
        (["refactor"], set()),
    ],
)
def test_only_the_kinds_that_are_asked_for(checked, wanted, kinds):
    assert {str(getattr(action.kind, "value", action.kind)) for action in offered(checked, wanted)} == kinds


def test_an_edit_is_named_by_what_it_writes(checked):
    assert "SAF001: replace with “has risks”" in [action.title for action in offered(checked)]


def test_a_client_without_versions_gets_plain_changes(checked):
    for action in offered(checked, can=Abilities()):
        assert action.edit.document_changes is None
        assert action.edit.changes["file:///a.md"]


def test_a_client_with_fields_is_asked_for_the_reason(checked):
    action = next(action for action in offered(checked, can=Abilities(True, True)) if "suppress" in action.title)
    (edit,) = action.edit.document_changes[0].edits
    assert isinstance(edit, types.SnippetTextEdit)
    assert edit.snippet.value == "<!-- medlint: ignore SAF001 -- ${1:reason} -->\n"


def test_the_shorter_span_comes_first():
    """A claim in the title comes before duties, which are reported on the whole title."""
    found = check(
        Open("file:///a.md", 1, "a.md", "# Ketamine cures depression\n\nBook your infusion with us.\n"), Plans()
    )
    titles = [action.title for action in actions(found, found.open[-1].span, None, lambda _: "", VERSIONS)]
    suppressed = [title.partition("“")[2] for title in titles if "suppress" in title]
    assert suppressed[0].startswith("cures depression”")
    assert suppressed[-1].startswith("Ketamine cures depression”")

import pytest

from linter.checks.setting import Setting
from linter.outcome import FileError, Kind
from linter.outcome.packing import Packed, pack, unpack
from linter.outcome.tally import count_groups
from linter.run import Plan, lint_input, outline_of
from tests.parsers.wxr import HEAD, TAIL, item

TEXTS = {
    "a.md": b"# Ketamine\n\nKetamine cures depression.\n",
    "broken.md": b"---\ntitle: [\n---\n\nKetamine cures depression.\n",
    "export.xml": (HEAD + item("<p>Ketamine cures depression.</p>") + TAIL).encode(),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_comes_back_as_it_was(name, program):
    plan = Plan(program, program.rules, Setting(today="2026-11-26"))
    (file,) = lint_input(name, TEXTS[name], plan, outline_of([plan])).files
    (back,) = unpack(pack([file]))
    assert file.violations
    assert back.violations == file.violations
    assert (back.source, back.words, back.treatments) == (file.source, file.words, file.treatments)
    for report in (back, file):
        assert (report.document is None) == (name == "export.xml")
    if file.document is not None:
        assert back.document.front_matter.error == file.document.front_matter.error
        assert back.document.front_matter.error_span == file.document.front_matter.error_span


def test_what_a_process_sends_comes_back_as_it_was(program):
    plan = Plan(program, program.rules, Setting(today="2026-11-26"))
    (file,) = lint_input("broken.md", TEXTS["broken.md"], plan, outline_of([plan])).files
    packed = Packed.of([file, FileError("\udcff.md", "is no text", Kind.INPUT, 3, 4)])
    back = Packed.from_bytes(packed.to_bytes())
    assert (back.tally, back.data) == (packed.tally, packed.data)
    assert len(back.tally.errors) == 2
    assert back.tally.counts == count_groups(file.violations)

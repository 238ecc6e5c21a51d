"""The reports that a run keeps: the same in memory and on disk, in order, within the memory budget."""

import subprocess
import sys

import pytest

from linter.checks.setting import Setting
from linter.outcome import FileError, Kind
from linter.outcome.gathered import Gathered
from linter.outcome.packing import Packed
from linter.outcome.tally import count_groups
from linter.run import Plan, lint_input, outline_of

FLAWED = "It is completely safe. " * 60
PEAK = """
import resource, sys
from linter.outcome import gathered
from linter.cli import main
gathered.Gathered.__init__.__defaults__ = (1_000_000,)
main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def reports(program):
    plan = Plan(program, program.rules, Setting(today="2026-11-26"))
    texts = {f"{number}.md": f"Ketamine cures depression in {number} sessions.\n".encode() for number in range(3)}
    return [file for name, text in texts.items() for file in lint_input(name, text, plan, outline_of([plan])).files]


@pytest.mark.parametrize("sent", [False, True])
@pytest.mark.parametrize("room", [0, 12_000, 10**9])
def test_files_come_back_in_order(reports, room, sent):
    gathered = Gathered(4, room)
    error = FileError("broken.md", "is no text", Kind.INPUT)
    for number, outcome in [(2, reports[1]), (0, reports[0]), (1, error), (3, reports[2])]:
        gathered.add(number, Packed.of([outcome]) if sent else [outcome])
    for _ in range(2):
        assert [file.path for file in gathered.files] == ["0.md", "1.md", "2.md"]
    assert [file.violations for file in gathered.files] == [report.violations for report in reports]
    assert [file.source for file in gathered.files] == [report.source for report in reports]
    assert gathered.errors == (error,)
    assert len(gathered.files) == 3
    assert gathered.counts == count_groups(violation for report in reports for violation in report.violations)


@pytest.mark.parametrize("room", [0, 10**9])
def test_a_file_is_judged_anew(reports, room):
    gathered = Gathered(2, room)
    gathered.add(0, [reports[0], FileError("0.md", "is cut off", Kind.INPUT)])
    gathered.add(1, [reports[1]])
    gathered.replace(0, [reports[2]])
    assert [file.path for file in gathered.files] == ["2.md", "1.md"]
    assert (len(gathered), gathered.errors) == (2, ())
    assert gathered.counts == count_groups((*reports[1].violations, *reports[2].violations))


def test_a_report_is_put_before_a_file(reports):
    gathered = Gathered(2, 0)
    gathered.add(0, [reports[0]])
    gathered.add(1, [reports[2]])
    gathered.insert(1, reports[1])
    assert [file.path for file in gathered.files] == ["0.md", "1.md", "2.md"]


def test_a_full_disk_loses_no_report(reports, monkeypatch):
    def full(*_arguments, **_options):
        raise OSError("no space left")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    gathered = Gathered(1, 0)
    gathered.add(0, reports)
    assert list(gathered.files) == reports


def test_memory_does_not_grow_with_the_number_of_files(program, tmp_path):
    pytest.importorskip("resource", reason="this system does not tell of a process's memory")
    forms = [part for form in ("text", "json", "sarif", "html") for part in ("-f", f"{form}={tmp_path / form}")]
    peaks = []
    for count in (40, 160):
        folder = tmp_path / str(count)
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.md").write_text(FLAWED, encoding="utf-8")
        options = [
            "check",
            "-j",
            "1",
            "--isolated",
            "--select",
            "SAF",
            *forms,
            "--report-dir",
            str(tmp_path / f"pages-{count}"),
            str(folder),
        ]
        result = subprocess.run([sys.executable, "-c", PEAK, *options], capture_output=True, text=True, check=True)
        peaks.append(int(result.stderr.splitlines()[-1]))
    assert peaks[1] < 1.15 * peaks[0]

"""The memory that a run uses for its articles."""

import gc
import tracemalloc
from pathlib import Path

from linter.cache import load_program
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.report import Report
from linter.reports import text_report
from linter.run import Plan, lint_paths
from tests.parsers.wxr import HEAD, TAIL, item

PROSE = "<p>We are open from nine to five. Parking is free behind the building. Bring a friend.</p>\n\n" * 100
POST = "<p>Our drip is completely safe.</p>\n\n" + PROSE


def lint_export(file: Path, posts: int) -> tuple[Report, int]:
    """The report on an export with a number of posts, and the bytes that it keeps."""
    file.write_text(HEAD + "".join(item(POST, slug=f"post-{number}") for number in range(posts)) + TAIL)
    program = load_program()
    plan = Plan(program, program.select(["SAF001"]), Setting(today="2026-06-01"))
    tracemalloc.start()
    report = lint_paths([(str(file), plan)])
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return report, held


def test_a_large_export_is_not_held_with_its_findings(tmp_path: Path) -> None:
    lint_export(tmp_path / "export.xml", 2)  # memory that every run keeps
    _, few = lint_export(tmp_path / "export.xml", 2)
    report, many = lint_export(tmp_path / "export.xml", 22)
    assert len(report.violations) == 22
    assert (many - few) / 20 < len(POST) / 3


def test_the_lines_of_an_export_are_shown_all_the_same(tmp_path: Path) -> None:
    report, _ = lint_export(tmp_path / "export.xml", 2)
    assert "Our drip is completely safe" in "".join(text_report.write(report))


def test_an_article_is_let_go_once_it_is_judged(tmp_path: Path) -> None:
    """Reference cycles would keep it until the garbage collector runs, which is rare."""
    (file := tmp_path / "a.md").write_text(
        "# NAD+ drip\n\nOur NAD+ drip cures fatigue. Book today.\n\nZinc capsules boost immunity. Buy our zinc.\n"
    )
    program = load_program()
    plan = Plan(program, program.rules, Setting(today="2026-06-01"))
    gc.collect()
    gc.disable()
    try:
        report = lint_paths([(str(file), plan)])
        kept = [value for value in gc.get_objects() if isinstance(value, Article)]
    finally:
        gc.enable()
    assert report.violations
    assert not kept

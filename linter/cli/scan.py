"""``medlint scan``: check very many articles and write Parquet; ``medlint scan report``: write a summary page."""

import argparse
import logging
import os
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from linter.checks.setting import Setting
from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.output import print_lines, write_file
from linter.cli.settings import command_line_settings
from linter.config.find import Configurations
from linter.planning import Planner
from linter.rules.selection import UnknownRuleError
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.scan.store import Mark
    from linter.scan.work import Order

_RAY = "ray"
_ROW = "article.md"
"""The path of a row when its configuration is looked up."""
_REPORT = "report"


def scan(options: argparse.Namespace) -> int:
    """Scan the sources, skipping finished parts; ``report DIR`` writes the summary page of a scan."""
    _need("daft", "scan")
    if options.sources[0] == _REPORT:
        return _report(options)
    if options.out is None:
        raise UsageError("--out DIR is required: the folder for the findings")
    from linter.scan import ScanError
    from linter.scan.parts import find_files, in_parts
    from linter.scan.store import Mark
    from linter.scan.work import scan as scan_parts

    try:
        order = _order(options)
        _start(options.runner, options.workers)
        files = find_files(options.sources)
        parts = in_parts(files, options.part_size * 1_000_000)
        marks, failed = [], 0
        for outcome in scan_parts(parts, order):
            if isinstance(outcome, Mark):
                marks.append(outcome)
                if not options.quiet:
                    _print_progress(outcome, len(marks), len(parts))
            else:
                failed += 1
                sys.stderr.write(f"medlint: {outcome.part.files[0]}: part not finished: {outcome.reason}\n")
    except (ScanError, UnknownRuleError) as error:
        raise UsageError(*error.args) from None
    if not files:
        sys.stderr.write("medlint: nothing to scan\n")
        return exits.NOTHING
    return exits.INTERNAL if failed else exits.CLEAN


def _report(options: argparse.Namespace) -> int:
    from linter.reports.html.page import render_page
    from linter.scan import ScanError
    from linter.scan.overview import overview

    folder, *more = options.sources[1:] or [options.out]
    if folder is None or more:
        raise UsageError("medlint scan report DIR: give the folder of one scan")
    try:
        summary = overview(folder)
    except ScanError as error:
        raise UsageError(str(error)) from None
    page = render_page("scan.html", title="medlint scan", home="#", report=summary, overview=summary)
    write_file(Path(options.output), page.encode())
    return exits.CLEAN


def _need(module: str, extra: str) -> None:
    if find_spec(module) is None:
        raise UsageError(f"to scan, install it with: pip install 'medlint[{extra}]'")


def _order(options: argparse.Namespace) -> "Order":
    from linter.scan.rows import Columns
    from linter.scan.work import Order

    if options.config is not None and options.isolated:
        raise UsageError("--config and --isolated cannot be combined")
    configurations = Configurations(options.config, options.isolated)
    # rows are not files: the configuration of the working directory applies to all
    setting = Setting(today=time.strftime("%Y-%m-%d"))
    planner = Planner(configurations, setting, command_line_settings(options), python=False)
    plan = planner.of(_ROW)
    print_lines(() if options.quiet else planner.notes)
    columns = Columns(options.id or "", options.text or "", options.read_as or "")
    return Order(plan, columns, options.out, options.workers, processes=options.runner == "local")


def _start(runner: str, workers: int) -> None:
    import daft

    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")  # we print our own progress
    logging.getLogger().addHandler(logging.NullHandler())  # errors are raised and printed once
    if runner == "local":
        return
    if runner != _RAY and not runner.startswith("ray://"):
        raise UsageError(f"--runner {runner}: use local, ray or ray://HOST:PORT")
    _need("ray", "ray")
    if runner == _RAY:
        import ray

        ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, configure_logging=False)
        daft.set_runner_ray()
    else:
        daft.set_runner_ray(runner)


def _print_progress(mark: "Mark", number: int, total: int) -> None:
    counts = mark.counts
    sys.stderr.write(
        f"medlint: part {number} of {total}: {counts['articles']:,} articles, {counts['findings']:,} findings, "
        f"{counts['rejected']:,} rejected, {mark.seconds:.1f} s\n"
    )

"""The options of ``medlint scan``."""

import os

from linter.cli.arguments import Compact, count
from linter.cli.options import Commands, add_choice, run_by


def add_scan(commands: Commands) -> None:
    """Add ``medlint scan``."""
    scan = commands.add_parser(
        "scan",
        help="check large collections: Parquet, JSON Lines, CSV, web archives, folders, object stores",
        usage="medlint scan [OPTION ...] SOURCE ... --out DIR\n       medlint scan report DIR [-o FILE]",
        formatter_class=Compact,
        epilog="writes findings, articles and rejected rows to DIR as Parquet; finished parts are skipped. "
        "exit codes: 0 scanned, 2 usage error, 3 a part was not finished (scan again), 4 nothing to scan",
    )
    scan.add_argument("sources", nargs="+", metavar="SOURCE", help="files, folders, patterns, addresses (s3://)")
    scan.add_argument("--out", metavar="DIR", help="the folder or address to write the tables to")
    scan.add_argument("--id", metavar="COLUMN", help="column of article names (id, url, path, …)")
    scan.add_argument("--text", metavar="COLUMN", help="column of article texts (text, html, markdown, …)")
    scan.add_argument(
        "--read-as", choices=("markdown", "mdx", "html", "text"), help="format of the texts, where no name gives it"
    )
    scan.add_argument(
        "--workers", type=count, default=os.cpu_count() or 1, metavar="N", help="number of workers (one per processor)"
    )
    scan.add_argument(
        "--runner", default="local", metavar="WHERE", help="local, ray (on this machine) or ray://HOST:PORT"
    )
    scan.add_argument("--part-size", type=count, default=256, metavar="MB", help="size of a part (256)")
    add_choice(scan)
    scan.add_argument("--config", metavar="FILE", help="use this configuration, not the working folder's")
    scan.add_argument("--isolated", action="store_true", help="ignore all configuration")
    scan.add_argument("-o", "--output", metavar="FILE", default="scan.html", help="the page that 'report' writes")
    scan.add_argument("-q", "--quiet", action="store_true", help="print only errors")
    scan.set_defaults(run=run_by("scan"))

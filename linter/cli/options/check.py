"""The options of ``medlint check``; ``linter.cli.plain`` repeats those that hooks use."""

from linter.cli.arguments import Compact, count
from linter.cli.options import Commands, add_choice, add_plugin
from linter.cli.plain import check_articles


def add_check(commands: Commands) -> None:
    """Add ``medlint check``."""
    check = commands.add_parser(
        "check",
        help="check articles",
        usage="medlint check [OPTION ...] [PATH ...]",
        formatter_class=Compact,
        epilog="exit codes: 0 clean, 1 violations at or above --fail-on or too many warnings, "
        "2 usage, rule-file or input error, 3 internal error, 4 nothing to check",
    )
    check.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - for standard input")
    check.add_argument("--stdin-filename", metavar="NAME", help="name (and format) of standard input")
    check.add_argument("--files-from", metavar="FILE", help="check the articles in a list or sitemap")
    check.add_argument("--config", metavar="FILE", help="use this configuration for all articles")
    check.add_argument("--isolated", action="store_true", help="ignore all configuration")
    check.add_argument("--list-files", action="store_true", help="list the articles without checking them")
    add_choice(check)
    check.add_argument(
        "--fail-on",
        choices=("info", "warning", "error"),
        metavar="LEVEL",
        help="lowest severity that fails: info, warning, error (default)",
    )
    check.add_argument(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT[=FILE]",
        help="text, json, sarif, junit, gitlab, github, checkstyle, rdjson, html, plugin:NAME (repeatable)",
    )
    check.add_argument("--diff", metavar="REF", help="report only findings on lines changed since REF")
    check.add_argument("--baseline", metavar="FILE", help="report only findings that are not in this baseline")
    check.add_argument("--no-suppressions", action="store_true", help="apply no comment, waiver, claim or baseline")
    check.add_argument("-j", "--jobs", type=count, metavar="N", help="number of processes; 0 for one per processor")
    check.add_argument("--no-cache", action="store_true", help="check every article again, keep no results")
    check.add_argument("--report-dir", metavar="DIR", help="write the report as a folder of pages")
    check.add_argument("--word-comments", metavar="DIR", help="write copies of Word files with comments")
    check.add_argument("--since", metavar="FILE", help="earlier JSON report to compare with (html)")
    check.add_argument("--stamp", action="store_true", help="add time and commit to the report (html)")
    check.add_argument("-o", "--output", metavar="FILE", help="write the report to a file (one format)")
    check.add_argument("--watch", action="store_true", help="check again after each save, until Ctrl+C")
    check.add_argument("-q", "--quiet", action="store_true", help="no report, only the exit code and errors")
    add_plugin(check)
    check.add_argument("--statistics", action="store_true", help="count findings per rule (text)")
    check.add_argument("--max-warnings", metavar="N", type=count, help="fail on more than N warnings")
    check.add_argument("--exit-zero", action="store_true", help="report findings, but do not fail on them")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="color the text report")
    check.set_defaults(run=check_articles)

"""All commands and their arguments."""

import argparse
import os

from linter.cli.arguments import Compact, Parser, count
from linter.cli.plain import check_articles
from linter.version import VERSION


def _fix(options: argparse.Namespace) -> int:
    from linter.cli.fix import fix

    return fix(options)


def _baseline(options: argparse.Namespace) -> int:
    from linter.cli.baseline import baseline

    return baseline(options)


def _claims(options: argparse.Namespace) -> int:
    from linter.cli.claims import claims

    return claims(options)


def _waive(options: argparse.Namespace) -> int:
    from linter.cli.waive import waive

    return waive(options)


def _config(options: argparse.Namespace) -> int:
    from linter.cli.config import show_config

    return show_config(options)


def _init(options: argparse.Namespace) -> int:
    from linter.cli.init import init

    return init(options)


def _completion(options: argparse.Namespace) -> int:
    from linter.cli.completion import completion

    return completion(options)


def _explain(options: argparse.Namespace) -> int:
    from linter.cli.explain import explain

    return explain(options)


def _rules(options: argparse.Namespace) -> int:
    from linter.cli.rules import rules

    return rules(options)


def _knowledge(options: argparse.Namespace) -> int:
    from linter.cli.knowledge import stale_facts

    return stale_facts(options)


def _report(options: argparse.Namespace) -> int:
    from linter.cli.report import report

    return report(options)


def _cache(options: argparse.Namespace) -> int:
    from linter.cli.cache import cache

    return cache(options)


def _lsp(options: argparse.Namespace) -> int:
    from linter.cli.lsp import lsp

    return lsp(options)


def _scan(options: argparse.Namespace) -> int:
    from linter.cli.scan import scan

    return scan(options)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    made = Parser(prog="medlint", description="Read clinic articles the way a regulatory reviewer would.")
    made.add_argument("-V", "--version", action="version", version=f"medlint {VERSION}")
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    report = commands.add_parser("report", help="write the reviewer's page")
    report.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders")
    report.add_argument("-o", "--output", default="medlint-report.html", metavar="FILE", help="medlint-report.html")
    report.add_argument("--since", metavar="FILE", help="an earlier JSON report that the page compares with")
    report.add_argument("--stamp", action="store_true", help="put the time and the commit into the page")
    _add_plugin(report)
    report.set_defaults(run=_report)
    _add_accepting(commands)
    init = commands.add_parser("init", help="write a configuration and the pre-commit hook, where there are none")
    init.add_argument("folder", nargs="?", default=".", metavar="DIR", help="the folder of the articles (this one)")
    init.set_defaults(run=_init)
    config = commands.add_parser("config", help="the configuration of a path, and where each value comes from")
    config.add_argument("path", nargs="?", default=".", metavar="PATH", help="an article or a folder (this one)")
    config.add_argument("--config", metavar="FILE", help="this configuration instead of the closest")
    config.add_argument("--schema", action="store_true", help="the JSON Schema of a configuration, for editors")
    config.set_defaults(run=_config)
    explain = commands.add_parser("explain", help="what a rule or a treatment is about, with its sources")
    explain.add_argument("subject", metavar="CODE|NAME|TREATMENT")
    explain.set_defaults(run=_explain)
    knowledge = commands.add_parser("knowledge", help="what medlint knows of treatments: facts that are due for a look")
    facts = knowledge.add_subparsers(required=True, metavar="ACTION")
    stale = facts.add_parser("stale", help="the treatments whose facts are older than some months")
    stale.add_argument(
        "--months", type=count, default=12, metavar="N", help="age in months (12; half for volatile facts)"
    )
    stale.set_defaults(run=_knowledge)
    rules = commands.add_parser("rules", help="list the rules, or test rule files")
    rules.set_defaults(run=_rules, action="list", paths=[], format="text")
    actions = rules.add_subparsers(metavar="ACTION")
    actions.add_parser("list", help="all rules, a line each (the default)").set_defaults(action="list")
    test = actions.add_parser("test", help="run the examples of rule files")
    test.add_argument("paths", nargs="*", metavar="PATH", help="rule files and folders (default: the shipped rules)")
    _add_plugin(test)
    test.set_defaults(action="test")
    docs = actions.add_parser("docs", help="write a page for each rule, and their list")
    docs.add_argument("folder", metavar="DIR", help="the folder that gets the pages")
    docs.set_defaults(action="docs")
    actions.add_parser("schema", help="the JSON Schema of a rule file, for editors").set_defaults(action="schema")
    cache = commands.add_parser("cache", help="what medlint keeps on disk: the compiled rules, results")
    cache.add_argument("action", choices=("info", "clear"), metavar="ACTION", help="info, clear")
    cache.set_defaults(run=_cache)
    commands.add_parser("lsp", help="serve an editor (language server on standard input and output)").set_defaults(
        run=_lsp
    )
    _add_scan(commands)
    completion = commands.add_parser("completion", help="a script that completes medlint's words in a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish")
    completion.set_defaults(run=_completion)
    return made


def _add_accepting(commands: "argparse._SubParsersAction[Parser]") -> None:
    """The commands that change articles, or write down what has been accepted."""
    fix = commands.add_parser("fix", help="mend articles where a finding offers how")
    fix.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders")
    fix.add_argument("--suggested", action="store_true", help="put in drafts too, for you to edit")
    fix.add_argument("--diff", action="store_true", help="show what would change; exit code 1 if anything would")
    fix.set_defaults(run=_fix)
    baseline = commands.add_parser("baseline", help="write down today's findings, so that only new ones are reported")
    baseline.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders")
    baseline.add_argument("-o", "--output", metavar="FILE", help="the baseline (medlint-baseline.json)")
    baseline.add_argument("--prune", action="store_true", help="drop what is gone, take up nothing new")
    baseline.add_argument("--by", default="", metavar="NAME", help="who accepts the old findings, for the reports")
    baseline.add_argument("--reason", default="", metavar="TEXT", help="why, for the reports")
    _add_plugin(baseline)
    baseline.set_defaults(run=_baseline)
    waive = commands.add_parser(
        "waive",
        help="accept findings by name, for a reason and until a day",
        usage="medlint waive FINDING ... --reason TEXT --by NAME --until DATE [--in PATH ...]",
        formatter_class=Compact,
    )
    waive.add_argument(
        "findings", nargs="+", metavar="FINDING", help="PATH:LINE[:COLUMN] CODE, or a fingerprint or its beginning"
    )
    waive.add_argument("--reason", required=True, metavar="TEXT", help="why it is accepted")
    waive.add_argument("--by", required=True, metavar="NAME", help="who accepts it")
    waive.add_argument("--until", required=True, metavar="DATE", help="the last day that the waiver holds")
    waive.add_argument(
        "--in", dest="paths", nargs="+", metavar="PATH", help="where to look for fingerprints (this folder)"
    )
    _add_plugin(waive)
    waive.set_defaults(run=_waive)
    claims = commands.add_parser("claims", help="which article uses which approved claim")
    claims.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders")
    claims.set_defaults(run=_claims)


def _add_plugin(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--plugin", action="append", default=[], metavar="NAME", help="let this installed package's rule run"
    )


def _add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    check = commands.add_parser(
        "check",
        help="check articles",
        usage="medlint check [OPTION ...] [PATH ...]",
        formatter_class=Compact,
        epilog="exit codes: 0 clean, 1 violations at or above --fail-on or too many warnings, "
        "2 usage or rule-file error, 3 a file could not be checked, 4 nothing to check",
    )
    check.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - for standard input")
    check.add_argument("--stdin-filename", metavar="NAME", help="name (and format) of standard input")
    check.add_argument("--files-from", metavar="FILE", help="the articles that a list or sitemap names")
    check.add_argument("--config", metavar="FILE", help="this configuration for all articles")
    check.add_argument("--isolated", action="store_true", help="no configuration at all")
    check.add_argument("--list-files", action="store_true", help="name the articles, check none")
    check.add_argument("--select", metavar="CODES", help="only these codes, prefixes, names, families")
    check.add_argument("--ignore", metavar="CODES", help="not these rules")
    check.add_argument(
        "--fail-on",
        choices=("info", "warning", "error"),
        metavar="LEVEL",
        help="least severity that fails: info, warning, error (the default)",
    )
    check.add_argument(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT[=FILE]",
        help="text, json, sarif, junit, gitlab, github, checkstyle, rdjson, html, plugin:NAME (repeatable)",
    )
    check.add_argument("--diff", metavar="REF", help="only findings on lines changed since REF, and duties")
    check.add_argument("--baseline", metavar="FILE", help="only findings that are not in this baseline")
    check.add_argument("--no-suppressions", action="store_true", help="honour no comment, waiver, claim or baseline")
    check.add_argument("-j", "--jobs", type=count, metavar="N", help="processes; 0 for one a processor")
    check.add_argument("--no-cache", action="store_true", help="read every article anew, keep no results")
    check.add_argument("--report-dir", metavar="DIR", help="write the report as a folder of pages")
    check.add_argument("--word-comments", metavar="DIR", help="write Word copies with comments")
    check.add_argument("--since", metavar="FILE", help="an earlier JSON report to compare with (html)")
    check.add_argument("--stamp", action="store_true", help="time and commit into the report (html)")
    check.add_argument("-o", "--output", metavar="FILE", help="write the report to a file (one format)")
    check.add_argument("--watch", action="store_true", help="check again what is saved, until Ctrl+C")
    check.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")
    _add_plugin(check)
    check.add_argument("--statistics", action="store_true", help="count findings per rule (text)")
    check.add_argument("--max-warnings", metavar="N", type=count, help="fail on more warnings than N")
    check.add_argument("--exit-zero", action="store_true", help="report what is found, and fail on none of it")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colour the text report")
    check.set_defaults(run=check_articles)


def _add_scan(commands: "argparse._SubParsersAction[Parser]") -> None:
    scan = commands.add_parser(
        "scan",
        help="check very many articles: Parquet, JSON Lines, CSV, web archives, folders, object stores",
        usage="medlint scan [OPTION ...] SOURCE ... --out DIR\n       medlint scan report DIR [-o FILE]",
        formatter_class=Compact,
        epilog="DIR gets findings, articles and rejected rows as Parquet; parts that are finished are not done again. "
        "exit codes: 0 scanned, 2 usage error, 3 a part was not finished (scan again), 4 nothing to scan",
    )
    scan.add_argument("sources", nargs="+", metavar="SOURCE", help="files, folders, patterns, addresses (s3://)")
    scan.add_argument("--out", metavar="DIR", help="the folder or address that gets the tables")
    scan.add_argument("--id", metavar="COLUMN", help="the column that names an article (id, url, path, …)")
    scan.add_argument("--text", metavar="COLUMN", help="the column that holds it (text, html, markdown, …)")
    scan.add_argument("--read-as", choices=("markdown", "mdx", "html", "text"), help="its format where no name tells")
    scan.add_argument("--workers", type=count, default=os.cpu_count() or 1, metavar="N", help="workers (all)")
    scan.add_argument(
        "--runner", default="local", metavar="WHERE", help="local, ray (on this machine) or ray://HOST:PORT"
    )
    scan.add_argument("--part-size", type=count, default=256, metavar="MB", help="how much makes a part (256)")
    scan.add_argument("--select", metavar="CODES", help="only these codes, prefixes, names, families")
    scan.add_argument("--ignore", metavar="CODES", help="not these rules")
    scan.add_argument("--config", metavar="FILE", help="this configuration, in place of the working folder's")
    scan.add_argument("--isolated", action="store_true", help="read no configuration")
    scan.add_argument("-o", "--output", metavar="FILE", default="scan.html", help="the page that 'report' writes")
    scan.add_argument("-q", "--quiet", action="store_true", help="tell nothing but errors")
    scan.set_defaults(run=_scan)

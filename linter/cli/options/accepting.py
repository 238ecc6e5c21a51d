"""The options of the commands that fix articles or record accepted findings."""

from linter.cli.arguments import Compact
from linter.cli.options import Commands, add_paths, add_plugin, run_by


def add_accepting(commands: Commands) -> None:
    """Add ``medlint fix``, ``baseline``, ``waive``, ``moved`` and ``claims``."""
    _add_fix(commands)
    _add_baseline(commands)
    _add_waive(commands)
    _add_moved(commands)
    _add_claims(commands)


def _add_fix(commands: Commands) -> None:
    fix = commands.add_parser("fix", help="apply the fixes that findings offer")
    add_paths(fix)
    fix.add_argument("--suggested", action="store_true", help="also insert drafts, for you to edit")
    fix.add_argument("--diff", action="store_true", help="show the changes, make none; exit code 1 if there are any")
    fix.set_defaults(run=run_by("fix"))


def _add_baseline(commands: Commands) -> None:
    baseline = commands.add_parser("baseline", help="record today's findings, so that only new ones are reported")
    add_paths(baseline)
    baseline.add_argument("-o", "--output", metavar="FILE", help="the baseline file (medlint-baseline.json)")
    baseline.add_argument("--prune", action="store_true", help="drop findings that are gone, add none")
    baseline.add_argument("--by", default="", metavar="NAME", help="who accepts the old findings, shown in reports")
    baseline.add_argument("--reason", default="", metavar="TEXT", help="why, shown in reports")
    add_plugin(baseline)
    baseline.set_defaults(run=run_by("baseline"))


def _add_waive(commands: Commands) -> None:
    waive = commands.add_parser(
        "waive",
        help="accept findings by name, with a reason and an end date",
        usage="medlint waive FINDING ... --reason TEXT --by NAME --until DATE [--in PATH ...]",
        formatter_class=Compact,
    )
    waive.add_argument(
        "findings",
        nargs="+",
        metavar="FINDING",
        help="PATH:LINE[:COLUMN] CODE, or a fingerprint's first characters",
    )
    waive.add_argument("--reason", required=True, metavar="TEXT", help="why it is accepted")
    waive.add_argument("--by", required=True, metavar="NAME", help="who accepts it")
    waive.add_argument("--until", required=True, metavar="DATE", help="the last day of the waiver")
    waive.add_argument(
        "--in", dest="paths", nargs="+", metavar="PATH", help="where to look for fingerprints (this folder)"
    )
    add_plugin(waive)
    waive.set_defaults(run=run_by("waive"))


def _add_moved(commands: Commands) -> None:
    moved = commands.add_parser("moved", help="record the new paths of articles with accepted findings")
    add_paths(moved)
    add_plugin(moved)
    moved.set_defaults(run=run_by("moved"))


def _add_claims(commands: Commands) -> None:
    claims = commands.add_parser("claims", help="list which article uses which approved claim")
    add_paths(claims)
    claims.set_defaults(run=run_by("claims"))

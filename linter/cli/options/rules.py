"""The options of the commands that show rules and facts on treatments."""

from linter.cli.arguments import Parser, count
from linter.cli.options import Commands, add_plugin, run_by


def add_rules(commands: Commands) -> None:
    """Add ``medlint explain``, ``knowledge`` and ``rules``."""
    explain = commands.add_parser("explain", help="explain a rule, treatment or condition, with its sources")
    explain.add_argument("subject", metavar="CODE|NAME|TREATMENT")
    explain.set_defaults(run=run_by("explain"))
    knowledge = commands.add_parser("knowledge", help="find facts about treatments that are due for review")
    facts = knowledge.add_subparsers(required=True, metavar="ACTION")
    stale = facts.add_parser("stale", help="list treatments whose facts are older than some months")
    stale.add_argument(
        "--months", type=count, default=12, metavar="N", help="age in months (12; half for volatile facts)"
    )
    stale.set_defaults(run=run_by("knowledge"))
    rules = commands.add_parser("rules", help="list, test and document rules")
    rules.set_defaults(run=run_by("rules"), action="list", paths=[], format="text")
    _add_actions(rules)


def _add_actions(rules: Parser) -> None:
    """Add the actions of ``medlint rules``."""
    actions = rules.add_subparsers(metavar="ACTION")
    actions.add_parser("list", help="list all rules, one per line, for grep (default)").set_defaults(action="list")
    test = actions.add_parser("test", help="run the examples in rule files")
    test.add_argument("paths", nargs="*", metavar="PATH", help="rule files and folders (default: the shipped rules)")
    add_plugin(test)
    test.set_defaults(action="test")
    docs = actions.add_parser("docs", help="write a page for each rule and an index")
    docs.add_argument("folder", metavar="DIR", help="the folder to write the pages to")
    docs.set_defaults(action="docs")
    actions.add_parser("schema", help="print the JSON Schema of a rule file, for editors").set_defaults(action="schema")

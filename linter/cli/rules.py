"""``medlint rules``: list rules, write a page for each, test their examples, print the JSON Schema for editors."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from linter.cache import load_program
from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.settings import plugins_of
from linter.config.find import HERE, Configurations
from linter.rules.program import Rule
from linter.typed import TYPE_CHECKING, Namespace

if TYPE_CHECKING:
    from linter.plugins import Plugin


_NO_ARTICLES = """\
# These pages quote what the rules report; they are not articles.
exclude = ["*.md"]
"""


def rules(options: Namespace) -> int:
    """Run the action that the options name."""
    if options.action == "test":
        return _test([Path(path) for path in options.paths], plugins_of(options))
    if options.action == "schema":
        from linter.rules.load import json_schema

        sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
        return exits.CLEAN
    known = load_program(Configurations().of(HERE).rule_folders).rules
    if options.action == "docs":
        return _write_pages(known, Path(options.folder))
    for rule in known:
        formerly = f"  (formerly {', '.join(rule.aliases)})" if rule.aliases else ""
        sys.stdout.write(f"{rule.code}  {rule.severity.value:<7}  {rule.family:<13}  {rule.id}{formerly}\n")
    return exits.CLEAN


def _write_pages(known: Sequence[Rule], folder: Path) -> int:
    from linter.files.atomic import replace_file
    from linter.reports.markdown import catalogue, rule_page

    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / "README.md", catalogue(known).encode())
        for rule in known:
            replace_file(folder / f"{rule.code}.md", rule_page(rule).encode())
        if not (folder / "medlint.toml").exists():
            replace_file(folder / "medlint.toml", _NO_ARTICLES.encode())
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}") from None
    sys.stderr.write(f"medlint: {folder}: {len(known)} rules, listed in README.md\n")
    return exits.CLEAN


def _test(roots: list[Path], plugins: "Mapping[str, Plugin]") -> int:
    # examples are not part of the compiled program, so this needs the YAML and schema libraries
    from linter.checks.python import refuse_unnamed
    from linter.rules.load import load_catalogue
    from linter.rules.validated import model_dump
    from linter.trial import try_rule

    wanted, own = _codes_in(roots), _own_folders(roots)
    catalogue = load_catalogue(*own)
    program = load_program(own, catalogue=catalogue)
    tried = failed = 0
    for file in catalogue.rules:
        if wanted and file.code not in wanted:
            continue
        (rule,) = program.select([file.code])
        refuse_unnamed([rule], plugins)
        for trial in try_rule(rule, model_dump(file)["examples"], program, plugins):
            tried += 1
            if trial.problem:
                failed += 1
                problem = f"{trial.code} {trial.kind} {trial.number + 1}: {trial.problem}"
                placed = catalogue.refusal(file.code, ("examples", trial.kind, trial.number), problem)
                sys.stdout.write(f"{placed}\n  {trial.text}\n")
    sys.stdout.write(f"{tried} examples, {failed} failed\n")
    return exits.VIOLATIONS if failed else exits.CLEAN


def _codes_in(roots: Sequence[Path]) -> set[str]:
    """The codes of the rules in files and folders. Raises ``UsageError`` if there are none."""
    from linter.knowledge.compile import KNOWLEDGE
    from linter.rules.load import WORDS, load_rules, rule_files

    for root in roots:
        if not root.exists():
            raise UsageError(f"no such file or folder: {root}")
    named = [file for root in roots for file in (rule_files(root) if root.is_dir() else (root,))]
    if roots and not named and not any((root / name).is_dir() for root in roots for name in (WORDS, KNOWLEDGE)):
        raise UsageError("no rule file in these folders")
    return {rule.code for rule in load_rules(named).values()}


def _own_folders(roots: Sequence[Path]) -> list[Path]:
    """The folders of custom rules."""
    from linter.rules.validated import builtin_root

    shipped = Path(str(builtin_root())).resolve()
    folders = dict.fromkeys(root if root.is_dir() else root.parent for root in roots)
    return [folder for folder in folders if not folder.resolve().is_relative_to(shipped)]

"""Load the catalogue: rule, lexicon and regulation files, validated and cross-checked.

This module imports pydantic and ruamel.yaml; it is needed only when the compiled program is missing or out of date.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from linter.files.data import DataFileError, read_yaml
from linter.hints import nearest
from linter.language.hits import families_of
from linter.rules.schema.lexicon import LexiconFile
from linter.rules.schema.regulations import Regulation, RegulationFile
from linter.rules.schema.rule import AnyRule
from linter.rules.validated import YAML_ONLY, builtin_root, data_files, misplaced, validate
from linter.value import EMPTY, Struct

WORDS = "lexicon"
"""The lexicon folder within a rules folder."""
_ABBREVIATIONS = "abbreviations.yaml"
_HOUSE = "house."
"""Prefix of user-defined classes that extend no shipped class."""
NOT_RULES = (WORDS, "knowledge", "presets")
_RULE: TypeAdapter[Any] = TypeAdapter(AnyRule)
_LEXICON: TypeAdapter[Any] = TypeAdapter(LexiconFile)
_REGULATIONS: TypeAdapter[Any] = TypeAdapter(RegulationFile)


class Catalogue(Struct, frozen=True, dict=True):
    """Everything under a rules folder, validated: rules, lexicon classes, abbreviations, regulations."""

    rules: tuple[Any, ...]
    lexicon: Mapping[str, Any]
    abbreviations: tuple[str, ...]
    regulations: Mapping[str, Regulation]
    files: Mapping[str, Traversable | Path] = EMPTY
    """The file of each rule (by code) and each lexicon class (by name)."""

    def refusal(self, name: str, path: tuple[str | int, ...], problem: str) -> DataFileError:
        """Return the error for the value at a path in the file of a rule or a class."""
        if name not in self.files:
            return DataFileError(f"{name}, {path[-2]}: {problem}")
        return misplaced(self.files[name], path, problem)


def load_rule(file: Traversable | Path) -> Any:
    """Load and validate one rule. Raises :class:`DataFileError`."""
    rule = validate(_RULE, file)
    if rule.id != file.name.removesuffix(".yaml"):
        raise misplaced(file, ("id",), f"id '{rule.id}' must match the name of the file")
    return rule


def load_rules(files: Iterable[Traversable | Path]) -> dict[Traversable | Path, Any]:
    """Load the rules of some files. Raises :class:`DataFileError` with the mistakes of all files."""
    rules: dict[Traversable | Path, Any] = {}
    wrong: list[str] = []
    for file in files:
        try:
            rules[file] = load_rule(file)
        except DataFileError as error:
            wrong += error.lines
    if wrong:
        raise DataFileError(*wrong)
    return rules


def load_catalogue(*extra_roots: Path) -> Catalogue:
    """Load the shipped rules and those in extra folders. Raises :class:`DataFileError`."""
    builtin = builtin_root()
    rules: dict[str, Any] = {}
    codes: dict[str, str] = {}
    files: dict[str, Traversable | Path] = {}
    named = (file for root in (builtin, *extra_roots) for file in rule_files(root))
    for file, rule in load_rules(named).items():
        if rule.code in rules:
            raise misplaced(file, ("code",), f"code {rule.code} is already used by '{rules[rule.code].id}'")
        if rule.id in codes:
            raise misplaced(file, ("id",), f"id '{rule.id}' is already used by {codes[rule.id]}")
        codes[rule.id] = rule.code
        rules[rule.code] = rule
        files[rule.code] = file
    lexicon = _load_lexicon((root / WORDS for root in (builtin, *extra_roots)), files)
    abbreviations = read_yaml(builtin / WORDS / _ABBREVIATIONS)["abbreviations"]
    regulations = validate(_REGULATIONS, builtin / "knowledge" / "regulations.yaml").regulations
    ordered = tuple(rules[code] for code in sorted(rules))
    catalogue = Catalogue(ordered, lexicon, tuple(abbreviations), regulations, files)
    _check_aliases(catalogue)
    _check_citations(catalogue)
    return catalogue


def _load_lexicon(folders: Iterable[Traversable], files: dict[str, Traversable | Path]) -> dict[str, Any]:
    """Load the classes of all lexicon files, by name, and record the file of each in ``files``.

    The first folder is the shipped lexicon; the classes of later folders must extend it.
    """
    lexicon: dict[str, Any] = {}
    shipped: Mapping[str, Any] = EMPTY
    for folder in folders:
        for file in data_files(folder):
            if file.name != _ABBREVIATIONS:
                classes = validate(_LEXICON, file).classes
                for name in sorted(classes.keys() & lexicon.keys()):
                    raise misplaced(
                        file, ("classes", name), f"class '{name}' is defined in another file; define one below it"
                    )
                if shipped:
                    classes = {name: _extension(name, classes[name], shipped, file) for name in classes}
                lexicon |= classes
                files.update(dict.fromkeys(classes, file))
        shipped = shipped or dict(lexicon)
    return lexicon


def _extension(name: str, entry: Any, shipped: Mapping[str, Any], file: Traversable | Path) -> Any:
    """Return a class of an extra folder with the attributes of the shipped class above it, whose terms it adds to."""
    above = next((shipped[wider] for wider in reversed(families_of(name)) if wider in shipped), None)
    if above is None and not name.startswith(_HOUSE):
        problem = f"class '{name}' is not below a shipped class; other classes of your own must start with {_HOUSE}"
        raise misplaced(file, ("classes", name), problem)
    if entry.attributes:
        raise misplaced(file, ("classes", name, "attributes"), "a class below a shipped one cannot have attributes")
    return entry if above is None else entry.model_copy(update={"attributes": above.attributes})


def _check_citations(catalogue: Catalogue) -> None:
    """Refuse citations of sources that are not in the regulations table."""
    wrong: list[str] = []
    for rule in catalogue.rules:
        for number, cite in enumerate(rule.citations):
            if cite.key not in catalogue.regulations:
                problem = f"unknown citation '{cite.key}'{nearest(cite.key, catalogue.regulations)}"
                wrong += catalogue.refusal(rule.code, ("citations", number, "key"), problem).lines
    if wrong:
        raise DataFileError(*wrong)


def _check_aliases(catalogue: Catalogue) -> None:
    """Refuse an alias that another rule has as its name or alias."""
    known = {name: rule.code for rule in catalogue.rules for name in (rule.code, rule.id)}
    for rule in catalogue.rules:
        for number, alias in enumerate(rule.aliases):
            if alias in known:
                problem = f"alias '{alias}' is already used by {known[alias]}; an alias belongs to one rule"
                raise catalogue.refusal(rule.code, ("aliases", number), problem)
            known[alias] = rule.code


def rule_files(root: Traversable | Path) -> Iterator[Traversable | Path]:
    """Yield the rule files below a folder in a stable order. Raises :class:`DataFileError` for a ``.yml`` file.

    Skips the folders in :data:`NOT_RULES`, and symbolic links to folders, which may form cycles.
    """
    for entry in sorted(root.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in NOT_RULES and not entry.name.startswith(("_", ".")) and not os.path.islink(str(entry)):
                yield from rule_files(entry)
        elif entry.name.endswith(".yaml"):
            yield entry
        elif entry.name.endswith(".yml"):
            raise DataFileError(f"{entry}: {YAML_ONLY}")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of rule files, for editors."""
    schema = _RULE.json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "medlint rule", **schema}

"""Rule, lexicon and regulation files: read from disk, checked, with errors that name file, line and column.

This module imports pydantic and ruamel.yaml: it is needed only when the compiled program is missing or out of date.
"""

import os
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from linter.data_files import MAX_NODES, DataFileError, read_yaml, too_large, yaml_place
from linter.hints import nearest, nearest_key
from linter.rules.schema.lexicon import LexiconFile
from linter.rules.schema.rule import AnyRule
from linter.value import EMPTY, Struct

NOT_RULES = ("lexicon", "knowledge", "presets")
_RULE: TypeAdapter[Any] = TypeAdapter(AnyRule)
_LEXICON: TypeAdapter[Any] = TypeAdapter(LexiconFile)


RuleFileError = DataFileError
"""A rule or lexicon file that is refused; ``str()`` is ``file:line:column: what is wrong``."""


class Catalogue(Struct, frozen=True, dict=True):
    """Everything under a rules folder, validated: rules, lexicon classes, abbreviations, regulations."""

    rules: tuple[Any, ...]
    lexicon: Mapping[str, Any]
    abbreviations: tuple[str, ...]
    regulations: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, Traversable | Path] = EMPTY
    """Where each rule (by code) and each lexicon class (by name) stands."""

    def refusal(self, name: str, path: tuple[str | int, ...], problem: str) -> RuleFileError:
        """The error for what stands at a path of a rule's or a class's file."""
        if name not in self.files:
            return RuleFileError(f"{name}, {path[-2]}: {problem}")
        line, column = yaml_place(read_yaml(self.files[name], positions=True), path)
        return RuleFileError(f"{self.files[name]}:{line}:{column}: {problem}")


def builtin_root() -> Traversable:
    """The rules that ship with medlint."""
    return resources.files("lint_rules")


def load_rule(file: Traversable | Path) -> Any:
    """One validated rule. Raises :class:`RuleFileError`."""
    rule = validate(_RULE, file)
    if rule.id != file.name.removesuffix(".yaml"):
        line, column = yaml_place(read_yaml(file, positions=True), ("id",))
        raise RuleFileError(f"{file}:{line}:{column}: id '{rule.id}' must be the file's name")
    return rule


def load_catalogue(*extra_roots: Path) -> Catalogue:
    """The shipped rules and those of further folders. Raises :class:`RuleFileError`."""
    builtin = builtin_root()
    rules: dict[str, Any] = {}
    files: dict[str, Traversable | Path] = {}
    for root in (builtin, *extra_roots):
        for file in rule_files(root):
            rule = load_rule(file)
            if rule.code in rules:
                raise RuleFileError(f"{file}:1:1: code {rule.code} is taken by '{rules[rule.code].id}'")
            rules[rule.code] = rule
            files[rule.code] = file
    lexicon: dict[str, Any] = {}
    for file in sorted((builtin / "lexicon").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml") and file.name != "abbreviations.yaml":
            classes = validate(_LEXICON, file).classes
            for name in sorted(classes.keys() & lexicon.keys()):
                line, column = yaml_place(read_yaml(file, positions=True), ("classes", name))
                raise RuleFileError(f"{file}:{line}:{column}: class '{name}' stands in another lexicon file, too")
            lexicon.update(classes)
            files.update(dict.fromkeys(classes, file))
    abbreviations = read_yaml(builtin / "lexicon" / "abbreviations.yaml")["abbreviations"]
    regulations = read_yaml(builtin / "knowledge" / "regulations.yaml")["regulations"]
    ordered = tuple(rules[code] for code in sorted(rules))
    catalogue = Catalogue(ordered, lexicon, tuple(abbreviations), regulations, files)
    _check_aliases(catalogue)
    for rule in ordered:
        for number, cite in enumerate(rule.citations):
            if cite.key not in regulations:
                problem = f"unknown citation '{cite.key}'{nearest(cite.key, regulations)}"
                raise catalogue.refusal(rule.code, ("citations", number, "key"), problem)
    return catalogue


def _check_aliases(catalogue: Catalogue) -> None:
    """Refuse an old name that stands for two rules."""
    known = {name: rule.code for rule in catalogue.rules for name in (rule.code, rule.id)}
    for rule in catalogue.rules:
        for number, alias in enumerate(rule.aliases):
            if alias in known:
                problem = f"alias '{alias}' is taken by {known[alias]}; an old name stands for one rule"
                raise catalogue.refusal(rule.code, ("aliases", number), problem)
            known[alias] = rule.code


def rule_files(root: Traversable | Path) -> Iterator[Traversable | Path]:
    """The rule files below a folder in a stable order; the folders of :data:`NOT_RULES` are left out, and links to
    folders, which can lead in circles."""
    for entry in sorted(root.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in NOT_RULES and not entry.name.startswith(("_", ".")) and not os.path.islink(str(entry)):
                yield from rule_files(entry)
        elif entry.name.endswith(".yaml"):
            yield entry


def validate(adapter: TypeAdapter[Any], file: Traversable | Path) -> Any:
    """A YAML file checked against a model; the first error is told with its place in the file."""
    content = read_yaml(file)
    if too_large(content):
        raise RuleFileError(f"{file}:1:1: aliases expand to more than {MAX_NODES:,} values")
    try:
        return adapter.validate_python(content)
    except ValidationError as error:
        raise RuleFileError(_first_error(error, read_yaml(file, positions=True), str(file), adapter)) from None


def _first_error(error: ValidationError, content: Any, file: str, adapter: TypeAdapter[Any]) -> str:
    # a key that is misspelt is also missing under its right name: tell of the misspelling
    detail = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    path = tuple(part for part in detail["loc"])
    # a tagged union puts the tag into the path: drop what is not in the file
    kind = content.get("kind") if isinstance(content, Mapping) else None
    if path and path[0] == kind:
        path = path[1:]
    if detail["type"].startswith("union_tag"):
        path = ("kind",)
    line, column = yaml_place(content, path)
    where = ".".join(str(part) for part in path) or "the file"
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "union_tag_invalid":
        kinds = list(adapter.json_schema()["discriminator"]["mapping"])
        message = f"no kind '{kind}'{nearest(str(kind), kinds)}; there are {', '.join(kinds)}"
        where = ""
    elif detail["type"] == "union_tag_not_found":
        message = "missing key 'kind'"
        where = ""
    elif detail["type"] == "extra_forbidden":
        known = _known_keys(adapter, path[:-1], kind)
        message = f"unknown key {str(path[-1])!r}{nearest_key(str(path[-1]), known)}"
        where = ""
    elif detail["type"] == "missing":
        message = f"missing key '{path[-1]}'"
        where = ""
    return f"{file}:{line}:{column}: {where + ': ' if where else ''}{message}"


def _known_keys(adapter: TypeAdapter[Any], path: tuple[Any, ...], kind: Any) -> list[str]:
    """The keys that are allowed at a place, read from the JSON Schema of the model."""
    schema = adapter.json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    node = schema
    if "discriminator" in node:
        node = {"$ref": node["discriminator"]["mapping"].get(kind, "")}
    for part in (None, *path):
        if part is not None:
            node = node.get("properties", {}).get(part) or node.get("items") or node.get("additionalProperties") or {}
        options = [node, *node.get("anyOf", ())]
        refs = [option["$ref"] for option in options if isinstance(option, dict) and "$ref" in option]
        if refs:
            node = definitions.get(refs[-1].rsplit("/", 1)[-1], {})
    return sorted(node.get("properties", {}))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for editors."""
    schema = _RULE.json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "medlint rule", **schema}


def model_dump(model: BaseModel) -> dict[str, Any]:
    """A model as plain JSON-ready data."""
    return model.model_dump(mode="json", by_alias=False)

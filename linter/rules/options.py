"""Override rules' options from configuration, validated against the schema of each rule's kind."""

from collections.abc import Mapping, Sequence

from linter.hints import nearest
from linter.typed import Any

Options = Mapping[str, Mapping[str, Any]]
"""Rule (code or name) -> key of its match -> value."""


class OptionError(Exception):
    """An invalid option. ``path`` is the rule as the user named it, the key, and the path within the value."""

    def __init__(self, path: tuple[str | int, ...], problem: str) -> None:
        super().__init__(problem)
        self.path = path


def with_options(rules: Sequence[Any], options: Options) -> list[Any]:
    """Return the rules (validated models) with the options applied. Raises :class:`OptionError`."""
    changed = {rule.code: rule for rule in rules}
    for name, values in options.items():
        found = next((rule for rule in changed.values() if name in (rule.code, rule.id, *rule.aliases)), None)
        if found is None:
            known = [word for rule in rules for word in (rule.code, rule.id)]
            raise OptionError((name,), f"options belong to a rule, but there is no rule '{name}'{nearest(name, known)}")
        changed[found.code] = _changed(found, name, values)
    return [changed[rule.code] for rule in rules]


def _changed(rule: Any, name: str, values: Mapping[str, Any]) -> Any:
    # slow to import, and needed only when the program is recompiled
    from pydantic import ValidationError

    from linter.rules.mistakes import what_is_wrong
    from linter.rules.validated import model_dump

    known = type(rule.match).model_fields
    for key in values:
        if key not in known:
            raise OptionError((name, key), f"{rule.code} has no option '{key}'{nearest(key, known)}")
    merged = model_dump(rule.match)
    for key, value in values.items():
        merged[key] = _merged(merged[key], value)
    try:
        match = type(rule.match).model_validate(merged)
    except ValidationError as error:
        detail = error.errors()[0]
        # in a list that was extended, an index into the merged list means nothing to the user
        wrong = next((str(part) for part in detail["loc"] if part in values), next(iter(values)))
        raise OptionError((name, wrong), f"{wrong}: {what_is_wrong(detail)}") from None
    changed = rule.model_copy(update={"match": match})
    _check_phrases(changed, name, values)
    return changed


def _check_phrases(rule: Any, name: str, values: Mapping[str, Any]) -> None:
    """Refuse wordings that cannot be parsed, while their place in the configuration is still known."""
    from linter.language.index.patterns import PatternError, expand
    from linter.rules.names import texts_of
    from linter.rules.schema.fields import TextRole

    for key in values.keys() & {path[1] for _, path, _ in texts_of(rule, TextRole.WORDING)}:
        for number, text in enumerate(values[key]):
            try:
                list(expand(text))
            except PatternError as error:
                raise OptionError((name, key, number), f"{key}: {error}") from None


def _merged(own: Any, given: Any) -> Any:
    """Merge a configured value into the rule's own: extend a list, update a table, replace anything else."""
    if isinstance(own, list) and isinstance(given, list):
        return [*own, *(item for item in given if item not in own)]
    if isinstance(own, dict) and isinstance(given, dict):
        return {**own, **given}
    return given

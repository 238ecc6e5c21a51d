"""Front matter: metadata at the top of an article, as YAML between ``---`` lines or TOML between ``+++`` lines."""

from linter.document import FrontMatter, Scope
from linter.expression import expression
from linter.parsers.flow import Flow
from linter.parsers.simple_yaml import NotSimpleError, load_simple
from linter.source import SourceText, Span
from linter.typed import Any

_YAML = expression(r"(?s)---[ \t]*(?:\r\n|\r|\n)((?:.*?(?:\r\n|\r|\n))??)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_TOML = expression(r"(?s)\+\+\+[ \t]*(?:\r\n|\r|\n)((?:.*?(?:\r\n|\r|\n))??)\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)")
_YAML_KEY = expression(
    r"(?m)^(?:\"([^\"\n\r]+)\"|'([^'\n\r]+)'|([^\s#\"'\-\[{](?:[^:\n\r]*[^:\n\r \t])?+))[ \t]*+:(?=[ \t\r\n]|\Z)"
)
_TOML_KEY = expression(r"(?m)^(?:\"([^\"\n\r]+)\"|'([^'\n\r]+)'|([\w-]+))[ \t]*=")
_BRACKETS = expression(r"[\[\]{}]")
_LINE = expression(r"[^\r\n]*")
_MAX_CHARACTERS = 40_000
_MAX_BRACKETS = 200
_MAX_VALUES = 20_000
_TOO_DEEP = "the front matter is nested too deeply"
BLOCKS = {"title": Scope.TITLE, "description": Scope.DESCRIPTION}
"""Metadata that also become blocks of the page."""


def read_front_matter(source: SourceText, flow: Flow) -> tuple[FrontMatter, int]:
    """Return the front matter and the offset of the text after it; add blocks for title and description to ``flow``.

    Never raises: errors are reported in ``FrontMatter.error``.
    """
    text = source.text
    if text.startswith("---"):
        found, key_pattern, load = _YAML.match(text), _YAML_KEY, _load_yaml
    elif text.startswith("+++"):
        found, key_pattern, load = _TOML.match(text), _TOML_KEY, _load_toml
    else:
        return FrontMatter(), 0
    if found is None:
        return FrontMatter(), 0
    keys = [(match[1] or match[2] or match[3], match.start()) for match in key_pattern.finditer(text, *found.span(1))]
    if not keys and found[1].strip():
        # the lines are thematic breaks with text between them
        return FrontMatter(), 0
    spans: dict[str, Span] = {}
    for key, start in keys:
        line = _LINE.match(text, start)
        spans.setdefault(key, Span(start, start + len(line[0].rstrip()) if line else start))
    whole = Span(0, found.end(1))
    if len(found[1]) > _MAX_CHARACTERS:
        error = f"the front matter is longer than {_MAX_CHARACTERS} characters"
        return FrontMatter({}, spans, error, whole), found.end()
    values, error, line_index = load(found[1])
    if error:
        return FrontMatter({}, spans, error, _line_span(source, line_index) or whole), found.end()
    for key, scope in BLOCKS.items():
        if key in spans and isinstance(values.get(key), str):
            _block(flow, scope, values[key].strip(), spans[key], len(key))
    return FrontMatter(values, spans), found.end()


def _block(flow: Flow, scope: Scope, value: str, span: Span, key_length: int) -> None:
    """Add a block for a value if the source line contains it literally."""
    start = flow.text.find(value, span.start + key_length, span.end) if value else -1
    if start >= 0:
        flow.aside(scope, start, start + len(value), markup=False)


def _line_span(source: SourceText, line_index: int | None) -> Span | None:
    """Return the span of a line of the metadata, counted from 0 after the opening line."""
    if line_index is None or line_index + 2 > len(source.line_starts):
        return None
    start = source.line_starts[line_index + 1]
    return Span(start, start + len(source.line_text(line_index + 2)))


def _load_yaml(text: str) -> tuple[dict[str, Any], str, int | None]:
    try:
        return load_simple(text), "", None
    except NotSimpleError:
        pass
    if _is_deep(text):
        return {}, f"the front matter has more than {_MAX_BRACKETS} brackets open at once", None
    # slow to import, and only needed for metadata beyond plain keys and values
    import warnings

    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    from linter.files.yaml_values import reader

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a reused anchor should not print a warning
            values = reader(positions=False).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join((error.problem or error.context or "not valid YAML").split())
        return {}, f"the front matter is not valid YAML: {what}", mark.line if mark else None
    except RecursionError:
        return {}, _TOO_DEEP, None
    except (YAMLError, ValueError, TypeError, AttributeError, KeyError) as error:
        return {}, f"the front matter is not valid YAML: {type(error).__name__}", None
    if values is None:
        return {}, "", None
    if not isinstance(values, dict):
        return {}, "the front matter must be keys and values, one 'key: value' per line", None
    if not _is_small(values):
        return {}, f"the front matter expands to more than {_MAX_VALUES} values", None
    return {str(key): value for key, value in values.items()}, "", None


def _load_toml(text: str) -> tuple[dict[str, Any], str, int | None]:
    # few sites use TOML
    from linter.files.toml_values import TomlError, read_toml

    try:
        # TOML does not allow lone carriage returns
        return read_toml(text.replace("\r\n", "\n").replace("\r", "\n")), "", None
    except RecursionError:
        return {}, _TOO_DEEP, None
    except TomlError as error:
        what = error.what.partition(":")[0]  # the rest is advice for Python programmers
        return {}, f"the front matter is not valid TOML: {what}", error.line - 1


def _is_deep(text: str) -> bool:
    """Whether brackets are nested so deeply that reading would be slow and fail."""
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _MAX_BRACKETS:
            return True
    return False


def _is_small(value: object) -> bool:
    """Whether a value with its aliases expanded has at most ``_MAX_VALUES`` parts."""
    stack = [value]
    for _ in range(_MAX_VALUES):
        if not stack:
            return True
        node = stack.pop()
        if isinstance(node, dict):
            stack.extend(node.keys())
            stack.extend(node.values())
        elif isinstance(node, (list, set, tuple)):
            stack.extend(node)
    return not stack

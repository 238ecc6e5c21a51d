"""The interface of rules in Python, for their authors: what a rule receives and returns, and how its code is loaded.

A package offers functions in the entry point group ``medlint.rules``. They run only if the command line names them
(``--plugin NAME``): no configuration, rule file or other input can load code. See docs/writing-rules.md.
"""

from collections.abc import Callable, Iterable, Mapping

from linter.files.data import DataFileError
from linter.hints import nearest
from linter.typed import Any
from linter.value import Struct

RULES, FORMATS = "medlint.rules", "medlint.formats"
"""The entry point groups of rules and of report formats (``-f plugin:NAME``)."""


class Passage(Struct, frozen=True):
    """A paragraph, heading, list item, table cell …: ``kind`` as in ``scopes`` of rules.

    ``headings`` are those that it is under, outermost first; ``quoted`` is true inside a quotation. In ``text``,
    typographic characters are plain (straight quotes for curly ones), and code and images are U+FFFC.
    """

    number: int
    kind: str
    text: str
    headings: tuple[str, ...] = ()
    quoted: bool = False


class Page(Struct, frozen=True):
    """An article: its passages in reading order, and its front matter."""

    path: str
    passages: tuple[Passage, ...]
    front_matter: Mapping[str, Any]


class Place(Struct, frozen=True):
    """A finding: the characters ``[start, end)`` of a passage's text. ``message`` replaces the rule's own."""

    passage: Passage
    start: int
    end: int
    message: str = ""


Hook = Callable[[Page], Iterable[Place]]
"""A rule in Python: returns what it finds in a page."""


class PluginError(DataFileError):
    """A plug-in is missing, cannot be loaded or was not named; ``str()`` is one line."""


class Plugin(Struct, frozen=True):
    """A loaded function: a :data:`Hook` or a report format; ``package`` is the name and version of its package."""

    name: str
    package: str
    hook: Callable[[Any], Any]


def load_plugins(names: Iterable[str], group: str = RULES) -> dict[str, Plugin]:
    """Load the named plug-ins of a group, which runs their code. Raises :class:`PluginError`."""
    from importlib.metadata import entry_points  # slow to import, and few runs name a plug-in

    offered = entry_points(group=group)
    return {name: _loaded(name, offered) for name in dict.fromkeys(names)}


def _loaded(name: str, offered: Any) -> Plugin:
    found = [entry for entry in offered if entry.name == name]
    packages = [f"{entry.dist.name} {entry.dist.version}" for entry in found]
    if not found:
        raise PluginError(f"no plug-in '{name}' is installed{nearest(name, offered.names)}")
    if len(found) > 1:
        raise PluginError(f"the plug-in '{name}' is provided by {' and '.join(packages)}; keep one")
    try:
        hook = found[0].load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - third-party code
        raise PluginError(f"the plug-in '{name}' of {packages[0]} cannot be loaded: {one_line(error)}") from None
    if not callable(hook):
        raise PluginError(f"the plug-in '{name}' of {packages[0]} is not a function")
    return Plugin(name, packages[0], hook)


def one_line(error: BaseException) -> str:
    """Format an exception as one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())

"""What a rule in Python is handed and gives back, and how its code is found: this module is for those who write one.

A package offers functions under the entry-point group ``medlint.rules``. One runs only if whoever starts medlint names
it (``--plugin NAME``); nothing that is read, no configuration and no rule file, can load code. See
docs/writing-rules.md.
"""

from collections.abc import Callable, Iterable, Mapping

from linter.files.data import DataFileError
from linter.hints import nearest
from linter.typed import Any
from linter.value import Struct

RULES, FORMATS = "medlint.rules", "medlint.formats"
"""The groups of entry points: functions of rules, and of formats (``-f plugin:NAME``)."""


class Passage(Struct, frozen=True):
    """A paragraph, heading, list item, table cell …: ``kind`` as in ``scopes`` of rules.

    ``headings`` are those that it stands under, the outermost first; ``quoted`` says that it stands in a quotation.
    Typographic signs of ``text`` are plain (curly quotes straight), code and images are U+FFFC.
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
    """A finding: the characters ``[start, end)`` of a passage's text. ``message`` stands instead of the rule's own."""

    passage: Passage
    start: int
    end: int
    message: str = ""


Hook = Callable[[Page], Iterable[Place]]
"""A rule in Python: what it finds in a page."""


class PluginError(DataFileError):
    """A plug-in that is not there, cannot be loaded or was not named; ``str()`` says so in one line."""


class Plugin(Struct, frozen=True):
    """A loaded function, a :data:`Hook` or a format's; ``package`` is the name and version of what it came with."""

    name: str
    package: str
    hook: Callable[[Any], Any]


def load_plugins(names: Iterable[str], group: str = RULES) -> dict[str, Plugin]:
    """The plug-ins of a group with some names: this runs their code. Raises :class:`PluginError`."""
    from importlib.metadata import entry_points  # it takes a while to load, and few runs name a plug-in

    offered = entry_points(group=group)
    return {name: _loaded(name, offered) for name in dict.fromkeys(names)}


def _loaded(name: str, offered: Any) -> Plugin:
    found = [entry for entry in offered if entry.name == name]
    packages = [f"{entry.dist.name} {entry.dist.version}" for entry in found]
    if not found:
        raise PluginError(f"no plug-in '{name}' is installed{nearest(name, offered.names)}")
    if len(found) > 1:
        raise PluginError(f"the plug-in '{name}' is offered by {' and '.join(packages)}; keep one")
    try:
        hook = found[0].load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is another's code
        raise PluginError(f"the plug-in '{name}' of {packages[0]} cannot be loaded: {told(error)}") from None
    if not callable(hook):
        raise PluginError(f"the plug-in '{name}' of {packages[0]} is no function")
    return Plugin(name, packages[0], hook)


def told(error: BaseException) -> str:
    """An exception in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())

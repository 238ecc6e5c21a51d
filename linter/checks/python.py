"""Kind ``python``: a function of a plug-in looks for itself; what it gives back is held to the article.

A function that fails is told, and the other rules go on. One that does not come back is stopped after
:data:`MOST_SECONDS`; if it will not be stopped, its process ends. That takes POSIX and the main thread, and a call into
C code that never comes back to Python is not stopped.
"""

import os
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from itertools import islice

from linter.checks.article import Article, once
from linter.checks.match import Match
from linter.document import Block, Document
from linter.plugins import Page, Passage, Place, Plugin, PluginError, told
from linter.rules.program import Rule

MOST_SECONDS = 10.0
"""Of one rule on one article."""
MOST_PLACES = 1_000
"""Findings of one rule in one article."""
_INTERNAL = 3
"""The exit code of a file that could not be checked."""


_AGAIN, _TRIES = 0.5, 4
"""Seconds between two tries to stop a function, and how many there are."""


class _TooLongError(BaseException):
    """Not an ``Exception``, which the function may catch."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the places that each rule's function gives back."""
    for rule in rules:
        plugin = article.setting.plugins[rule.match["plugin"]]
        of = f"{rule.code}, plug-in '{plugin.name}' of {plugin.package}"
        places, problem = _asked(plugin, _page(article), f"{article.document.source.path!r}: {of}")
        for place in places:
            wrong = _wrong(place, article.document.blocks)
            problem = problem or wrong
            if not wrong:
                block = article.document.blocks[place.passage.number]
                yield Match(rule, block, place.start, place.end, message=place.message)
        if problem:
            article.failures.append(f"{of}: {problem}")


def refuse_unnamed(rules: Iterable[Rule], plugins: Mapping[str, Plugin]) -> None:
    """Raise :class:`PluginError` for a rule whose code nobody has allowed to run."""
    for rule in rules:
        if rule.kind == "python" and rule.match["plugin"] not in plugins:
            name = rule.match["plugin"]
            raise PluginError(
                f"{rule.code} ({rule.id}) runs code of the plug-in '{name}': start medlint with --plugin {name} if you "
                f"trust it, else ignore {rule.code}"
            )


def _asked(plugin: Plugin, page: Page, name: str) -> tuple[Sequence[Place], str]:
    """The places that a function gives back, and what went wrong."""
    try:
        with _limit(name):
            places = list(islice(plugin.hook(page), MOST_PLACES + 1))
    except _TooLongError:
        return (), f"was stopped after {MOST_SECONDS:g} seconds"
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is another's code
        return (), told(error)
    if len(places) > MOST_PLACES:
        return places[:MOST_PLACES], f"gives back more than {MOST_PLACES:,} places"
    return places, ""


@contextmanager
def _limit(name: str) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running, tries = True, 0

    def stop(*_: object) -> None:
        nonlocal tries
        tries += 1
        if running and tries > _TRIES:  # it catches all that is raised, Ctrl-C too
            os.write(2, f"medlint: {name}: cannot be stopped, so its process ends\n".encode())
            os._exit(_INTERNAL)
        if running:
            raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS, _AGAIN)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _wrong(place: object, blocks: Sequence[Block]) -> str:
    """What is wrong with a place; nothing, if it lies in its passage."""
    if not isinstance(place, Place) or not isinstance(place.passage, Passage):
        return f"gives back {type(place).__name__}, not a Place in a Passage"
    number, start, end = place.passage.number, place.start, place.end
    if not all(type(value) is int for value in (number, start, end)) or not isinstance(place.message, str):
        return "gives back a Place whose start and end are no whole numbers, or whose message is no text"
    if not 0 <= number < len(blocks):
        return f"gives back passage {number} of {len(blocks)}"
    if not 0 <= start < end <= len(blocks[number].view.text):
        return f"gives back the characters {start} to {end} of a passage of {len(blocks[number].view.text)}"
    return ""


@once
def _page(article: Article) -> Page:
    document = article.document
    passages = tuple(
        Passage(block.index, block.scope.value, block.view.text, _headings(block, document), block.quoted)
        for block in document.blocks
    )
    return Page(article.name, passages, deepcopy(dict(document.front_matter.values)))


def _headings(block: Block, document: Document) -> tuple[str, ...]:
    """The headings that a block stands under, the outermost first."""
    above: list[str] = []
    section = document.sections[block.section]
    while section.index:
        if section.heading is not None and section.heading != block.index:
            above.insert(0, document.blocks[section.heading].view.text)
        section = document.sections[section.parent]
    return tuple(above)

"""Kind ``python``: call a plug-in's function and validate the places that it returns.

If a function fails, the failure is recorded and the other rules go on. A function that does not return is interrupted
after :data:`MAX_SECONDS`; if that fails, the process exits. The time limit needs POSIX and the main thread, and cannot
interrupt a call into C code that never returns to Python.
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
from linter.plugins import Page, Passage, Place, Plugin, PluginError, one_line
from linter.rules.program import Rule

MAX_SECONDS = 10.0
"""Time limit of one rule on one article."""
_MAX_PLACES = 1_000
"""Findings of one rule in one article."""
_INTERNAL = 3
"""The exit code for a file that could not be checked."""


_RETRY_SECONDS, _TRIES = 0.5, 4
"""Seconds between attempts to interrupt a function, and the number of attempts."""


class _TooLongError(BaseException):
    """The time limit is exceeded. Not an ``Exception``, since the function may catch those."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report the places that each rule's function returns."""
    for rule in rules:
        plugin = article.setting.plugins[rule.match["plugin"]]
        name = f"{rule.code}, plug-in '{plugin.name}' of {plugin.package}"
        places, problem = _called(plugin, _page(article), f"{article.document.source.path!r}: {name}")
        for place in places:
            wrong = _wrong(place, article.document.blocks)
            problem = problem or wrong
            if not wrong:
                block = article.document.blocks[place.passage.number]
                yield Match(rule, block, place.start, place.end, message=place.message)
        if problem:
            article.failures.append(f"{name}: {problem}")


def refuse_unnamed(rules: Iterable[Rule], plugins: Mapping[str, Plugin]) -> None:
    """Raise :class:`PluginError` for a rule whose plug-in the user has not allowed to run."""
    for rule in rules:
        if rule.kind == "python" and rule.match["plugin"] not in plugins:
            name = rule.match["plugin"]
            raise PluginError(
                f"{rule.code} ({rule.id}) runs code of the plug-in '{name}': start medlint with --plugin {name} if you "
                f"trust it, or ignore {rule.code}"
            )


def _called(plugin: Plugin, page: Page, name: str) -> tuple[Sequence[Place], str]:
    """Return the places that a function returns, and what went wrong, if anything."""
    try:
        with _limit(name):
            places = list(islice(plugin.hook(page), _MAX_PLACES + 1))
    except _TooLongError:
        return (), f"was stopped after {MAX_SECONDS:g} seconds"
    except (Exception, SystemExit) as error:  # noqa: BLE001 - third-party code
        return (), one_line(error)
    if len(places) > _MAX_PLACES:
        return places[:_MAX_PLACES], f"returned more than {_MAX_PLACES:,} places"
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
        if running and tries > _TRIES:  # it catches every exception, even KeyboardInterrupt
            os.write(2, f"medlint: {name}: cannot be stopped, so its process is ended\n".encode())
            os._exit(_INTERNAL)
        if running:
            raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, MAX_SECONDS, _RETRY_SECONDS)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _wrong(place: object, blocks: Sequence[Block]) -> str:
    """Return what is wrong with a place, or "" if it is valid."""
    if not isinstance(place, Place) or not isinstance(place.passage, Passage):
        return f"returned {type(place).__name__}, not a Place in a Passage"
    number, start, end = place.passage.number, place.start, place.end
    if not all(type(value) is int for value in (number, start, end)) or not isinstance(place.message, str):
        return "returned a Place whose start and end are not whole numbers, or whose message is not text"
    if not 0 <= number < len(blocks):
        return f"returned passage {number} of {len(blocks)}"
    if not 0 <= start < end <= len(blocks[number].view.text):
        return f"returned the characters {start} to {end} of a passage of {len(blocks[number].view.text)}"
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
    """Return the headings above a block, outermost first."""
    above: list[str] = []
    section = document.sections[block.section]
    while section.index:
        if section.heading is not None and section.heading != block.index:
            above.insert(0, document.blocks[section.heading].view.text)
        section = document.sections[section.parent]
    return tuple(above)

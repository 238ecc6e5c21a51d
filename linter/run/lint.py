"""Check the articles of a file, each on its own, or take their outcome from the result cache."""

import gc
from collections.abc import Iterator
from io import BytesIO

from linter.document import Document
from linter.outcome import FileError, FileReport
from linter.outcome.packing import Packed
from linter.outcome.tally import front_matter_errors
from linter.parsers import CONTAINERS, format_of
from linter.results import Results
from linter.run.articles import articles_in, articles_of, bytes_of, internal_error
from linter.run.plan import Plan
from linter.typed import BinaryIO


def lint_file(path: str, plan: Plan) -> Iterator[FileReport | FileError]:
    """Check the articles of a file, in order."""
    results = results_of(path, plan)
    if results is None:
        return (_lint(article, plan) for article in articles_of(path, plan.setting.copy))
    return _cached_or_lint(path, plan, results)


def lint_stream(
    path: str,
    stream: BinaryIO,
    plan: Plan,
    format: str | None = None,  # noqa: A002 - the word of the command line
) -> Iterator[FileReport | FileError]:
    """Check the articles of a stream; ``format`` overrides the format implied by the path."""
    return (_lint(article, plan) for article in articles_in(path, stream, plan.setting.copy, format))


def cached_outcome(path: str, plan: Plan) -> Packed | None:
    """Return the cached outcome of a file; None if there is none or the file has changed."""
    results = results_of(path, plan)
    data = bytes_of(path) if results is not None else b""
    if results is None or isinstance(data, FileError):
        return None
    return results.get(results.name(path, data))


def results_of(path: str, plan: Plan) -> Results | None:
    """The result cache for a file; None for containers, whose articles are not cached."""
    return None if format_of(path) in CONTAINERS else plan.results


def _cached_or_lint(path: str, plan: Plan, results: Results) -> Iterator[FileReport | FileError]:
    data = bytes_of(path)
    if isinstance(data, FileError):
        yield data
        return
    name = results.name(path, data)
    known = results.get(name)
    if known is not None:
        yield from known.reports
        return
    found = list(lint_stream(path, BytesIO(data), plan))
    if len(found) == 1 and isinstance(found[0], FileReport) and not any(front_matter_errors(found[0])):
        results.put(name, found[0])
    yield from found


def _lint(article: Document | FileError, plan: Plan) -> FileReport | FileError:
    if isinstance(article, FileError):
        return article
    from linter.engine import lint_document  # not needed if all articles are cached

    # no object of an article is freed before it is checked, and none is in a cycle: scanning them again and again for
    # garbage would take a seventh of the time of a very long article
    enabled = gc.isenabled()
    gc.disable()
    try:
        return lint_document(article, plan.program, plan.rules, plan.setting)
    except Exception as error:  # noqa: BLE001 - a bug must not stop the other articles of the file
        return internal_error(article.source.path, error)
    finally:
        if enabled:
            gc.enable()

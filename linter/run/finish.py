"""Postprocess the report of an article: apply suppressions, render it, and free memory."""

from collections.abc import Callable, Iterable, Iterator

from linter.outcome import FileError, FileReport, Rendered
from linter.parsers import STREAMED
from linter.run.articles import internal_error
from linter.source import packed
from linter.value import Struct, replace

Accept = Callable[[FileReport], FileReport]
Render = Callable[[FileReport], Rendered]


class Finish(Struct, frozen=True):
    """``accept`` applies what a project has accepted; ``render`` renders an article for reports that show it."""

    accept: Accept | None = None
    render: Render | None = None

    @property
    def changes(self) -> bool:
        """Whether cached reports must be postprocessed too."""
        return self.accept is not None or self.render is not None

    def apply(self, outcomes: Iterable[FileReport | FileError]) -> Iterator[FileReport | FileError]:
        """Postprocess the outcomes of a file, one by one."""
        for outcome in outcomes:
            yield self._apply(outcome) if isinstance(outcome, FileReport) else outcome

    def _apply(self, file: FileReport) -> FileReport | FileError:
        try:
            if self.accept is not None:
                file = self.accept(file)
            if self.render is not None:
                file = replace(file, rendered=self.render(file))
        except Exception as error:  # noqa: BLE001 - a bug must not stop the other articles
            return internal_error(file.path, error)
        return _small(file)


def _small(file: FileReport) -> FileReport:
    """Reduce the document of a report to its source and metadata, so that long runs need little memory.

    For an article in a file of many, keep only the compressed source: the file may not fit in memory.
    """
    document = file.document
    if document is None:
        return file
    if document.format in STREAMED:
        small, text = None, packed(document.source)
    else:
        small, text = replace(document, blocks=(), sections=(), directives=()), b""
    return replace(file, document=small, packed=text, sections=(), hardest=(), met=())

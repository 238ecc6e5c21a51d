"""What is done with the report of an article before the next one: it is settled, drawn, and made small."""

from collections.abc import Callable, Iterable, Iterator

from linter.outcome import Drawn, FileError, FileReport
from linter.parsers import STREAMED
from linter.run.articles import defect
from linter.source import packed
from linter.value import Struct, replace

Settle = Callable[[FileReport], FileReport]
Draw = Callable[[FileReport], Drawn]


class Finish(Struct, frozen=True):
    """``settle`` tells what a project has accepted; ``draw`` sets an article out for reports that show it."""

    settle: Settle | None = None
    draw: Draw | None = None

    @property
    def changes(self) -> bool:
        """Whether a report is another one afterwards than one that was kept."""
        return self.settle is not None or self.draw is not None

    def each(self, outcomes: Iterable[FileReport | FileError]) -> Iterator[FileReport | FileError]:
        """What came of the articles of a file, finished one by one."""
        for outcome in outcomes:
            yield self.one(outcome) if isinstance(outcome, FileReport) else outcome

    def one(self, file: FileReport) -> FileReport | FileError:
        """A report as a run keeps it."""
        try:
            if self.settle is not None:
                file = self.settle(file)
            if self.draw is not None:
                file = replace(file, drawn=self.draw(file))
        except Exception as error:  # noqa: BLE001 - a defect on one article must not stop the others
            return defect(file.path, error)
        return _small(file)


def _small(file: FileReport) -> FileReport:
    """A report whose document has nothing but its source and its metadata: a long run needs little memory.

    Of an article in a file of many only the source is kept, packed: the file may be larger than the memory.
    """
    document = file.document
    if document is None:
        return file
    if document.format in STREAMED:
        small, text = None, packed(document.source)
    else:
        small, text = replace(document, blocks=(), sections=(), directives=()), b""
    return replace(file, document=small, packed=text, sections=(), hardest=(), met=())

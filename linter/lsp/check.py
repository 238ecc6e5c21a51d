"""Check one open article as the command line would check its file."""

from pathlib import PurePath

from linter.discovery.names import is_article
from linter.files.data import DataFileError
from linter.lsp.plans import Plans
from linter.lsp.positions import ClientPositions
from linter.outcome import FileError, FileReport, Kind
from linter.parsers import FORMATS, format_of
from linter.run import Plan, lint_bytes
from linter.source import SourceText
from linter.value import Struct
from linter.violation import Violation

MAX_TYPED = 200_000
"""Maximum characters of an article that is checked while typing: a longer one would take seconds and block others."""
_TOO_LONG = f"longer than {MAX_TYPED:,} characters, so it is not checked as you type; use medlint check"
_MARK = "\ufeff"
_SUFFIXES = {"markdown": ".md", "mdx": ".mdx", "html": ".html", "plaintext": ".txt", "text": ".txt"}
"""File suffixes by the editor's language identifier."""


class Open(Struct, frozen=True):
    """An article in the editor, saved or not. ``encoding`` is the client's encoding for counting columns."""

    uri: str
    version: int
    path: str
    text: str
    encoding: str = "utf-16"


class Checked(Struct, frozen=True):
    """The findings of an open article, for one version of its text; ``report`` is None if it could not be checked."""

    article: Open
    positions: ClientPositions
    report: FileReport | None = None
    errors: tuple[FileError, ...] = ()
    grade_target: float = 8
    plan: Plan | None = None

    @property
    def open(self) -> tuple[Violation, ...]:
        """The violations that are not suppressed."""
        found = self.report.violations if self.report is not None else ()
        return tuple(violation for violation in found if violation.suppressed is None)


def article_path(path: str, language: str, saved: bool) -> str | None:
    """The path by which a document is checked; None if it is not an article.

    A saved document is an article by its name, as in a checked folder; an unsaved one by its language.
    """
    if not saved:
        suffix = _SUFFIXES.get(language)
        return None if suffix is None else f"{path}{suffix}"
    return path if is_article(PurePath(path).name) and format_of(path) in FORMATS else None


def check(article: Open, plans: Plans) -> Checked:
    """Check an article; if that is not possible, the result has an error."""
    # a lone surrogate, which a file cannot contain, becomes a question mark of the same width
    data = article.text.encode("utf-8", "replace")
    marked = article.text.startswith(_MARK)
    text = data.decode().removeprefix(_MARK)
    positions = ClientPositions(SourceText(article.path, text), article.encoding, marked)
    if len(text) > MAX_TYPED:
        return Checked(article, positions, errors=(FileError(article.path, _TOO_LONG, Kind.INPUT),))
    try:
        judgment = plans.of(article.path)
    except DataFileError as error:
        return Checked(article, positions, errors=(FileError(article.path, str(error), Kind.INPUT),))
    if judgment is None:
        return Checked(article, positions)
    plan = judgment.plan
    report = judgment.apply_ledger(lint_bytes(article.path, data, plan))
    return Checked(article, positions, next(iter(report.files), None), report.errors, report.grade_target, plan)

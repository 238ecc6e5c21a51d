"""``--word-comments``: write copies of the Word files of a run with their findings as comments."""

from collections.abc import Iterable
from pathlib import Path

from linter.cli.exits import UsageError
from linter.files.atomic import replace_file
from linter.outcome import FileReport
from linter.report import Report


def write_copies(report: Report, folder: str) -> list[str]:
    """Write a copy of each Word file into a folder, and return the paths. Raises ``UsageError``, before anything is
    written if a copy would replace an article of the run."""
    from linter.reports import word_comments  # rarely needed

    targets = _targets((file.path for file in report.files if _is_word(file)), Path(folder))
    articles = {Path(path).resolve(): path for path in (*targets, *(error.path for error in report.errors))}
    for target in targets.values():
        if target.resolve() in articles:
            raise UsageError(f"--word-comments would overwrite {articles[target.resolve()]}; choose another folder")
    for file in filter(_is_word, report.files):
        target = targets[file.path]
        try:
            data = Path(file.path).read_bytes()
            target.parent.mkdir(parents=True, exist_ok=True)
            open_ = [violation for violation in file.violations if violation.suppressed is None]
            replace_file(target, word_comments.write(data, open_))
        except OSError as error:
            raise UsageError(f"cannot write {target}: {error.strerror or error}") from None
    return list(map(str, targets.values()))


def _is_word(file: FileReport) -> bool:
    return file.document is not None and file.document.format == "docx"


def _targets(paths: Iterable[str], folder: Path) -> dict[str, Path]:
    """The copy of each article; its name begins with the article's folders if another article has the same name."""
    targets: dict[str, Path] = {}
    taken: set[str] = set()
    for path in paths:
        name = Path(path).name
        if name in taken:
            name = "-".join(part for part in Path(path).parts if part not in ("/", ".."))
        while name in taken:
            name = f"-{name}"
        taken.add(name)
        targets[path] = folder / name
    return targets

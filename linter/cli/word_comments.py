"""``--word-comments``: write copies of the Word files of a run with their findings as comments."""

from pathlib import Path

from linter.cli.exits import UsageError
from linter.files.atomic import replace_file
from linter.outcome import FileReport
from linter.report import Report


def write_copies(report: Report, folder: str) -> list[str]:
    """Write a copy of each Word file into a folder, and return the paths. Raises ``UsageError``."""
    from linter.reports import word_comments  # rarely needed

    taken: set[str] = set()
    written: list[str] = []
    for file in report.files:
        if file.document is None or file.document.format != "docx":
            continue
        source, target = Path(file.path), Path(folder) / _name(file, taken)
        if target.resolve() == source.resolve():
            raise UsageError(f"--word-comments would overwrite {file.path}; choose another folder")
        try:
            data = source.read_bytes()
            target.parent.mkdir(parents=True, exist_ok=True)
            open_ = [violation for violation in file.violations if violation.suppressed is None]
            replace_file(target, word_comments.write(data, open_))
        except OSError as error:
            raise UsageError(f"cannot write {target}: {error.strerror or error}") from None
        written.append(str(target))
    return written


def _name(file: FileReport, taken: set[str]) -> str:
    """The name of the file, prefixed with its folders if another file has the same name."""
    path = Path(file.path)
    name = path.name if path.name not in taken else "-".join(part for part in path.parts if part not in ("/", ".."))
    taken.add(name)
    return name

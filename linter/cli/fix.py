"""``medlint fix``: articles mended where a finding offers how, or shown as they would be."""

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.cli import exits
from linter.cli.output import tell, tell_errors
from linter.cli.survey import survey
from linter.files.atomic import replace_file
from linter.files.regular import open_regular
from linter.fixes import Fixed, apply_fixes
from linter.outcome import FileError, Kind
from linter.parsers import mendable
from linter.planning import Planner
from linter.project import existing, open_ledger
from linter.reports.terminal import printable
from linter.reports.wording import counted
from linter.run import lint_bytes
from linter.run.articles import MAX_ARTICLE
from linter.source import SourceError, decode, encode, refuse_damage
from linter.suppressions.ledger import Ledger, settled
from linter.typed import Namespace
from linter.value import Struct
from linter.violation import Violation

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class RefusedError(Exception):
    """An article that is left as it is, and why."""

    def __init__(self, error: FileError) -> None:
        super().__init__(error.message)
        self.error = error


def fix(options: Namespace) -> int:
    """Mend the articles that the options name, or show what would change."""
    found = survey(options)
    ledger = open_ledger(found.project, found.today, baseline=existing(found.project.baseline))
    work = _Work(found.planner, ledger, options.suggested, options.diff)
    errors = list(found.refused)
    mended: list[Fixed] = []
    paths = list(filter(mendable, found.paths))
    for path in paths:
        try:
            mended.append(_mend_file(path, work))
        except RefusedError as refusal:
            errors.append(refusal.error)
    tell(found.planner.notes)
    _tell(mended, options)
    if kept := len(found.paths) - len(paths):
        tell([f"{counted(kept, 'file')} left as found: edits go into Markdown, HTML, text and templates only"])
    code = tell_errors(errors)
    return code or (exits.VIOLATIONS if options.diff and any(one.applied for one in mended) else exits.CLEAN)


class _Work(Struct, frozen=True):
    """What is done with each article; ``shown`` tells that it is shown and not written."""

    planner: Planner
    ledger: Ledger | None
    suggested: bool
    shown: bool


def _mend_file(path: str, work: _Work) -> Fixed:
    """Mend one article. Raises :class:`RefusedError`, in which case it is as it was."""
    file = Path(path)
    try:
        if not _is_inside(file):
            raise RefusedError(FileError(path, "leads out of this folder; name the file itself", Kind.INPUT))
        with open_regular(file) as stream:
            data = stream.read(MAX_ARTICLE + 1)
        source = decode(path, data)
        refuse_damage(source, data)
        text = source.text

        def lint(changed: str) -> Sequence[Violation]:
            report = lint_bytes(path, encode(changed, data), work.planner.of(path))
            if report.errors:
                raise RefusedError(report.errors[0])
            settled_report = report if work.ledger is None else settled(report, work.ledger)
            return [violation for violation in settled_report.violations if violation.path == path]

        mended = apply_fixes(text, lint, work.suggested)
        if mended.applied and work.shown:
            sys.stdout.write("".join(_difference(path, text, mended.text)))
        elif mended.applied:
            if file.read_bytes() != data:
                raise RefusedError(FileError(path, "has changed meanwhile; nothing is written", Kind.INPUT))
            replace_file(file, encode(mended.text, data))
            sys.stdout.writelines(_told(path, violation) for violation in mended.applied)
    except OSError as error:
        raise RefusedError(FileError(path, error.strerror or str(error), Kind.INPUT)) from None
    except SourceError as error:
        raise RefusedError(FileError(path, str(error), Kind.INPUT)) from None
    return mended


def _is_inside(file: Path) -> bool:
    """Whether a file is what its name says: a link must not lead out of the folder that medlint runs in."""
    if not file.is_symlink():
        return True
    return file.resolve().is_relative_to(Path.cwd().resolve())


def _told(path: str, violation: Violation) -> str:
    edit = violation.fix
    new = "" if edit is None else " ".join(edit.text.split())
    done = f'added "{new}"' if edit is not None and edit.span.start == edit.span.end else f'now "{new}"'
    return printable(f'{path}: {violation.code} "{" ".join(violation.excerpt.split())}": {done}') + "\n"


def _difference(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff, as ``git apply`` takes it; a terminal gets no control characters."""
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{path}", f"b/{path}")
    for line in lines:
        shown = printable(line.rstrip("\r\n")) + "\n" if sys.stdout.isatty() else line
        yield shown if line.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"


def _tell(mended: Sequence[Fixed], options: Namespace) -> None:
    """The outcome in a line on standard error."""
    applied = sum(len(one.applied) for one in mended)
    left = [violation for one in mended for violation in one.remaining if violation.suppressed is None]
    articles = sum(bool(one.applied) for one in mended)
    done = "would be mended" if options.diff else "mended"
    what, where = counted(applied, "finding"), counted(articles, "article")
    sys.stderr.write(f"medlint: {what} {done} in {where}, {len(left)} left\n")
    offered = sum(violation.fix is not None and not violation.fix.safe for violation in left)
    if offered and not options.suggested:
        sys.stderr.write(f"medlint: {offered} of them come with a draft: --suggested puts it in for you to edit\n")

"""``medlint fix``: apply the edits that findings offer, or show them as a diff."""

import difflib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linter.cli import exits
from linter.cli.output import print_errors, print_lines, print_pieces
from linter.cli.survey import survey
from linter.files.atomic import replace_file
from linter.files.regular import open_regular
from linter.fixes import Fixed, apply_fixes
from linter.outcome import FileError, Kind
from linter.parsers import editable
from linter.planning import Planner
from linter.project import existing, open_ledger
from linter.reports.terminal import printable
from linter.reports.wording import counted
from linter.run import lint_bytes
from linter.run.articles import MAX_ARTICLE
from linter.source import SourceError, decode, encode, refuse_damage
from linter.suppressions.ledger import Ledger, apply_ledger
from linter.typed import Namespace
from linter.value import Struct
from linter.violation import Violation

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class RefusedError(Exception):
    """An article cannot be fixed and is left unchanged."""

    def __init__(self, error: FileError) -> None:
        super().__init__(error.message)
        self.error = error


def fix(options: Namespace) -> int:
    """Fix the articles that the options name, or show the changes."""
    found = survey(options)
    ledger = open_ledger(found.project, found.today, baseline=existing(found.project.baseline))
    work = _Work(found.planner, ledger, options.suggested, options.diff)
    errors = list(found.refused)
    fixed: list[Fixed] = []
    paths = list(filter(editable, found.paths))
    for path in paths:
        try:
            fixed.append(_fix_file(path, work))
        except RefusedError as refusal:
            errors.append(refusal.error)
    print_lines(found.planner.notes)
    _print_summary(fixed, options)
    if kept := len(found.paths) - len(paths):
        print_lines([f"{counted(kept, 'file')} left unchanged: only Markdown, HTML, text and templates can be edited"])
    code = print_errors(errors)
    return code or (exits.VIOLATIONS if options.diff and any(text.applied for text in fixed) else exits.CLEAN)


class _Work(Struct, frozen=True):
    """How articles are fixed; ``diff``: show the changes instead of writing them."""

    planner: Planner
    ledger: Ledger | None
    suggested: bool
    diff: bool


def _fix_file(path: str, work: _Work) -> Fixed:
    """Fix one article. Raises :class:`RefusedError`, and then leaves it unchanged."""
    file = Path(path)
    try:
        if not _is_inside(file):
            raise RefusedError(FileError(path, "points outside this folder; name the file itself", Kind.INPUT))
        with open_regular(file) as stream:
            data = stream.read(MAX_ARTICLE + 1)
        source = decode(path, data)
        refuse_damage(source, data)
        text = source.text

        def lint(changed: str) -> Sequence[Violation]:
            report = lint_bytes(path, encode(changed, data), work.planner.of(path))
            if report.errors:
                raise RefusedError(report.errors[0])
            marked_report = report if work.ledger is None else apply_ledger(report, work.ledger)
            return [violation for violation in marked_report.violations if violation.path == path]

        fixed = apply_fixes(text, lint, work.suggested)
        shown: Iterable[str] = ()
        if fixed.applied and work.diff:
            shown = _difference(path, text, fixed.text)
        elif fixed.applied:
            if file.read_bytes() != data:
                raise RefusedError(FileError(path, "changed in the meantime; nothing was written", Kind.INPUT))
            replace_file(file, encode(fixed.text, data))
            shown = (_change_line(path, violation) for violation in fixed.applied)
    except OSError as error:
        raise RefusedError(FileError(path, error.strerror or str(error), Kind.INPUT)) from None
    except SourceError as error:
        raise RefusedError(FileError(path, str(error), Kind.INPUT)) from None
    print_pieces(piece.encode("utf-8", "surrogateescape") for piece in shown)
    return fixed


def _is_inside(file: Path) -> bool:
    """Whether a path does not lead out of the working directory through a link."""
    if not file.is_symlink():
        return True
    return file.resolve().is_relative_to(Path.cwd().resolve())


def _change_line(path: str, violation: Violation) -> str:
    edit = violation.fix
    new = "" if edit is None else " ".join(edit.text.split())
    done = f'added "{new}"' if edit is not None and edit.span.start == edit.span.end else f'now "{new}"'
    return printable(f'{path}: {violation.code} "{" ".join(violation.excerpt.split())}": {done}') + "\n"


def _difference(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff for ``git apply``; without control characters on a terminal."""
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{path}", f"b/{path}")
    for line in lines:
        shown = printable(line.rstrip("\r\n")) + "\n" if sys.stdout.isatty() else line
        yield shown if line.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"


def _print_summary(fixed: Sequence[Fixed], options: Namespace) -> None:
    applied = sum(len(text.applied) for text in fixed)
    left = [violation for text in fixed for violation in text.remaining if violation.suppressed is None]
    articles = sum(bool(text.applied) for text in fixed)
    fixes = "would fix" if options.diff else "fixes" if applied == 1 else "fix"
    what, where = counted(sum(text.resolved for text in fixed), "finding"), counted(articles, "article")
    sys.stderr.write(f"medlint: {counted(applied, 'edit')} {fixes} {what} in {where}, {len(left)} left\n")
    offered = sum(violation.fix is not None and not violation.fix.safe for violation in left)
    if offered and not options.suggested:
        sys.stderr.write(f"medlint: {offered} of them have a draft: --suggested inserts it for you to edit\n")

"""The command line: one module for each command."""

import gc
import os
import sys
from collections.abc import Sequence

from linter.typed import NoReturn


def main(arguments: Sequence[str] | None = None) -> int:
    """Run medlint and return its exit code; see ``linter.cli.exits``."""
    # a run creates many small objects and hardly any cycles: collecting at the default rate takes a tenth of its time
    gc.set_threshold(100_000, 20, 20)
    # the module of a command and its dependencies are imported only when the command runs
    from linter.cli.commands import run

    return run(list(sys.argv[1:] if arguments is None else arguments))


def command() -> NoReturn:
    """The ``medlint`` command: run, then exit without cleanup."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the parent process
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115 - kept
    try:
        code = main()
    except KeyboardInterrupt:  # before a command handles it
        from linter.cli.exits import INTERRUPTED

        sys.stderr.write("medlint: interrupted\n")
        code = INTERRUPTED
    except (MemoryError, SystemError):  # out of memory, the interpreter itself may fail with a SystemError
        sys.stderr.write("medlint: not enough memory for this run\n")
        code = 3  # exits.INTERNAL; an import might fail again
    sys.stdout.flush()
    sys.stderr.flush()
    # everything is written; freeing the program object by object would take a tenth of a short run
    os._exit(code)

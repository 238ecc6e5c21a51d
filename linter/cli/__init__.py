"""The command line: one module a command."""

import gc
import os
import sys
from collections.abc import Sequence

from linter.typed import NoReturn


def main(arguments: Sequence[str] | None = None) -> int:
    """Run medlint and return its exit code; see ``linter.cli.exits``."""
    # a run makes many small values and hardly any cycles: looking for cycles at the usual rate is a tenth of its time
    gc.set_threshold(100_000, 20, 20)
    # a command's module and what it needs are imported only when the command runs
    from linter.cli.commands import run

    return run(list(sys.argv[1:] if arguments is None else arguments))


def command() -> NoReturn:
    """The ``medlint`` command: run, and leave at once."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # whoever started it has closed it: then nobody hears
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115 - kept
    try:
        code = main()
    except KeyboardInterrupt:  # before a command has begun
        from linter.cli.exits import INTERRUPTED

        sys.stderr.write("medlint: interrupted\n")
        code = INTERRUPTED
    except MemoryError:
        sys.stderr.write("medlint: there is too little memory for this run\n")
        code = 3  # an import might fail again
    sys.stdout.flush()
    sys.stderr.flush()
    # everything is written: taking the program apart value by value would take a tenth of a short run
    os._exit(code)

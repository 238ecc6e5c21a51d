"""Run a command, and turn errors into one line and an exit code."""

import errno
import os
import sys

from linter.cli import exits
from linter.cli.exits import UsageError, forget_output
from linter.cli.plain import plain_check
from linter.files.data import DataFileError
from linter.typed import Namespace

_EXHAUSTED = (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM)
"""Errors for running out of files, processes or memory."""
_DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


def run(arguments: list[str]) -> int:
    """Parse the arguments, run the command, return the exit code."""
    options = plain_check(arguments) or _parsed(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        return _fail(*error.args)
    except DataFileError as error:
        return _fail(*error.lines)
    except BrokenPipeError:
        forget_output()  # the reader (head, a pager) has closed the pipe
        return exits.CLEAN
    except KeyboardInterrupt:
        sys.stderr.write("medlint: interrupted\n")
        return exits.INTERRUPTED
    except (MemoryError, SystemError) as error:
        # out of memory, the interpreter itself may fail with a SystemError
        reason = f", or Python itself failed: {error}" if isinstance(error, SystemError) else ""
        sys.stderr.write(f"medlint: not enough memory for this run{reason}\n")
        return exits.INTERNAL
    except Exception as error:  # noqa: BLE001 - Python would exit with 1, which means violations
        if isinstance(error, OSError) and error.errno in _DISK_ERRORS:
            forget_output()
            return _fail(f"cannot write {error.filename or 'to standard output'}: {error.strerror}")
        if isinstance(error, OSError) and error.errno in _EXHAUSTED:
            return _fail(f"the system is out of resources: {error.strerror}")
        if _has_no_folder():
            return _fail("the working folder no longer exists")
        import traceback  # needed only for bugs

        traceback.print_exc()
        sys.stderr.write("medlint: internal error; please report it with the lines above\n")
        return exits.INTERNAL
    return code


def _has_no_folder() -> bool:
    """Whether the working directory has been removed."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _fail(*messages: str) -> int:
    from linter.cli.output import print_lines  # most runs do not fail

    print_lines(messages)
    return exits.USAGE


def _parsed(arguments: list[str]) -> Namespace:
    from linter.cli.parser import build_parser  # importing and building it takes longer than most runs

    parser = build_parser()
    if not arguments:
        parser.print_help(sys.stderr)
        parser.exit(exits.USAGE)
    if arguments[0] == "help":
        arguments = [*arguments[1:], "--help"]
    return parser.parse_args(arguments)

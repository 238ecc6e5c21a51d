"""Running a command, and how errors become one line and an exit code."""

import errno
import os
import sys

from linter.cli import exits
from linter.cli.exits import UsageError, forget_output
from linter.cli.plain import plain_check
from linter.files.data import DataFileError
from linter.typed import Namespace

_TOO_LITTLE = (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM)
"""Of files, processes and memory."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


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
        forget_output()  # the reader (head, a pager) has seen enough
        return exits.CLEAN
    except KeyboardInterrupt:
        sys.stderr.write("medlint: interrupted\n")
        return exits.INTERRUPTED
    except (MemoryError, SystemError) as error:
        # where memory ends, Python itself may fail in a way that it has no word for
        reason = f", or Python has failed: {error}" if isinstance(error, SystemError) else ""
        sys.stderr.write(f"medlint: there is too little memory for this run{reason}\n")
        return exits.INTERNAL
    except Exception as error:  # noqa: BLE001 - Python would end with 1, which means violations
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            forget_output()
            return _fail(f"cannot write {error.filename or 'to standard output'}: {error.strerror}")
        if isinstance(error, OSError) and error.errno in _TOO_LITTLE:
            return _fail(f"the system gives this run too little: {error.strerror}")
        if _is_nowhere():
            return _fail("the working folder is not there any more")
        import traceback  # only a defect of ours needs it

        traceback.print_exc()
        sys.stderr.write("medlint: internal error, please report it with the lines above\n")
        return exits.INTERNAL
    return code


def _is_nowhere() -> bool:
    """Whether somebody has removed the working folder."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _fail(*messages: str) -> int:
    from linter.cli.output import tell  # most runs say something else

    tell(messages)
    return exits.USAGE


def _parsed(arguments: list[str]) -> Namespace:
    from linter.cli.parser import parser  # it takes longer to load and to make than most runs need

    made = parser()
    if not arguments:
        made.print_help(sys.stderr)
        made.exit(exits.USAGE)
    if arguments[0] == "help":
        arguments = [*arguments[1:], "--help"]
    return made.parse_args(arguments)

"""Log the protocol library's records as one line each on standard error: most are mistakes of the client."""

import logging
import sys

from linter.reports.terminal import printable


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        message = record.getMessage() if error is None else f"{record.getMessage()}: {type(error).__name__}: {error}"
        return f"medlint: {printable(' '.join(message.split()))}"


def log_in_lines() -> None:
    """Install the handler; without it, the library writes tracebacks."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    logging.getLogger("pygls").addHandler(handler)

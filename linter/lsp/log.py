"""What the protocol's library logs, a line each on standard error: a message that is none is the client's mistake."""

import logging
import sys

from linter.reports.terminal import printable


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        said = record.getMessage() if error is None else f"{record.getMessage()}: {type(error).__name__}: {error}"
        return f"medlint: {printable(' '.join(said.split()))}"


def log_in_lines() -> None:
    """From now on; without it, the library writes tracebacks."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    logging.getLogger("pygls").addHandler(handler)

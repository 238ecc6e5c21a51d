"""``--since`` and ``--stamp``: read an earlier report to compare with, and get the time and commit of this run."""

import json
import subprocess
import time
from pathlib import Path

from linter.cli.exits import UsageError
from linter.report import Earlier, Stamp

_MAX_BYTES = 500_000_000
"""Maximum size of a report."""
_WRITES = "-f json=FILE wrote"


def read_earlier(path: str) -> Earlier:
    """Read the open violations of an earlier JSON report. Raises ``UsageError``."""
    try:
        with open(path, "rb") as file:  # may be a pipe
            text = file.read(_MAX_BYTES + 1)
        if len(text) > _MAX_BYTES:
            raise UsageError(f"{path} is larger than {_MAX_BYTES:,} bytes")
        data = json.loads(text)  # UTF-8 or, as some shells write, UTF-16
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise UsageError(f"{place}: not JSON ({error.msg}); --since takes a report that {_WRITES}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path}:1:1: not JSON; --since takes a report that {_WRITES}") from None
    try:
        open_ = {
            str(violation["fingerprint"]): str(violation["family"])
            for violation in data["violations"]
            if violation["suppressed"] is None
        }
    except (KeyError, TypeError):
        raise UsageError(f"{path}:1:1: not a medlint report; --since takes one that {_WRITES}") from None
    return Earlier(Path(path).name, open_)


def stamp_now() -> Stamp:
    """Return the time in UTC and the commit of the working directory (empty outside git)."""
    try:
        result = subprocess.run(
            ["git", "rev-parse", "HEAD"],  # noqa: S607 - the user's git
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
        commit = result.stdout.strip() if result.returncode == 0 else ""
    except (OSError, subprocess.SubprocessError):
        commit = ""
    return Stamp(time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()), commit)

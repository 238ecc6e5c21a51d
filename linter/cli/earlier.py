"""``--since`` and ``--stamp``: an earlier run to compare with, and when and on which commit this one was made."""

import json
import subprocess
import time
from pathlib import Path

from linter.cli.exits import UsageError
from linter.report import Earlier, Stamp

_MOST = 500_000_000
"""Bytes of the largest report that is read."""
_WRITES = "-f json=FILE wrote"


def read_earlier(path: str) -> Earlier:
    """The open violations of an earlier JSON report. Raises ``UsageError``."""
    try:
        with open(path, "rb") as file:  # also a pipe
            text = file.read(_MOST + 1)
        if len(text) > _MOST:
            raise UsageError(f"{path} is larger than {_MOST:,} bytes")
        data = json.loads(text)  # in UTF-8 or, as some shells write, UTF-16
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise UsageError(f"{place}: {error.msg}, so it is no JSON; --since takes a report that {_WRITES}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path}:1:1: is no JSON; --since takes a report that {_WRITES}") from None
    try:
        opened = {
            str(violation["fingerprint"]): str(violation["family"])
            for violation in data["violations"]
            if violation["suppressed"] is None
        }
    except (KeyError, TypeError):
        raise UsageError(f"{path}:1:1: is no medlint report; --since takes one that {_WRITES}") from None
    return Earlier(Path(path).name, opened)


def stamp_now() -> Stamp:
    """The time in UTC, and the commit of the working folder (empty outside git)."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "HEAD"],  # noqa: S607 - the git that the user has
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
        commit = done.stdout.strip() if done.returncode == 0 else ""
    except (OSError, subprocess.SubprocessError):
        commit = ""
    return Stamp(time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()), commit)

"""``medlint init``: write a configuration and the pre-commit hook, without prompts and without overwriting."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.hook import HookError, add_hook
from linter.config.errors import shown
from linter.config.find import Configurations
from linter.discovery import find_articles
from linter.files.atomic import new_file

_CONFIGURATION = """\
# Settings of medlint. `medlint config` shows the resulting values, `medlint config --schema` all keys.
extends = "recommended"      # or "strict"; or "minimal", for a first look at old pages
# jurisdictions = ["us-ca"]  # whose law applies; "us" by default
# exclude = ["drafts/"]      # as in .gitignore; also applies to files given by name
# fail-on = "warning"

# [severity]
# readability = "info"
"""


def init(options: argparse.Namespace) -> int:
    """Write what is missing, and say what was written."""
    folder = Path(options.folder)
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    try:
        sys.stderr.write(f"medlint: {_configured(folder)}\n")
        sys.stderr.write(f"medlint: {add_hook(folder.resolve())}\n")
    except HookError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"cannot write {error.filename or folder}: {error.strerror or error}") from None
    sys.stderr.write(f"medlint: {_articles(folder)}\n")
    return exits.CLEAN


def _configured(folder: Path) -> str:
    layers = Configurations().of(f"{folder}/").layers
    if layers:
        return f"{shown(layers[-1].file)} already configures this folder"
    file = folder / "medlint.toml"
    new_file(file, _CONFIGURATION.encode())
    return f"wrote {file}"


def _articles(folder: Path) -> str:
    found = find_articles([str(folder)], Configurations().excluded).paths
    tops = Counter(Path(path).relative_to(folder).parts[0] for path in found if len(Path(path).parts) > 1)
    where = ", ".join(f"{count} in {name}" for name, count in tops.most_common(3))
    what, them = ("article", "it") if len(found) == 1 else ("articles", "them")
    return f"{len(found)} {what}{f' ({where})' if where else ''}; check {them} with: medlint check {folder}"

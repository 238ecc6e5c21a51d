"""Add medlint to a ``.pre-commit-config.yaml`` without changing the rest of the file."""

import io
import json
from pathlib import Path

from linter.config.errors import shown
from linter.config.find import repository_of
from linter.discovery.names import NAMED_ONLY, NO_ARTICLE
from linter.files.atomic import new_file, replace_file
from linter.files.data import read_text, read_yaml
from linter.files.yaml_values import writer
from linter.parsers import EXTRAS, SUFFIXES
from linter.typed import Any

FILE = ".pre-commit-config.yaml"


class HookError(Exception):
    """The hook cannot be added to a pre-commit configuration; the message is one line."""


def add_hook(folder: Path) -> str:
    """Add the hook to the repository that contains a folder; return a message that says what was done.

    Raises :class:`HookError`, ``DataFileError`` and ``OSError``.
    """
    root = repository_of(str(folder))
    if not root:
        return "not a git repository, so no pre-commit hook was added"
    file = Path(root, FILE)
    if not file.exists():
        new_file(file, _dumped({"repos": [_entry()]}, writer(4, 2)).encode())
        return f"wrote {shown(str(file))}; enable it with: pre-commit install"
    content = read_yaml(file)
    repos = content.get("repos") if isinstance(content, dict) else None
    if not isinstance(repos, list):
        raise HookError(f"{file}:1:1: no 'repos' list; add by hand: {json.dumps(_entry())}")
    if "medlint" in _hooks(repos):
        return f"{shown(str(file))} already has the hook"
    replace_file(file, _added(read_text(file), file).encode())
    return f"added the hook to {shown(str(file))}; enable it with: pre-commit install"


def _hooks(repos: list[Any]) -> set[str]:
    entries = [entry for repo in repos if isinstance(repo, dict) for entry in repo.get("hooks") or ()]
    return {str(entry.get("id")) for entry in entries if isinstance(entry, dict)}


def _added(text: str, file: Path) -> str:
    """Append our entry to the repos of the file, preserving comments and layout."""
    from ruamel.yaml.util import load_yaml_guess_indent

    _, sequence, offset = load_yaml_guess_indent(text)
    yaml = writer(sequence or 2, offset or 0)
    content = yaml.load(text)
    if _dumped(content, yaml).rstrip("\n") != text.rstrip("\n"):
        # fail rather than reformat the file
        raise HookError(f"{file}:1:1: adding to it would change its layout; add by hand: {json.dumps(_entry())}")
    content["repos"].append(_entry())
    return _dumped(content, yaml)


def _dumped(content: Any, yaml: Any) -> str:
    stream = io.StringIO()
    yaml.dump(content, stream)
    return stream.getvalue()


def _entry() -> dict[str, Any]:
    """The hook of the repository that medlint was installed from, else a local hook that runs the installed medlint."""
    url, revision = source()
    if url:
        return {"repo": url, "rev": revision, "hooks": [{"id": "medlint"}]}
    hook = {"id": "medlint", "name": "medlint", "entry": "medlint check", "language": "system"}
    return {"repo": "local", "hooks": [{**hook, "files": pattern(), "exclude": excluded(), "require_serial": True}]}


def pattern() -> str:
    """The regular expression for the names of article files, for hooks.

    Formats that need extras are left out, because the environment of a hook does not have them.
    """
    kept = [suffix for suffix, name in SUFFIXES.items() if suffix not in NAMED_ONLY and name not in EXTRAS]
    suffixes = sorted(suffix[1:] for suffix in kept)
    return rf"(?i)\.({'|'.join(suffixes)})$"


def excluded() -> str:
    """The regular expression for the files that match :func:`pattern` but are not articles, for hooks."""
    return f"(?i)(^|/)({NO_ARTICLE})$"


def source() -> tuple[str, str]:
    """The repository that medlint was installed from, and its tag or commit (PEP 610); empty for other installs."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        origin = json.loads(distribution("medlint").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return "", ""
    version = origin.get("vcs_info", {})
    if version.get("vcs") != "git":
        return "", ""
    revision = str(version.get("requested_revision", ""))
    return str(origin["url"]), revision if revision.startswith("v") else str(version["commit_id"])

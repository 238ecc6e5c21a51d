"""Find the articles in a folder and below it."""

import os
from collections.abc import Callable, Iterator

from linter.config.find import repository_of
from linter.config.globs import relative
from linter.discovery.gitignore import Ignores
from linter.discovery.names import is_page
from linter.outcome import FileError, Kind

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "build", "dist", "site-packages"})


def articles_below(top: str, kept: Callable[[str], bool], refused: list[FileError]) -> Iterator[str]:
    """Yield the articles below a folder for which ``kept`` is true.

    ``kept`` is called for folders too, with a final ``/``. Errors for what may not be read are added to ``refused``.
    """

    def refuse(error: OSError) -> None:
        refused.append(FileError(os.path.normpath(error.filename), error.strerror or str(error), Kind.INPUT))

    ignores = Ignores(top)
    real = os.path.realpath(top)
    project = repository_of(real) or real
    for root, folders, files in os.walk(top, onerror=refuse):  # does not follow links to folders, so there are no loops
        ignored = ignores.of(root)
        folders[:] = [
            name
            for name in folders
            if name not in SKIPPED_FOLDERS
            and not name.startswith(".")
            and not ignored(f"{root}/{name}/")
            and kept(f"{root}/{name}/")
        ]
        for name in files:
            if is_page(name) and not name.startswith("."):
                path = os.path.normpath(os.path.join(root, name))
                if not ignored(path) and kept(path):
                    if os.path.islink(path) and relative(os.path.realpath(path), project) is None:
                        refused.append(FileError(path, f"is a link that leads outside {project}; name it", Kind.INPUT))
                    else:
                        yield path

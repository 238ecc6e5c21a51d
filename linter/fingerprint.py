"""What a finding is called by from one run to the next, also when other lines of its article change."""

import os

from linter.digest import digest


def project_path(path: str, root: str = "") -> str:
    """A path as fingerprints and the files of waivers and baselines name it: from the project's folder, with slashes.

    ``root`` is that folder (empty: the working folder). A path that leads out of it stays as it is.
    """
    if root or os.path.isabs(path):
        try:
            below = os.path.relpath(path, root or os.curdir)
        except ValueError:  # another drive
            below = os.pardir
        path = path if below.split(os.sep, 1)[0] == os.pardir else below
    return os.path.normpath(path).replace(os.sep, "/")


def fold_excerpt(excerpt: str) -> str:
    """An excerpt as fingerprints compare it: case and the length of white space do not count."""
    return " ".join(excerpt.split()).lower()


def fingerprint(path: str, code: str, excerpt: str, occurrence: int) -> str:
    """A name for a finding that survives edits elsewhere in the file: no line number goes into it.

    ``path`` is the :func:`project_path`; ``occurrence`` counts from 0 the excerpts of the same code in the file that
    are equal when folded (:func:`fold_excerpt`). Returns 16 hexadecimal digits.
    """
    return digest(f"{path}\0{code}\0{fold_excerpt(excerpt)}\0{occurrence}".encode("utf-8", "surrogatepass"))[:16]

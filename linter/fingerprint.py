"""Fingerprints: names of findings that stay the same between runs while other lines of the article change."""

import os

from linter.digest import digest


def project_path(path: str, root: str = "") -> str:
    """Return a path as fingerprints, waivers and baselines write it: relative to the project folder, with slashes.

    ``root`` is that folder; empty means the working directory. A path outside it stays as it is.
    """
    if root or os.path.isabs(path):
        try:
            below = os.path.relpath(path, root or os.curdir)
        except ValueError:  # another drive
            below = os.pardir
        path = path if below.split(os.sep, 1)[0] == os.pardir else below
    return os.path.normpath(path).replace(os.sep, "/")


def fold_excerpt(excerpt: str) -> str:
    """Return an excerpt as fingerprints compare it: in lower case, with runs of whitespace collapsed."""
    return " ".join(excerpt.split()).lower()


def fingerprint(path: str, code: str, excerpt: str, occurrence: int) -> str:
    """Return 16 hexadecimal digits that identify a finding, without its line number.

    ``path`` is the :func:`project_path`; ``occurrence`` numbers, from 0, the findings of the same code in the file
    whose excerpts are equal when folded (:func:`fold_excerpt`).
    """
    return digest(f"{path}\0{code}\0{fold_excerpt(excerpt)}\0{occurrence}".encode("utf-8", "surrogatepass"))[:16]

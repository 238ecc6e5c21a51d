"""Where a SARIF log says that something stands: files by their addresses, regions in code points."""

import os
from functools import lru_cache
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from linter.source import SourceText, Span

ROOT = "%SRCROOT%"
"""Stands for the folder of the run."""

Data = dict[str, Any]


def region_of(span: Span, source: SourceText | None) -> Data:
    """A stretch of a file, with lines and columns where the source is there to count them."""
    region: Data = {"charOffset": span.start, "charLength": span.end - span.start}
    if source is not None:
        start, end = source.position(span.start), source.position(span.end)
        region |= {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
    return region


def location(path: str, region: Data | None) -> Data:
    """A file, or a region of it."""
    place: Data = {"artifactLocation": artifact(path)}
    if region is not None:
        place["region"] = region
    return {"physicalLocation": place}


@lru_cache(16)  # all findings of a file name it
def artifact(path: str) -> Data:
    """Where a file is: an absolute path as a ``file:`` address, a relative one below the folder of the run."""
    pure = PurePath(path)
    # the bytes of the name as the system has them, so that names that are no UTF-8 survive
    address = quote(os.fsencode(pure.as_posix()))
    if pure.is_absolute():
        return {"uri": f"file://{address}" if address.startswith("/") else f"file:///{address}"}
    # the standard forbids ".." below a base
    return {"uri": address} if ".." in pure.parts else {"uri": address, "uriBaseId": ROOT}

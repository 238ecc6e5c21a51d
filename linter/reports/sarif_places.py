"""Locations in a SARIF log: files by address, regions in code points."""

import os
from functools import lru_cache
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from linter.source import SourceText, Span

ROOT = "%SRCROOT%"
"""The base of relative addresses: the folder of the run."""

Data = dict[str, Any]


def region_of(span: Span, source: SourceText | None) -> Data:
    """The region of a span; it has lines and columns only if the source is available."""
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
    """The location of a file or of a region in it."""
    place: Data = {"artifactLocation": artifact(path)}
    if region is not None:
        place["region"] = region
    return {"physicalLocation": place}


@lru_cache(16)  # repeated for all findings of a file
def artifact(path: str) -> Data:
    """The address of a file: ``file:`` for an absolute path, else relative to the folder of the run."""
    pure = PurePath(path)
    # quote the bytes of the name, so that names that are not UTF-8 survive
    address = quote(os.fsencode(pure.as_posix()))
    if pure.is_absolute():
        return {"uri": f"file://{address}" if address.startswith("/") else f"file:///{address}"}
    # the standard forbids ".." below a base
    return {"uri": address} if ".." in pure.parts else {"uri": address, "uriBaseId": ROOT}

"""The report of an article as plain data, and back: for the results on disk and for what processes tell each other.

It is JSON, never code. Of the document only what reports of many articles need goes with it: its source.
"""

import json
import zlib
from collections.abc import Iterable
from functools import lru_cache

from linter.document import Document, FrontMatter
from linter.report import Drawn, FileReport, TreatmentFact
from linter.source import Position, SourceText, Span
from linter.typed import Any
from linter.value import Struct, replace
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation

_LEFT_OUT = ("document", "packed", "sections", "hardest", "met")


def pack(reports: Iterable[FileReport]) -> bytes:
    """The reports of the articles of a file, as :func:`unpack` reads them."""
    return zlib.compress(json_of([_packed(report) for report in reports]), 1)


def unpack(data: bytes) -> list[FileReport]:
    """What :func:`pack` packed: documents have their source and what is wrong with their front matter."""
    return [_unpacked(*kept) for kept in json.loads(zlib.decompress(data))]


def json_of(value: Any) -> bytes:
    """Lists and values as JSON; a value is the list of its fields."""
    return json.dumps(value, separators=(",", ":"), check_circular=False, default=_fields).encode()


def _fields(value: Any) -> Any:
    return value.__values__ if isinstance(value, Struct) else dict(value)


def plain(report: FileReport) -> list[Any]:
    """A report as the list of its fields; the document, its text and what only a drawing needs are left out."""
    return [getattr(report, field) for field in FileReport.__struct_fields__ if field not in _LEFT_OUT]


def _packed(report: FileReport) -> list[Any]:
    document = report.document
    if document is None:
        return [plain(report), report.packed.decode("latin-1")]
    front_matter = [document.front_matter.error, document.front_matter.error_span]
    return [plain(report), document.source.path, document.source.text, document.format, front_matter]


def _unpacked(kept: list[Any], *document: Any) -> FileReport:
    if len(document) == 1:
        return replace(report_of(kept, None), packed=document[0].encode("latin-1"))
    path, text, form, (error, span) = document
    front_matter = FrontMatter(error=error, error_span=None if span is None else Span(*span))
    return report_of(kept, Document(SourceText(path, text), form, (), (), front_matter))


def report_of(kept: list[Any], document: Document | None) -> FileReport:
    """The report that :func:`plain` made a list of, with its document."""
    path, words, sentences, readability, treatments, violations, left_out, failures, drawn = kept
    return FileReport(
        path,
        words,
        sentences,
        readability,
        tuple(_treatment(*treatment) for treatment in treatments),
        tuple(_violation(*violation) for violation in violations),
        document,
        left_out=tuple(map(tuple, left_out)),
        drawn=None if drawn is None else Drawn(*drawn),
        failures=tuple(failures),
    )


def _treatment(*kept: Any) -> TreatmentFact:
    values: list[Any] = [tuple(part) if isinstance(part, list) else part for part in kept]
    return TreatmentFact(*values)


def _violation(
    path: str,
    span: Any,
    start: Any,
    end: Any,
    code: str,
    rule: str,
    family: str,
    severity: str,
    message: str,
    excerpt: str,
    why: str,
    evidence: Any,
    citations: Any,
    suggestion: str,
    fix: Any,
    fingerprint: str,
    suppressed: Any,
    formerly: Any,
) -> Violation:
    return Violation(
        path,
        Span(*span),
        Position(*start),
        Position(*end),
        code,
        rule,
        family,
        Severity(severity),
        message,
        excerpt,
        why,
        tuple([Evidence(kind, text, Span(*place)) for kind, text, place in evidence]),
        tuple([_citation(*citation) for citation in citations]),
        suggestion,
        None if fix is None else Edit(Span(*fix[0]), *fix[1:]),
        fingerprint,
        None if suppressed is None else Suppression(*suppressed),
        tuple(formerly),
    )


@lru_cache(4096)  # all findings of a rule rest on the same
def _citation(*kept: str) -> Citation:
    return Citation(*kept)

"""What came of an article as plain data, and back: for the results on disk and for what processes tell each other.

It is JSON, never code. Of the document only what reports of many articles need goes with it: its source.
"""

import json
from collections.abc import Iterable, Mapping

from linter.document import Document, FrontMatter
from linter.report import FileError, FileReport, Kind, TreatmentFact
from linter.source import Position, SourceText, Span
from linter.typed import Any
from linter.value import Struct, replace
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation


def pack(outcomes: Iterable[FileReport | FileError]) -> bytes:
    """What came of the articles of a file, as :func:`unpack` reads it."""
    return json.dumps([_packed(outcome) for outcome in outcomes], separators=(",", ":")).encode()


def unpack(data: bytes) -> list[FileReport | FileError]:
    """What :func:`pack` packed: documents have their source and what is wrong with their front matter."""
    return [_unpacked(*kept) for kept in json.loads(data)]


def _packed(outcome: FileReport | FileError) -> list[Any]:
    if isinstance(outcome, FileError):
        return [plain(outcome)]
    document = outcome.document
    if document is None:
        return [plain(outcome), outcome.packed.decode("latin-1")]
    front_matter = [document.front_matter.error, plain(document.front_matter.error_span)]
    return [plain(outcome), document.source.path, document.source.text, document.format, front_matter]


def _unpacked(kept: list[Any], *document: Any) -> FileReport | FileError:
    if not document:
        path, message, kind, line, column = kept
        return FileError(path, message, Kind(kind), line, column)
    if len(document) == 1:
        return replace(report_of(kept, None), packed=document[0].encode("latin-1"))
    path, text, form, (error, span) = document
    front_matter = FrontMatter(error=error, error_span=None if span is None else Span(*span))
    return report_of(kept, Document(SourceText(path, text), form, (), (), front_matter))


def plain(value: Any) -> Any:
    """A value as lists of lists; the document and its text are left out."""
    if isinstance(value, Struct):
        fields = type(value).__struct_fields__
        return [plain(getattr(value, field)) for field in fields if field not in ("document", "packed")]
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return dict(value) if isinstance(value, Mapping) else value


def report_of(kept: list[Any], document: Document | None) -> FileReport:
    """The report that :func:`plain` made a list of, with its document."""
    path, words, sentences, readability, treatments, violations, _sections, _hardest, unchanged = kept
    return FileReport(
        path,
        words,
        sentences,
        readability,
        tuple(_treatment(*treatment) for treatment in treatments),
        tuple(_violation(*violation) for violation in violations),
        document,
        unchanged=unchanged,
    )


def _treatment(*kept: Any) -> TreatmentFact:
    values: list[Any] = [tuple(part) if isinstance(part, list) else part for part in kept]
    return TreatmentFact(*values)


def _violation(*kept: Any) -> Violation:
    values = dict(zip(Violation.__struct_fields__, kept, strict=True))
    values["span"], values["start"], values["end"] = Span(*kept[1]), Position(*kept[2]), Position(*kept[3])
    values["severity"] = Severity(values["severity"])
    values["evidence"] = tuple(Evidence(kind, text, Span(*span)) for kind, text, span in values["evidence"])
    values["citations"] = tuple(Citation(*citation) for citation in values["citations"])
    if values["fix"] is not None:
        span, text, safe = values["fix"]
        values["fix"] = Edit(Span(*span), text, safe)
    if values["suppressed"] is not None:
        values["suppressed"] = Suppression(*values["suppressed"])
    return Violation(**values)

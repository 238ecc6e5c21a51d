"""Serialize outcomes for the result cache and for other processes, and read them back.

The format is JSON, never code. Of a document only its source and front matter error are kept.
"""

import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from linter.document import Document, FrontMatter
from linter.outcome import FileError, FileReport, Former, Kind, Rendered, TreatmentFact
from linter.outcome.tally import Group, Tally
from linter.source import Position, SourceText, Span
from linter.typed import Any
from linter.value import Struct, replace
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation

Maker = Callable[[Any], Any]
_LEFT_OUT = ("document", "packed", "sections", "hardest", "met")


class Packed(Struct, frozen=True):
    """The serialized outcomes of a file: their tally, and the reports as packed by :func:`pack`."""

    tally: Tally
    data: bytes

    @classmethod
    def of(cls, outcomes: Iterable[FileReport | FileError]) -> "Packed":
        """Pack the outcomes of a file."""
        outcomes = list(outcomes)
        return cls(Tally.of(outcomes), pack(outcome for outcome in outcomes if isinstance(outcome, FileReport)))

    @property
    def reports(self) -> list[FileReport]:
        """The reports; their documents have no blocks."""
        return unpack(self.data)

    def to_bytes(self) -> bytes:
        """Return the bytes that :meth:`from_bytes` reads."""
        tally = self.tally
        return json_of([tally.reports, tally.size, tally.errors, list(tally.counts.items())]) + b"\n" + self.data

    @classmethod
    def from_bytes(cls, content: bytes) -> "Packed":
        """Read what :meth:`to_bytes` wrote. Usually raises ``ValueError`` for other bytes."""
        head, _, data = content.partition(b"\n")
        reports, size, errors, counts = json.loads(head.decode())
        file_errors = tuple(FileError(path, message, Kind(kind), *place) for path, message, kind, *place in errors)
        counted = {
            Group(code, rule, family, Severity(grade), means): count
            for (code, rule, family, grade, means), count in counts
        }
        return cls(Tally(reports, size, file_errors, Counter(counted)), data)


def pack(reports: Iterable[FileReport]) -> bytes:
    """Pack the reports of a file for :func:`unpack`."""
    return zlib.compress(json_of([_packed(report) for report in reports]), 1)


def unpack(data: bytes) -> list[FileReport]:
    """Unpack what :func:`pack` packed; documents have only their source and front matter error."""
    return [_unpacked(*kept) for kept in json.loads(zlib.decompress(data).decode())]


def json_of(value: Any) -> bytes:
    """Encode lists and structs as JSON; a struct becomes the list of its fields."""
    return json.dumps(value, separators=(",", ":"), check_circular=False, default=_fields).encode()


def _fields(value: Any) -> Any:
    return value.__values__ if isinstance(value, Struct) else dict(value)


def plain(report: FileReport) -> list[Any]:
    """Return the fields of a report as a list, without its document, text and the fields that only rendering needs."""
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
    """Rebuild a report from the list that :func:`plain` returned and its document."""
    path, words, sentences, readability, treatments, violations, left_out, failures, rendered, former = kept
    return FileReport(
        path,
        words,
        sentences,
        readability,
        tuple(_treatment(*treatment) for treatment in treatments),
        tuple(_violation(*violation) for violation in violations),
        document,
        left_out=tuple(map(tuple, left_out)),
        rendered=None if rendered is None else Rendered(*rendered),
        failures=tuple(failures),
        former=tuple(Former(*values) for values in former),
    )


def _treatment(*kept: Any) -> TreatmentFact:
    values: list[Any] = [tuple(part) if isinstance(part, list) else part for part in kept]
    return TreatmentFact(*values)


@lru_cache(4096)  # all findings of a rule share theirs
def _citation(*kept: str) -> Citation:
    return Citation(*kept)


_FIELDS: Mapping[str, Maker] = {
    "span": lambda kept: Span(*kept),
    "start": lambda kept: Position(*kept),
    "end": lambda kept: Position(*kept),
    "severity": Severity,
    "evidence": lambda kept: tuple([Evidence(kind, text, Span(*place)) for kind, text, place in kept]),
    "citations": lambda kept: tuple([_citation(*citation) for citation in kept]),
    "fix": lambda kept: None if kept is None else Edit(Span(*kept[0]), *kept[1:]),
    "suppressed": lambda kept: None if kept is None else Suppression(*kept),
    "formerly": tuple,
}
"""Converters from JSON for the fields of a violation; the other fields need none."""
_MAKERS = tuple(_FIELDS.get(field) for field in Violation.__struct_fields__)


def _violation(*kept: Any) -> Violation:
    return Violation(*[make(value) if make else value for make, value in zip(_MAKERS, kept, strict=True)])

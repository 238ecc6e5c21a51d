"""What came of articles as plain data, and back: for the results on disk and for what processes tell each other.

It is JSON, never code. Of the document only what reports of many articles need goes with it: its source.
"""

import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from linter.document import Document, FrontMatter
from linter.outcome import Drawn, FileError, FileReport, Former, Kind, TreatmentFact
from linter.outcome.tally import Sort, Tally
from linter.source import Position, SourceText, Span
from linter.typed import Any
from linter.value import Struct, replace
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation

Made = Callable[[Any], Any]
_LEFT_OUT = ("document", "packed", "sections", "hardest", "met")


class Packed(Struct, frozen=True):
    """What came of a file, as processes tell each other and as it is kept on disk: its tally, and its reports as
    ``pack`` packs them."""

    tally: Tally
    data: bytes

    @classmethod
    def of(cls, outcomes: Iterable[FileReport | FileError]) -> "Packed":
        """What came of a file, packed."""
        outcomes = list(outcomes)
        return cls(Tally.of(outcomes), pack(outcome for outcome in outcomes if isinstance(outcome, FileReport)))

    @property
    def reports(self) -> list[FileReport]:
        """The reports; their documents have no blocks."""
        return unpack(self.data)

    def sent(self) -> bytes:
        """The bytes that :meth:`received` reads."""
        tally = self.tally
        return json_of([tally.reports, tally.size, tally.errors, list(tally.counts.items())]) + b"\n" + self.data

    @classmethod
    def received(cls, sent: bytes) -> "Packed":
        """What was sent. Raises ``ValueError`` for most of what was not."""
        head, _, data = sent.partition(b"\n")
        reports, size, errors, counts = json.loads(head.decode())
        told = tuple(FileError(path, message, Kind(kind), *place) for path, message, kind, *place in errors)
        counted = {
            Sort(code, rule, family, Severity(grade), means): count
            for (code, rule, family, grade, means), count in counts
        }
        return cls(Tally(reports, size, told, Counter(counted)), data)


def pack(reports: Iterable[FileReport]) -> bytes:
    """The reports of the articles of a file, as :func:`unpack` reads them."""
    return zlib.compress(json_of([_packed(report) for report in reports]), 1)


def unpack(data: bytes) -> list[FileReport]:
    """What :func:`pack` packed: documents have their source and what is wrong with their front matter."""
    return [_unpacked(*kept) for kept in json.loads(zlib.decompress(data).decode())]


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
    path, words, sentences, readability, treatments, violations, left_out, failures, drawn, former = kept
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
        former=tuple(Former(*one) for one in former),
    )


def _treatment(*kept: Any) -> TreatmentFact:
    values: list[Any] = [tuple(part) if isinstance(part, list) else part for part in kept]
    return TreatmentFact(*values)


@lru_cache(4096)  # all findings of a rule rest on the same
def _citation(*kept: str) -> Citation:
    return Citation(*kept)


_FIELDS: Mapping[str, Made] = {
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
"""What makes a field of a violation of what JSON has for it; the others are what they are."""
_MAKERS = tuple(_FIELDS.get(field) for field in Violation.__struct_fields__)


def _violation(*kept: Any) -> Violation:
    return Violation(*[make(value) if make else value for make, value in zip(_MAKERS, kept, strict=True)])

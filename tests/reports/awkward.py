"""A run that is hard for report formats: odd paths and characters, long spans, suppressed findings, file errors."""

from linter.fingerprint import fingerprint
from linter.outcome import FileError, FileReport, Kind
from linter.parsers import parse
from linter.report import Report, RuleFact
from linter.source import SourceText, Span
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation

LAW = Citation("LAW-1", "Fair Claims Act [sec. 5]", "binding", "https://law.example/5?a=1&b=2")
BOOK = Citation("BOOK-1", "A style guide", "guidance")

ODD_PATH = "content/100% sûr, & <safe>: a=b/été 😀.md"
TEXT = (
    "# Title\r\n"
    "\r\n"
    "😀😀 Café: this *cures* {all} ills, 50% & more <now> ]]> \"yes\" 'no'.\r\n"
    "Second line\x0b goes\r\n"
    "on here \u202eand ends.\r\n"
)
PLAIN_PATH = "content/clean.md"
DUP = "Safe. Safe. Safe.\n"


def place(source, excerpt, code, severity=Severity.ERROR, occurrence=0, **changes):
    """A finding on one of the occurrences of an excerpt."""
    start = -1
    for _ in range(occurrence + 1):
        start = source.text.index(excerpt, start + 1)
    span = Span(start, start + len(excerpt))
    values = {
        "path": source.path,
        "span": span,
        "start": source.position(span.start),
        "end": source.position(span.end),
        "code": code,
        "rule": f"rule-{code.lower()}",
        "family": "efficacy",
        "severity": severity,
        "message": f"“{excerpt}” says\ttoo much: 100%, {{sure}}",
        "excerpt": excerpt,
        "why": "A reader may give up a treatment that works.",
        "evidence": (),
        "citations": (LAW, BOOK),
        "suggestion": "Say what was studied, <not> more & not less.",
        "fix": None,
        "fingerprint": fingerprint(source.path, code, excerpt, occurrence),
    }
    return Violation(**{**values, **changes})


def _odd():
    source = SourceText(ODD_PATH, TEXT)
    cures = source.text.index("*cures*")
    end = len(source.text)
    found = (
        place(
            source,
            "*cures* {all} ills",
            "EFF001",
            evidence=(Evidence("effect", "*cures*", Span(cures, cures + 7)),),
            fix=Edit(Span(cures, cures + 7), "may ease 😀", safe=True),
        ),
        place(source, "50% & more <now> ]]> \"yes\" 'no'", "EFF002", Severity.WARNING),
        place(
            source,
            "Second line\x0b goes\r\non here \u202eand ends",
            "EFF003",
            fix=Edit(Span(end, end), "\n\nA note.\n", safe=False),
        ),
        place(source, "ends", "EFF004", Severity.INFO),
        place(source, "Title", "EFF001", suppressed=Suppression("comment", "agreed & signed", "R. Rev", "2027-06-30")),
        place(source, "Café", "EFF002", suppressed=Suppression("waiver", "", "", "")),
    )
    return FileReport(source.path, 20, 3, {}, (), found, parse(source))


def _repeated():
    source = SourceText("content/again.md", DUP)
    found = tuple(place(source, "Safe", "SAF001", occurrence=number) for number in range(3))
    # a report without its article, and a finding without a rule
    return FileReport(source.path, 3, 3, {}, (), (*found, place(source, ".", "MED001", Severity.WARNING)))


def report(fail_on=Severity.ERROR):
    """The run."""
    rules = tuple(
        RuleFact(
            code,
            f"rule-{code.lower()}",
            "efficacy",
            severity,
            "“{excerpt}” says too much",
            "A reader may give up {treatment}.",
            "Say what was studied & in whom.",
            "claim",
            (LAW, BOOK),
            ("us", "us-ca"),
        )
        for code, severity in (
            ("EFF001", Severity.ERROR),
            ("EFF002", Severity.WARNING),
            ("EFF003", Severity.ERROR),
            ("EFF004", Severity.INFO),
            ("SAF001", Severity.ERROR),
        )
    )
    files = (_odd(), _repeated(), FileReport(PLAIN_PATH, 4, 1, {}, (), ()))
    errors = (
        FileError("content/binary.md", "character 3 is NUL", Kind.INPUT),
        FileError("/abs/bad\x1bname.md", "internal error: a, b: 100%", Kind.INTERNAL, 3, 7),
        FileError(ODD_PATH, "front matter: no colon", Kind.INPUT, 2, 1),
    )
    return Report("0.1.0", "0123456789abcdef", fail_on, files, errors, rules, regions=("us",))


def found():
    """All findings of the run."""
    return report().violations


def still_open():
    """The findings that are not suppressed."""
    return report().open


EMPTY = Report("0.1.0", "0123456789abcdef", Severity.ERROR, (), ())

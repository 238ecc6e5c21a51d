"""A small handmade run, independent of changes to the rules."""

from linter.fingerprint import fingerprint
from linter.outcome import FileError, FileReport, HardSentence, Kind, MetDuty, SectionFact, TreatmentFact
from linter.parsers import parse
from linter.report import Earlier, Report, RuleFact
from linter.source import SourceText, Span
from linter.value import replace
from linter.violation import Citation, Edit, Evidence, Severity, Suppression, Violation

FTC = Citation("ftc-act-5", "FTC Act, section 5", "binding", "https://www.ftc.gov/legal-library/browse/statutes")
GUIDE = Citation("ftc-health", "FTC Health Products Compliance Guidance", "guidance", "javascript:alert(1)")

DRAFT = """---
title: Drip therapy for tired people
description: Feel new in an hour.
---

# Drip therapy for tired people

[Home](/) and [prices](https://clinic.example/prices).

Our drips **cure fatigue** for good. They are “completely safe”, and *everybody* feels better &amp; younger.

## What is in the bag?

- Vitamin C, which stops colds
- Magnesium
  - and a *little* zinc

| Drip | Promise |
|---|---|
| Gold | No more migraine |
| Silver | `code` stays |

> "I threw away my pills." — A guest

Ask us[^1] before you stop a medicine.

[^1]: Our own survey.
"""

PUBLISHED = """# Opening hours

We are open on weekdays. A nurse answers questions about vitamin drips by phone.
"""


def violation(source, excerpt, code, severity=Severity.ERROR, occurrence=0, evidence=(), **changes):
    """A finding on the first occurrence of an excerpt."""
    start = source.text.index(excerpt)
    span = Span(start, start + len(excerpt))
    found = Violation(
        path=source.path,
        span=span,
        start=source.position(span.start),
        end=source.position(span.end),
        code=code,
        rule=f"rule-{code.lower()}",
        family={"EFF": "efficacy", "SAF": "safety", "RDB": "readability", "RSK": "risk"}[code[:3]],
        severity=severity,
        message=f"“{excerpt}” says more than a study can.",
        excerpt=excerpt,
        why="A reader may give up a treatment that works.",
        evidence=tuple(
            Evidence(kind, text, Span(source.text.index(text), source.text.index(text) + len(text)))
            for kind, text in evidence
        ),
        citations=(FTC, GUIDE),
        suggestion="Say what was studied, in whom, and how large the effect was.",
        fix=None,
        fingerprint=fingerprint(source.path, code, excerpt, occurrence),
    )
    return replace(found, **changes)


def draft():
    """An article with overlapping, waived and unplaced findings."""
    source = SourceText("content/drafts/drips.md", DRAFT)
    place = source.text.index("cure fatigue")
    found = [
        violation(source, "Feel new in an hour", "EFF002", Severity.WARNING),
        violation(source, "Our drips **cure fatigue** for good", "EFF003", Severity.WARNING),
        violation(
            source,
            "cure fatigue",
            "EFF001",
            evidence=(("subject", "Our drips"), ("effect", "cure")),
            fix=Edit(Span(place, place + 12), "may ease tiredness", safe=False),
        ),
        violation(source, "completely safe", "SAF001"),
        violation(source, "everybody* feels better &amp; younger", "EFF004", Severity.INFO),
        violation(
            source,
            "stops colds",
            "EFF001",
            suppressed=Suppression("comment", "agreed with counsel", "R. Reviewer", "2027-06-30"),
        ),
        violation(source, "No more migraine", "EFF001"),
        violation(source, "Our own survey", "RSK001", Severity.WARNING),
    ]
    return FileReport(
        path=source.path,
        words=62,
        sentences=9,
        readability={"flesch_kincaid_grade": 5.32, "smog_index": 7.1},
        treatments=(
            TreatmentFact(
                "iv_vitamins",
                "IV vitamin drips",
                True,
                4,
                "not FDA-approved for any use",
                ("nothing",),
                ("vein injury",),
                ("infection",),
            ),
            TreatmentFact("zinc", "zinc", False, 1, "dietary supplement"),
        ),
        violations=tuple(found),
        document=parse(source),
        sections=(SectionFact("", 30, 5.1, 1), SectionFact("What is in the bag?", 32, 9.4, 5)),
        hardest=(HardSentence("Ask us before you stop a medicine.", 23, 7),),
        met=(MetDuty("STR001", "A guest", 21),),
    )


def published():
    """An article without findings."""
    source = SourceText("content/published/hours.md", PUBLISHED)
    return FileReport(source.path, 14, 2, {"flesch_kincaid_grade": 9.8}, (), (), parse(source))


def report(earlier=False):
    """A run over both articles, and a file that could not be read."""
    rules = (
        RuleFact("EFF001", "rule-eff001", "efficacy", Severity.ERROR, "A cure", "why", "do", "claim"),
        RuleFact("RSK001", "rule-rsk001", "risk", Severity.WARNING, "No risks named", "why", "do", "section"),
        RuleFact("STR001", "no-author", "structure", Severity.WARNING, "No author", "why", "do", "metadata"),
    )
    files = (draft(), published())
    before = {files[0].violations[3].fingerprint: "safety", "0" * 16: "efficacy"}
    return Report(
        "0.1.0",
        "0123456789abcdef",
        Severity.ERROR,
        files,
        (FileError("content/broken.md", "byte 3 cannot be read", Kind.INPUT),),
        rules,
        regions=("us", "us-ca"),
        earlier=Earlier("last-week.json", before) if earlier else None,
    )

"""Many articles: read, parsed and checked, each on its own, so that one bad file never stops the others."""

import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO

from linter.checks.article import Setting
from linter.digest import digest
from linter.document import Document
from linter.engine import lint_document
from linter.gathered import Gathered, front_matter_errors
from linter.outcomes import pack, unpack
from linter.parsers import CONTAINERS, STREAMED, documents, format_of
from linter.regular import open_regular
from linter.report import FileError, FileReport, Kind, Report, RuleFact
from linter.results import Results
from linter.rules.program import Program, Rule
from linter.source import SourceError, packed
from linter.typed import TYPE_CHECKING, BinaryIO
from linter.value import Struct, replace
from linter.version import VERSION
from linter.violation import Severity

if TYPE_CHECKING:
    from typing import TypeVar

    from linter.ledger import Ledger

    Made = TypeVar("Made")
    Judge = Callable[[Document, "Plan"], Made]
    Use = Callable[[BinaryIO], Iterator[Made]]
    Settle = Callable[[FileReport], FileReport]
    _Outcome = tuple[int, Iterable[FileReport | FileError]]

MAX_ARTICLE = 20_000_000
"""Largest article that is read, in bytes."""
MANY = 32
"""Articles of usual length from which further processes pay: a second of work and more."""
MOST = 64
"""Processes of a run: each takes a pipe, and a system has only so many."""
DIED = "the process that checked it was killed, or ran out of memory; the others were checked"


class Plan(Struct, frozen=True):
    """How articles are judged. ``honour`` false leaves the articles' own suppressions out of account; ``portrait``
    gathers what only a report that shows the articles tells."""

    program: Program
    rules: tuple[Rule, ...]
    setting: Setting
    honour: bool = True
    portrait: bool = False
    lean: bool = False
    """Whether a report keeps of each article its source only, so that a long run needs little memory."""
    results: Results | None = None
    """What was found in articles before."""


def lint_paths(
    articles: Iterable[tuple[str, Plan]],
    fail_on: Severity = Severity.ERROR,
    jobs: int | None = 1,
    told: Callable[[Sequence[str]], Iterable[str]] = iter,
    ledger: "Ledger | None" = None,
) -> Report:
    """Check files by path, each by its plan; equal plans are one object.

    ``jobs`` is the number of processes, 0 one for each processor, None as many where they pay and else one. ``told``
    is handed the paths and gives them back one by one as outcomes come: it may tell how far the run is. ``ledger`` is
    what the project has accepted.
    """
    planned = list(articles)
    plans = list({id(plan): plan for _, plan in planned}.values())
    gathered = Gathered(len(planned)) if all(plan.lean for plan in plans) else Gathered(len(planned), math.inf)
    rules = _facts(plans)
    outcomes = _outcomes(planned, jobs, _settler(ledger, rules))
    for _ in told([path for path, _ in planned]):
        gathered.add(*next(outcomes))
    if ledger is not None:
        from linter.ledger import wrong_waivers_of

        for wrong in wrong_waivers_of(gathered, ledger, rules):
            after = [number for number, (path, _) in enumerate(planned) if path > wrong.path]
            gathered.insert(after[0] if after else len(planned), wrong)
    return _report(gathered, plans, fail_on, "" if ledger is None or ledger.changes is None else ledger.changes.since)


def _settler(ledger: "Ledger | None", rules: Mapping[str, RuleFact]) -> "Settle":
    if ledger is None:
        return lambda file: file
    from linter.ledger import settler  # most runs do without it

    return settler(ledger, rules)


def _outcomes(planned: Sequence[tuple[str, Plan]], jobs: int | None, settle: "Settle") -> "Iterator[_Outcome]":
    """The number of each file and what came of it: first what is known, then the others in order."""
    fresh: list[int] = []
    for number, (path, plan) in enumerate(planned):
        known = _known(path, plan)
        if known is None:
            fresh.append(number)
        else:
            yield number, [settle(known)]

    def lint(number: int) -> Iterator[FileReport | FileError]:
        return _lint_path(*planned[number], settle)

    alone = jobs == 1 or len(fresh) < (MANY if jobs is None else 2)
    if not alone and all(plan.lean for _, plan in planned):
        from linter import workers  # a run of few files starts none

        yield fresh[0], lint(fresh[0])  # and what this loads, the processes have from their start
        del fresh[0]
        paths = [planned[number][0] for number in fresh]
        processes = min(jobs or workers.cores(), len(fresh), MOST)
        if processes > 1 and workers.can_spread():
            done = workers.spread(len(fresh), lambda place: _packed(paths[place], lint(fresh[place])), processes)
            for number, path, outcome in zip(fresh, paths, done, strict=True):
                yield number, [FileError(path, DIED, Kind.INTERNAL)] if outcome is None else unpack(outcome)
            return
    yield from ((number, lint(number)) for number in fresh)


def _packed(path: str, outcomes: Iterable[FileReport | FileError]) -> bytes:
    try:
        return pack(outcomes)
    except Exception as error:  # noqa: BLE001 - else the process would seem to have been killed
        return pack([FileError(path, _internal(error), Kind.INTERNAL)])


def each_article(path: str, plan: Plan, judge: "Judge[Made]") -> "Iterator[Made | FileError]":
    """What a function makes of each article of a file, in order, and a line for what cannot be read or judged."""
    return _of_file(path, partial(_of_stream, path, plan=plan, judge=judge))


def lint_bytes(name: str, data: bytes, plan: Plan, fail_on: Severity = Severity.ERROR) -> Report:
    """Check one article that was handed over, as from standard input; ``name`` gives its path and format."""
    gathered = Gathered(1, math.inf)
    gathered.add(0, _leaned(_of_data(name, data, partial(lint_stream, name, plan=plan)), plan))
    return _report(gathered, [plan], fail_on)


def _report(gathered: Gathered, plans: Sequence[Plan], fail_on: Severity, since: str = "") -> Report:
    regions = tuple(dict.fromkeys(region for plan in plans for region in plan.setting.regions))
    facts = _facts(plans)
    return Report(
        VERSION,
        _hash(plans),
        fail_on,
        gathered.files,
        gathered.errors,
        tuple(facts[code] for code in sorted(facts)),
        regions=regions,
        grade_target=_grade_target([rule for plan in plans for rule in plan.rules]),
        since=since,
        counted=gathered.counts,
    )


def _facts(plans: Iterable[Plan]) -> dict[str, RuleFact]:
    """The rules of a run by code."""
    return {fact.code: fact for plan in plans for fact in _facts_of(plan)}


def _facts_of(plan: Plan) -> Iterator[RuleFact]:
    regions = plan.setting.regions
    for rule in plan.rules:
        if set(rule.jurisdictions) & set(regions):
            yield RuleFact(
                rule.code,
                rule.id,
                rule.family,
                rule.severity,
                rule.message,
                rule.why,
                rule.suggestion,
                rule.kind,
                citations=rule.cited(regions),
                jurisdictions=rule.jurisdictions,
                duty=rule.duty,
                suppressible=rule.suppressible,
                aliases=rule.aliases,
            )


def _hash(plans: Sequence[Plan]) -> str:
    """The hash of the rule set; where configurations have several, the hash of their hashes."""
    hashes = sorted({plan.program.hash for plan in plans})
    return hashes[0] if len(hashes) == 1 else digest("".join(hashes).encode())[:16]


def _grade_target(rules: Sequence[Rule]) -> float:
    """The school grade that the readability rule aims at; 8, as the rule's own default, in a run without it."""
    targets = [rule.match["target"] for rule in rules if rule.kind == "readability" and rule.match["metric"] == "grade"]
    return float(targets[0]) if targets else 8.0


def _known(path: str, plan: Plan) -> FileReport | None:
    """What was found in a file before, if it has not changed since."""
    if plan.results is None or format_of(path) in CONTAINERS:
        return None
    try:
        with open_regular(path) as stream:
            data = stream.read(MAX_ARTICLE)
    except OSError:
        return None
    return plan.results.get(plan.results.name(path, data), path, data)


def _lint_path(path: str, plan: Plan, settle: "Settle") -> Iterator[FileReport | FileError]:
    """What came of each article of a file, settled."""
    outcomes = _of_file(path, partial(_lint, path, plan=plan))
    return _leaned((settle(one) if isinstance(one, FileReport) else one for one in outcomes), plan)


def _leaned(outcomes: Iterable[FileReport | FileError], plan: Plan) -> Iterator[FileReport | FileError]:
    for outcome in outcomes:
        yield lean(outcome) if plan.lean and isinstance(outcome, FileReport) else outcome


def _of_file(path: str, use: "Use[Made]") -> "Iterator[Made | FileError]":
    try:
        with open_regular(path) as stream:
            if format_of(path) in STREAMED:
                yield from use(stream)
            else:
                yield from _of_data(path, stream.read(MAX_ARTICLE + 1), use)
    except OSError as error:
        yield FileError(path, error.strerror or str(error), Kind.INPUT)


def _of_data(path: str, data: bytes, use: "Use[Made]") -> "Iterator[Made | FileError]":
    if len(data) > MAX_ARTICLE:
        yield FileError(path, f"is larger than {MAX_ARTICLE:,} bytes; split it", Kind.INPUT)
    else:
        yield from use(BytesIO(data))


def _lint(path: str, stream: BinaryIO, plan: Plan) -> Iterator[FileReport | FileError]:
    if plan.results is None or format_of(path) in CONTAINERS:
        return lint_stream(path, stream, plan)
    return _lint_and_keep(path, stream.read(), plan, plan.results)


def _lint_and_keep(path: str, data: bytes, plan: Plan, results: Results) -> Iterator[FileReport | FileError]:
    found = list(lint_stream(path, BytesIO(data), plan))
    if len(found) == 1 and isinstance(found[0], FileReport) and not any(front_matter_errors(found[0])):
        results.put(results.name(path, data), found[0])
    yield from found


def lint_stream(
    path: str,
    stream: BinaryIO,
    plan: Plan,
    format: str | None = None,  # noqa: A002 - the word of the command line
) -> Iterator[FileReport | FileError]:
    """What came of each article of a stream; ``format`` is how it is read where its name does not tell."""
    return _of_stream(path, stream, plan, _lint_document, format)


def _of_stream(
    path: str,
    stream: BinaryIO,
    plan: Plan,
    judge: "Judge[Made]",
    format: str | None = None,  # noqa: A002 - the word of the command line
) -> "Iterator[Made | FileError]":
    try:
        for document in documents(path, stream, format, plan.setting.copy):
            yield _judged(document, plan, judge)
    except SourceError as error:
        yield FileError(path, str(error), Kind.INPUT)
    except Exception as error:  # noqa: BLE001 - a defect on one file must not stop the run; exit code 3 tells of it
        yield FileError(path, _internal(error), Kind.INTERNAL)


def _lint_document(document: Document, plan: Plan) -> FileReport:
    return lint_document(document, plan.program, plan.rules, plan.setting, plan.honour, plan.portrait)


def _judged(document: Document, plan: Plan, judge: "Judge[Made]") -> "Made | FileError":
    try:
        return judge(document, plan)
    except Exception as error:  # noqa: BLE001 - a defect on one article must not stop the others of its file either
        return FileError(document.source.path, _internal(error), Kind.INTERNAL)


def lean(report: FileReport) -> FileReport:
    """A report whose document has nothing but its source and its metadata.

    Of an article in a file of many only the source is kept, packed: the file may be larger than the memory.
    """
    document = report.document
    if document is None:
        return report
    if document.format in STREAMED:
        return replace(report, document=None, packed=packed(document.source))
    return replace(report, document=replace(document, blocks=(), sections=(), directives=()))


def _internal(error: Exception) -> str:
    """One line on a defect of ours: the error and the innermost place in our code."""
    traceback = error.__traceback__
    place = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{os.path.basename(code.co_filename)}:{traceback.tb_lineno} in {code.co_name}"
        traceback = traceback.tb_next
    message = " ".join(str(error).split())
    return f"internal error, please report it: {type(error).__name__}: {message} ({place})"

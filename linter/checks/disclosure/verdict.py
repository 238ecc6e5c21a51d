"""Judge how a page meets a notice that it owes: adequate, generic, borrowed approval, wrong type or missing."""

import itertools
from collections.abc import Sequence

from linter.checks.approval import findings
from linter.checks.approval.stated import FalseApproval
from linter.checks.article import Article
from linter.checks.disclosure.adequacy import Parts, parts_for
from linter.checks.disclosure.owed import Owed
from linter.checks.disclosure.owing import owed_by
from linter.checks.disclosure.products import compounding, named
from linter.checks.lines import around, lines_with, visible_lines
from linter.language.reading import Place
from linter.value import Struct


class Verdict(Struct, frozen=True):
    """``outcome`` is adequate, generic, borrowed, wrong-type or missing; ``parts`` are the statements for the notice.

    ``owner_notice`` is the kind of notice that the finding is filed under: a compounded product that is promoted for a
    use and never called compounded primarily lacks a status notice. ``missing`` names what a notice lacks;
    ``evidence`` is the place (block, start, end) of a borrowed approval.
    """

    outcome: str
    owner_notice: str
    parts: tuple[Parts, ...]
    missing: str = ""
    evidence: Place | None = None


def verdicts(article: Article) -> tuple[tuple[Owed, Verdict], ...]:
    """Return every notice that a page owes, with the verdict on it."""
    return tuple((owed, _verdict_on(owed, article)) for owed in owed_by(article))


def _verdict_on(owed: Owed, article: Article) -> Verdict:
    """Judge one notice."""
    if owed.notice == "dshea":
        return Verdict("adequate" if _has_dshea(article) else "missing", "dshea", ())
    parts = parts_for(owed.requirement, article)
    if owed.notice == "biologic":
        return Verdict("adequate" if any(part.adequate for part in parts) else "missing", "biologic", parts)
    if owed.notice == "compounded":
        if _says_compounded(parts, article):
            return Verdict("adequate", "compounded", parts)
        if compounding(article) or not (owed.pairs or any(part.count > 1 for part in parts)):
            return Verdict("missing", "compounded", parts, "compounded")
    return _on_status(owed, parts, article)


def _on_status(owed: Owed, parts: tuple[Parts, ...], article: Article) -> Verdict:
    """Judge whether a page says that the use of a product is not approved."""
    if any(part.adequate for part in parts):
        return Verdict("adequate", "status", parts)
    best = max(parts, key=lambda part: part.count, default=None)
    if best is not None and best.count >= 2 and owed.certain:
        return Verdict("generic", "status", parts, "product" if not best.product else "use")
    borrowed = _borrowed(owed, article)
    denied = any(part.product for part in parts)
    if not owed.certain and (borrowed is None or denied or owed.treatment.kind == "device"):
        return Verdict("adequate", "status", parts)
    if borrowed is not None:
        return Verdict("borrowed", "status", parts, "denial", borrowed)
    return Verdict("wrong-type" if _is_sold_as_supplement(owed, article) else "missing", "status", parts)


def _is_sold_as_supplement(owed: Owed, article: Article) -> bool:
    """Whether the page has the supplement statement for a drug sold as one; then only that is reported."""
    return owed.treatment.fda_status == "mixed" and owed.treatment.kind == "drug" and _has_dshea(article)


def _says_compounded(parts: Sequence[Parts], article: Article) -> bool:
    """Whether a statement denies approval and it, or a line nearby, calls the product compounded.

    On a page that does not mention compounding, an adequate status statement is enough.
    """
    if not compounding(article) and any(part.adequate and part.statement.agency for part in parts):
        return True
    return any(_calls_compounded(part, article) for part in parts)


def _calls_compounded(parts: Parts, article: Article) -> bool:
    statement = parts.statement
    near = around(visible_lines(article), statement.line, 2, 2)
    if not any(line.of("notice.compounded") for line in near):
        return False
    return statement.agency and (parts.product or bool(statement.line.of("notice.compounded")))


def _has_dshea(article: Article) -> bool:
    """Whether both sentences of 21 CFR 101.93(c) follow each other, verbatim or in other words.

    Another rule reports wordings that are not verbatim.
    """
    evaluated = ("notice.dshea.evaluated", "notice.dshea.evaluated-like")
    intended = ("notice.dshea.intended", "notice.dshea.intended-like")
    lines = visible_lines(article)
    whole = any(line.of(*evaluated) and line.of(*intended) for line in lines)
    return whole or any(line.of(*evaluated) and after.of(*intended) for line, after in itertools.pairwise(lines))


def _borrowed(owed: Owed, article: Article) -> Place | None:
    """Return the place where the page calls the product approved or cleared without saying for what.

    False approvals (*FDA-approved ketamine for depression*) are reported as such, and do not count here.
    """
    false: dict[int, list[FalseApproval]] = {}
    for finding in findings(article):
        false.setdefault(finding.reading.block.index, []).append(finding)
    for line in lines_with(article, "notice.agency"):
        if line.is_question:
            continue
        if not any(name in owed.requirement.products for _, name in named(line, article)):
            continue
        if not owed.certain and line.of("condition"):
            continue
        for hit in line.of("notice.approved-word"):
            reading = line.reading
            if any(bad.first < hit.last and hit.first < bad.last for bad in false.get(reading.block.index, ())):
                continue
            first = min([hit.first, *(agency.first for agency in line.of("notice.agency") if agency.first < hit.first)])
            return reading.place(first, hit.last)
    return None

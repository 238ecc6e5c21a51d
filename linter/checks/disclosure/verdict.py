"""How a page does for one notice that it owes: adequate, generic, borrowed approval, of the wrong kind, or missing."""

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
    """``outcome`` is adequate, generic, borrowed, wrong-type or missing; ``parts`` are the statements that speak to it.

    ``owner_notice`` is the kind of notice that the finding goes to: a compounded product that is promoted for a use and
    never called compounded is first of all a product without status. ``missing`` says in words what a notice lacks,
    ``evidence`` where a borrowed approval stands (block, start, end).
    """

    outcome: str
    owner_notice: str
    parts: tuple[Parts, ...]
    missing: str = ""
    evidence: Place | None = None


def verdicts(article: Article) -> tuple[tuple[Owed, Verdict], ...]:
    """Every notice that a page owes, judged."""
    return tuple((owed, verdict_on(owed, article)) for owed in owed_by(article))


def verdict_on(owed: Owed, article: Article) -> Verdict:
    """Judge one notice."""
    if owed.notice == "dshea":
        return Verdict("adequate" if _has_dshea(article) else "missing", "dshea", ())
    parts = parts_for(owed.duty, article)
    if owed.notice == "biologic":
        return Verdict("adequate" if any(one.adequate for one in parts) else "missing", "biologic", parts)
    if owed.notice == "compounded":
        if _tells_compounded(parts, article):
            return Verdict("adequate", "compounded", parts)
        if compounding(article) or not (owed.pairs or any(one.count > 1 for one in parts)):
            return Verdict("missing", "compounded", parts, "compounded")
    return _on_status(owed, parts, article)


def _on_status(owed: Owed, parts: tuple[Parts, ...], article: Article) -> Verdict:
    """Whether a page says of a product that its use is not approved."""
    if any(one.adequate for one in parts):
        return Verdict("adequate", "status", parts)
    best = max(parts, key=lambda one: one.count, default=None)
    if best is not None and best.count >= 2 and owed.certain:
        return Verdict("generic", "status", parts, "product" if not best.product else "use")
    borrowed = _borrowed(owed, article)
    denied = any(one.product for one in parts)
    if not owed.certain and (borrowed is None or denied or owed.treatment.kind == "device"):
        return Verdict("adequate", "status", parts)
    if borrowed is not None:
        return Verdict("borrowed", "status", parts, "denial", borrowed)
    return Verdict("wrong-type" if _told_as_supplement(owed, article) else "missing", "status", parts)


def _told_as_supplement(owed: Owed, article: Article) -> bool:
    """Whether the page has the supplement statement for a thing that is sold as one: that it is wrong says it all."""
    return owed.treatment.fda_status == "mixed" and owed.treatment.kind == "drug" and _has_dshea(article)


def _tells_compounded(parts: Sequence[Parts], article: Article) -> bool:
    """Whether a statement denies approval and calls the product compounded, in it or beside it.

    A page that never speaks of compounding says what matters without that.
    """
    if not compounding(article) and any(one.adequate and one.statement.agency for one in parts):
        return True
    return any(_calls_compounded(one, article) for one in parts)


def _calls_compounded(parts: Parts, article: Article) -> bool:
    statement = parts.statement
    near = around(visible_lines(article), statement.line, 2, 2)
    if not any(line.of("notice.compounded") for line in near):
        return False
    return statement.agency and (parts.product or bool(statement.line.of("notice.compounded")))


def _has_dshea(article: Article) -> bool:
    """Whether both sentences of 21 CFR 101.93(c) stand one after the other.

    In other words they still say what matters here; that the wording is fixed is the finding of another rule.
    """
    evaluated = ("notice.dshea.evaluated", "notice.dshea.evaluated-like")
    intended = ("notice.dshea.intended", "notice.dshea.intended-like")
    lines = visible_lines(article)
    whole = any(line.of(*evaluated) and line.of(*intended) for line in lines)
    return whole or any(line.of(*evaluated) and after.of(*intended) for line, after in itertools.pairwise(lines))


def _borrowed(owed: Owed, article: Article) -> Place | None:
    """Where the page calls the product approved or cleared and leaves it at that.

    What is false by itself (*FDA-approved ketamine for depression*) is reported as that, and lends nothing.
    """
    false: dict[int, list[FalseApproval]] = {}
    for one in findings(article):
        false.setdefault(one.reading.block.index, []).append(one)
    for line in lines_with(article, "notice.agency"):
        if line.is_question:
            continue
        if not any(name in owed.duty.products for _, name in named(line, article)):
            continue
        if not owed.certain and line.of("condition"):
            continue
        for hit in line.of("notice.approved-word"):
            reading = line.reading
            if any(one.first < hit.last and hit.first < one.last for one in false.get(reading.block.index, ())):
                continue
            first = min([hit.first, *(agency.first for agency in line.of("notice.agency") if agency.first < hit.first)])
            return reading.place(first, hit.last)
    return None

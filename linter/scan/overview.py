"""The summary page of a scan: counts over all articles, and the articles with the most errors."""

from collections import Counter
from collections.abc import Mapping

from daft import DataFrame, col, lit

from linter.reports.html.charts import Bin, FamilyRow, family_rows, grade_bins, median
from linter.scan import ScanError
from linter.scan.store import read, read_marks
from linter.typed import Any
from linter.value import Struct
from linter.version import VERSION
from linter.violation import Severity

GRADE_TARGET = 8.0
MAX_LISTED = 200
"""Maximum rows of a list on the page; the tables have all."""


class Row(Struct, frozen=True):
    """A row of a list: a name, a second name, the count, and the number of articles."""

    name: str
    beside: str
    count: int
    articles: int


class Overview(Struct, frozen=True):
    """Everything that the page shows."""

    version: str
    rules_hash: str
    articles: int
    clean: int
    severities: tuple[tuple[str, int], ...]
    suppressed: int
    families: tuple[FamilyRow, ...]
    bins: tuple[Bin, ...]
    grade_target: float
    grade_median: float | None
    rules: tuple[Row, ...]
    treatments: tuple[Row, ...]
    worst: tuple[Mapping[str, Any], ...]
    rejected: tuple[Row, ...]
    parts: int
    seconds: float


def overview(root: str) -> Overview:
    """Summarize a scan's folder. Raises :class:`ScanError` if it has no finished part."""
    marks = read_marks(root)
    if not marks:
        raise ScanError(f"{root} holds no finished scan")
    findings, articles, rejected = (read(root, table) for table in ("findings", "articles", "rejected"))
    open_findings = None if findings is None else findings.where(~col("suppressed"))
    by_family = _counts(open_findings, "family", "severity")
    grades = _grades(articles)
    total = sum(mark.counts["articles"] for mark in marks)
    severities: Counter[str] = Counter()
    for (_, severity), count in by_family.items():
        severities[severity] += count
    return Overview(
        version=VERSION,
        rules_hash=marks[0].settings,
        articles=total,
        clean=0 if articles is None else articles.where(col(Severity.ERROR.value) < lit(1)).count_rows(),
        severities=tuple((severity.value, severities[severity.value]) for severity in reversed(Severity)),
        suppressed=sum(mark.counts["findings"] for mark in marks) - severities.total(),
        families=family_rows({(str(family), str(severity)): count for (family, severity), count in by_family.items()}),
        bins=grade_bins(grades, GRADE_TARGET),
        grade_target=GRADE_TARGET,
        grade_median=median(grades),
        rules=_rules(open_findings),
        treatments=_treatments(articles),
        worst=_worst(articles),
        rejected=_reasons(rejected),
        parts=len(marks),
        seconds=sum(mark.seconds for mark in marks),
    )


def _counts(table: DataFrame | None, *columns: str) -> dict[tuple[Any, ...], int]:
    if table is None:
        return {}
    rows = table.groupby(*columns).agg(col("id").count().alias("count")).to_pylist()
    return {tuple(row[column] for column in columns): row["count"] for row in rows}


def _grades(articles: DataFrame | None) -> list[float]:
    """The grades of all articles, rounded to a tenth so that Daft returns only a short list of counts."""
    if articles is None:
        return []
    rounded = articles.where(col("grade").not_null()).select(col("grade").round(1), col("id"))
    return [grade for (grade,), count in sorted(_counts(rounded, "grade").items()) for _ in range(count)]


def _rules(findings: DataFrame | None) -> tuple[Row, ...]:
    if findings is None:
        return ()
    grouped = findings.groupby("code", "rule").agg(
        col("id").count().alias("count"), col("id").count_distinct().alias("articles")
    )
    rows = grouped.sort([col("count"), col("code")], desc=[True, False]).to_pylist()
    return tuple(Row(row["code"], row["rule"], row["count"], row["articles"]) for row in rows)


def _treatments(articles: DataFrame | None) -> tuple[Row, ...]:
    if articles is None:
        return ()
    promoted = articles.select(col("promoted").alias("name"), col(Severity.ERROR.value), col("id")).explode("name")
    grouped = promoted.where(col("name").not_null()).groupby("name")
    counted = grouped.agg(col(Severity.ERROR.value).sum().alias("errors"), col("id").count().alias("articles"))
    rows = counted.sort([col("articles"), col("name")], desc=[True, False]).limit(MAX_LISTED).to_pylist()
    return tuple(Row(row["name"], "", row["errors"], row["articles"]) for row in rows)


def _worst(articles: DataFrame | None) -> tuple[Mapping[str, Any], ...]:
    if articles is None:
        return ()
    keys = [severity.value for severity in reversed(Severity)]
    chosen = articles.where(col(keys[0]) > lit(0)).select("id", "words", "grade", *keys)
    return tuple(chosen.sort([*keys, "id"], desc=[*[True] * len(keys), False]).limit(MAX_LISTED).to_pylist())


def _reasons(rejected: DataFrame | None) -> tuple[Row, ...]:
    found = sorted(_counts(rejected, "reason").items(), key=lambda item: (-item[1], item[0]))[:MAX_LISTED]
    return tuple(Row(reason, "", count, count) for (reason,), count in found)

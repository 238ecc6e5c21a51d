"""Write a run as a folder, for runs too large for one page: an index, a page for each article, the findings as CSV."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from linter.discovery.own_reports import is_report
from linter.files.atomic import UNFINISHED, filling
from linter.outcome import FileReport
from linter.report import Report
from linter.reports.html.findings import csv_head, csv_lines
from linter.reports.html.front import front_page
from linter.reports.html.index import Index
from linter.reports.html.page import Shown, page_pieces, rendered_articles, safe
from linter.reports.html.summary import Summary, summarize
from linter.reports.html.totals import Totals

ARTICLES = "articles"
INDEX = "index.html"
FINDINGS = "findings.csv"
_PAGE = re.compile(r"[a-z0-9-]+-[0-9a-f]{8,}\.html")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class FolderError(Exception):
    """A report must not be written to a folder; the message is one line."""


def write_folder(report: Report, folder: Path) -> None:
    """Write a run to a folder, article by article; an earlier report in it is replaced at the end.

    Raises :class:`FolderError` for a folder with other content, ``OSError`` if it cannot be written.
    """
    claim(folder)
    totals = Totals(report)
    with closing(Index(report)) as index, filling(folder, (INDEX, FINDINGS, ARTICLES)) as new:
        (new / ARTICLES).mkdir()
        for file, summary in _write_articles(report, new):
            totals.add(file, summary)
            index.add(summary)
        front = front_page(report, totals)
        page = page_pieces(
            "index.html",
            title=f"medlint report: {front.verdict.lower()}",
            report=report,
            home=INDEX,
            front=front,
            csv_file=FINDINGS,
            data=map(safe, index.pieces(findings=False)),
        )
        _write(new / INDEX, page)


def file_name(path: str) -> str:
    """The name of an article's page: stable across runs, and safe on every file system."""
    stem = path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    plain = _NOT_PLAIN.sub("-", stem.lower()).strip("-")[:52].strip("-")
    digest = sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"{plain or 'article'}-{digest}.html"


def claim(folder: Path) -> None:
    """Ensure that a folder is new, empty, or a medlint report. Raises :class:`FolderError`."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise FolderError(f"{folder} is a file; choose a folder for the report")
    if _is_unfinished(folder):
        return
    if not is_report(str(folder / INDEX)):
        raise FolderError(f"{folder} holds other files and no medlint report; choose a new or empty folder")


def _is_unfinished(folder: Path) -> bool:
    """Whether a folder is empty or left by a killed run: the index is removed first and written last."""
    entries = {entry.name for entry in folder.iterdir() if not entry.name.startswith(UNFINISHED)}
    pages = [page.name for page in (folder / ARTICLES).glob("*")]
    known = {ARTICLES, FINDINGS} if pages else {ARTICLES}
    return entries <= known and all(_PAGE.fullmatch(name) for name in pages)


def _write_articles(report: Report, folder: Path) -> Iterator[tuple[FileReport, Summary]]:
    """Write the page and the findings of each article."""
    before = ""
    with (folder / FINDINGS).open("wb") as findings:
        # the byte order mark makes spreadsheets read UTF-8
        findings.write(("\ufeff" + csv_head()).encode())
        for (file, rendered), following in _with_next(rendered_articles(report)):
            name = file_name(file.path)
            page = page_pieces(
                "sheet.html",
                title=f"medlint: {rendered.title}",
                report=report,
                home=f"../{INDEX}",
                article=safe(rendered.html),
                before=before,
                after=file_name(following[0].path) if following else "",
            )
            _write(folder / ARTICLES / name, page)
            findings.writelines(line.encode("utf-8", "replace") for line in csv_lines(file, report))
            yield file, summarize(file, rendered.title, report, f"{ARTICLES}/{name}")
            before = name


def _with_next(articles: Iterator[Shown]) -> Iterator[tuple[Shown, Shown | None]]:
    current = next(articles, None)
    while current is not None:
        following = next(articles, None)
        yield current, following
        current = following


def _write(file: Path, page: Iterable[str]) -> None:
    with file.open("wb") as stream:
        stream.writelines(piece.encode("utf-8", "replace") for piece in page)

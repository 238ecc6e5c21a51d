"""A run as a folder: an index, a page an article and the findings as CSV; for runs that are too large for one page."""

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from linter.atomic import replace_file, replacing
from linter.report import GENERATOR, Report
from linter.reports.html.article import article_page
from linter.reports.html.front import front_page
from linter.reports.html.page import render_article, render_page
from linter.reports.html.safe import script_json
from linter.reports.html.summary import Summary, csv_head, csv_lines, index_data, summarise

ARTICLES = "articles"
INDEX = "index.html"
FINDINGS = "findings.csv"
_PAGE = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}\.html")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class FolderError(Exception):
    """A folder that a report must not be written to; the message is one line."""


def write_folder(report: Report, folder: Path) -> None:
    """Write a run to a folder, one article after the other; an earlier report in it is replaced.

    Raises :class:`FolderError` for a folder that holds something else, ``OSError`` where it cannot be written.
    """
    articles = folder / ARTICLES
    _claim(folder)
    articles.mkdir(parents=True, exist_ok=True)
    names = [file_name(file.path) for file in report.files]
    summaries = _write_articles(report, folder, names)
    front = front_page(report, summaries)
    page = render_page(
        "index.html",
        title=f"medlint report: {front.verdict.lower()}",
        report=report,
        home=INDEX,
        front=front,
        csv_file=FINDINGS,
        data=Markup(script_json(index_data(report, summaries))),  # noqa: S704 - nothing in it has a meaning in HTML
    )
    _write(folder / INDEX, page)
    for stale in set(articles.glob("*.html")) - {articles / name for name in names}:
        stale.unlink()


def file_name(path: str) -> str:
    """The name of an article's page: the same in every run, and safe on every file system."""
    stem = path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    plain = _NOT_PLAIN.sub("-", stem.lower()).strip("-")[:60].strip("-")
    digest = sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{plain or 'article'}-{digest}.html"


def _claim(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise FolderError(f"{folder} is a file; name a folder for the report")
    if _is_left_over(folder):
        return
    try:
        with (folder / INDEX).open(encoding="utf-8", errors="replace") as index:
            ours = GENERATOR in index.read(4096)
    except OSError:
        ours = False
    if not ours:
        raise FolderError(f"{folder} holds other files and no medlint report; name a new or empty folder")


def _is_left_over(folder: Path) -> bool:
    """Whether a folder is empty, or has what a run leaves that was interrupted: it writes the index last."""
    entries = {entry.name for entry in folder.iterdir()}
    pages = [page.name for page in (folder / ARTICLES).glob("*")]
    known = {ARTICLES, FINDINGS} if pages else {ARTICLES}
    return entries <= known and all(_PAGE.fullmatch(name) for name in pages)


def _write_articles(report: Report, folder: Path, names: Sequence[str]) -> list[Summary]:
    """Write each article's page and findings; only the summaries are kept."""
    summaries = []
    with replacing(folder / FINDINGS) as findings:
        # a byte-order mark tells spreadsheets that the text is UTF-8
        findings.write(("\ufeff" + csv_head()).encode())
        for index, file in enumerate(report.files):
            page = article_page(file, report)
            before = names[index - 1] if index else ""
            after = names[index + 1] if index + 1 < len(names) else ""
            article = render_article(page, report, f"../{INDEX}", before, after)
            sheet = render_page(
                "sheet.html", title=f"medlint: {page.title}", report=report, home=f"../{INDEX}", article=article
            )
            _write(folder / ARTICLES / names[index], sheet)
            findings.writelines(line.encode("utf-8", "replace") for line in csv_lines(file, report))
            summaries.append(summarise(page, report, f"{ARTICLES}/{names[index]}"))
    return summaries


def _write(path: Path, page: str) -> None:
    replace_file(path, page.encode("utf-8", "replace"))

"""Render templates with inline assets and a content security policy that allows only these; write one-page reports."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from linter.outcome import FileReport, Rendered
from linter.report import Report
from linter.reports.html.article import article_page
from linter.reports.html.front import front_page
from linter.reports.html.index import Index
from linter.reports.html.safe import clipped, references, visible, web_link
from linter.reports.html.status import STATUSES
from linter.reports.html.summary import summarize
from linter.reports.html.totals import Totals
from linter.violation import Citation

_REACHES = {"binding": "law", "benchmark": "benchmark", "guidance": "guidance", "platform": "platform policy"}
Shown = tuple[FileReport, Rendered]
_SCRIPTS = {
    "single.html": ("start.js", "table.js", "reading.js", "keys.js"),
    "index.html": ("start.js", "table.js", "reading.js", "keys.js"),
    "sheet.html": ("start.js", "reading.js", "keys.js"),
    "scan.html": ("start.js",),
}


def render_article(file: FileReport, report: Report) -> Rendered:
    """Render an article as HTML; ``report`` provides the rules and the earlier run, its files are not used."""
    page = article_page(file, report)
    template = _templates().get_template("article.html")
    html = template.render(page=page, report=report, statuses=STATUSES, basis=_basis)
    return Rendered(page.title, html)


def rendered_articles(report: Report) -> Iterator[Shown]:
    """The articles of a run with their rendering, which most already have from when they were checked."""
    for file in report.files:
        yield file, file.rendered or render_article(file, report)


def one_page(report: Report) -> Iterator[str]:
    """Yield the whole run as one page, in pieces; the page displays an article when it is opened."""
    totals = Totals(report)
    with closing(Index(report)) as index:
        for number, (file, rendered) in enumerate(rendered_articles(report)):
            summary = summarize(file, rendered.title, report, f"#article-{number + 1}")
            totals.add(file, summary)
            index.add(summary)
            index.add_findings(number, file)
        front = front_page(report, totals)
        yield from page_pieces(
            "single.html",
            title=f"medlint report: {front.verdict.lower()}",
            report=report,
            home="#",
            front=front,
            articles=(safe(rendered.html) for _, rendered in rendered_articles(report)),
            csv_file="",
            data=map(safe, index.pieces(findings=True)),
        )


def safe(html: str) -> Markup:
    """Mark HTML from our templates, or data without HTML syntax, as safe."""
    return Markup(html)  # noqa: S704 - templates escape everything, and so does script_json


def render_page(template: str, **values: Any) -> str:
    """Render a page with inline assets and a policy that allows them by their hashes."""
    return "".join(page_pieces(template, **values))


def page_pieces(template: str, **values: Any) -> Iterator[str]:
    """Like :func:`render_page`, but yield pieces, so that the page need not fit in memory."""
    return _templates().get_template(template).generate(statuses=STATUSES, **_assets(template), **values)


@lru_cache(maxsize=4096)
def _basis(citations: tuple[Citation, ...], rule: str, family: str) -> Markup:
    """Render the sources of a finding; cached, because the findings of a rule share them."""
    cited = [(found.title, _REACHES.get(found.reach, found.reach), web_link(found.url)) for found in citations]
    return safe(_templates().get_template("basis.html").render(citations=cited, rule=rule, family=family))


@cache
def _templates() -> Environment:
    environment = Environment(
        # autoescape for every template: the article is hostile input
        loader=PackageLoader("linter.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        visible=_visible, references=references, clipped=clipped, count=_count, thousands=_thousands
    )
    return environment


def _visible(text: object) -> str:
    return visible(str(text))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _thousands(number: int) -> str:
    return f"{number:,}"


@cache
def _assets(template: str) -> Mapping[str, Markup | str]:
    folder = files("linter.reports") / "assets"
    style = (folder / "report.css").read_text(encoding="utf-8")
    parts = "\n".join((folder / name).read_text(encoding="utf-8") for name in _SCRIPTS[template])
    script = f'(() => {{\n"use strict";\n{parts}}})();'
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types medlint",
        )
    )
    return {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704 - our own files


def _hash(text: str) -> str:
    """The source expression of an inline script or style: the SHA-256 of its text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

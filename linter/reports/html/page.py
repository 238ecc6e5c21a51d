"""Templates, the assets and the policy that allows them and nothing else; a run as one page."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from linter.report import FileReport, Report
from linter.reports.html.article import STATUSES, ArticlePage, anchors, article_page
from linter.reports.html.front import front_page
from linter.reports.html.safe import references, script_json, visible, web_link
from linter.reports.html.summary import Summary, csv_head, csv_line, index_data, state_of, summarise
from linter.violation import Citation

_REACHES = {"binding": "law", "benchmark": "benchmark", "guidance": "guidance", "platform": "platform policy"}
_SCRIPTS = {
    "single.html": ("start.js", "table.js", "reading.js", "keys.js"),
    "index.html": ("start.js", "table.js", "reading.js", "keys.js"),
    "sheet.html": ("start.js", "reading.js", "keys.js"),
    "scan.html": ("start.js",),
}


def one_page(report: Report) -> str:
    """The whole run as one page; each article is set out when it is opened."""
    summaries: list[Summary] = []
    articles: list[Markup] = []
    findings: list[list[str | int]] = []
    for index, file in enumerate(report.files):
        page = article_page(file, report)
        summaries.append(summarise(page, report, f"#article-{index + 1}"))
        articles.append(render_article(page, report, "#", _link(index, report), _link(index + 2, report)))
        findings.extend(_rows(index, file, report))
    data = {**index_data(report, summaries), "findings": findings, "csvHead": csv_head()}
    front = front_page(report, summaries)
    return render_page(
        "single.html",
        title=f"medlint report: {front.verdict.lower()}",
        report=report,
        home="#",
        front=front,
        articles=articles,
        csv_file="",
        data=Markup(script_json(data)),  # noqa: S704 - script_json leaves no character that HTML gives a meaning
    )


def _rows(index: int, file: FileReport, report: Report) -> Iterator[list[str | int]]:
    """What the page's script needs of each finding: to filter it, to find its article, and its record as CSV."""
    for name, violation in zip(anchors(file.violations), file.violations, strict=True):
        state = state_of(violation, report)
        yield [index, violation.code, violation.severity.rank, state, name, csv_line(violation, report)]


def _link(number: int, report: Report) -> str:
    return f"#article-{number}" if 0 < number <= len(report.files) else ""


def render_article(page: ArticlePage, report: Report, up: str, before: str, after: str) -> Markup:
    """An article as HTML, with links to the list, the article before and the article after (empty: there is none)."""
    template = _templates().get_template("article.html")
    html = template.render(page=page, report=report, up=up, before=before, after=after, statuses=STATUSES, basis=_basis)
    return Markup(html)  # noqa: S704 - the template escapes everything


def render_page(template: str, **values: Any) -> str:
    """A page with the assets in it and a policy that names them by their hashes."""
    return _templates().get_template(template).render(statuses=STATUSES, **_assets(template), **values)


@lru_cache(maxsize=4096)
def _basis(citations: tuple[Citation, ...], rule: str, family: str) -> Markup:
    """What a finding rests on; a rule's findings share it, so it is set out once."""
    cited = [(found.title, _REACHES.get(found.reach, found.reach), web_link(found.url)) for found in citations]
    html = _templates().get_template("basis.html").render(citations=cited, rule=rule, family=family)
    return Markup(html)  # noqa: S704 - the template escapes everything


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
    environment.filters.update(visible=_visible, references=references, count=_count, thousands=_thousands)
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
    return {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704 - files of our own


def _hash(text: str) -> str:
    """The source expression of an inline script or style: the SHA-256 of its text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

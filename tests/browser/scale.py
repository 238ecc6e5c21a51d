"""The index of a large run, made from summaries as the folder writer does."""

import random
from contextlib import closing

from linter.reports.html.front import front_page
from linter.reports.html.index import Index
from linter.reports.html.page import render_page, safe
from linter.reports.html.summary import Summary
from linter.reports.html.totals import Totals
from linter.value import replace
from linter.violation import Severity
from tests.reports.sample import draft, report

FAMILIES = ("efficacy", "safety", "status", "risk", "comparison", "testimonial", "evidence", "pressure", "pricing")
CODES = [f"{family[:3].upper()}{number:03d}" for family in FAMILIES for number in range(10)]
TREATMENTS = [f"Treatment with a name {number}" for number in range(115)]


def index_page(articles, findings):
    """The index of a run with a given number of articles and findings in each; deterministic."""
    chance = random.Random(7)  # noqa: S311 - test data
    base = draft().violations[0]
    run = replace(report(), files=(replace(draft(), violations=tuple(_rules(base))),))
    totals = Totals(run)
    with closing(Index(run)) as index:
        for number in range(articles):
            summary = _summary(number, findings, chance)
            totals.add(run.files[0], summary)
            index.add(summary)
        return render_page(
            "index.html",
            title="medlint report",
            report=run,
            home="index.html",
            front=front_page(run, totals),
            csv_file="findings.csv",
            data=map(safe, index.pieces(findings=False)),
        )


def _rules(base):
    for code in CODES:
        family = next(family for family in FAMILIES if family[:3].upper() == code[:3])
        yield replace(base, code=code, rule=f"rule-with-a-name-{code.lower()}", family=family)


def _summary(number, findings, chance):
    names = chance.sample(TREATMENTS, chance.randint(0, 3))
    groups = {}
    for _ in range(findings):
        key = (chance.choice(CODES), chance.randrange(len(Severity)), 0)
        groups[key] = groups.get(key, 0) + 1
    return Summary(
        title=f"What should I know about treatment number {number}?",
        path=f"content/{number % 50:02d}/what-should-i-know-about-{number:05d}.md",
        link=f"articles/what-should-i-know-about-{number:05d}-0123abcd.html",
        status="fails",
        words=chance.randint(200, 2000),
        grade=round(chance.gauss(8, 2.5), 2),
        promoted=tuple(names[:1]),
        named=tuple(names[1:]),
        groups=groups,
        waived={},
    )

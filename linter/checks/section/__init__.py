"""Kind ``section``: required passages: risks, boxed warnings, contraindications.

``match.finds`` is what a rule reports: missing (no two risks named in one place), key-risks, boxed, balance,
prominence, exclusions, severity (common and serious harms mixed).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from linter.checks.article import Article
from linter.checks.lines import visible_lines
from linter.checks.match import Clue, Match
from linter.checks.page import is_page
from linter.checks.risk.known import boxed_topics
from linter.checks.section.page_risks import PageRisks
from linter.checks.section.presentation import balance, prominence, severity
from linter.checks.section.unnamed import boxed, exclusions, key_risks, missing
from linter.rules.program import Rule

FINDS: dict[str, Callable[[Rule, PageRisks], Iterator[Match]]] = {
    "missing": missing,
    "key-risks": key_risks,
    "boxed": boxed,
    "exclusions": exclusions,
    "prominence": prominence,
    "balance": balance,
    "severity": severity,
}
"""The function for each value of ``finds``."""


def check(rules: Sequence[Rule], article: Article) -> Iterable[Match]:
    """Report missing or inadequate passages."""
    page = PageRisks(article, rules)
    whole = is_page(article)
    for rule in rules:
        if whole or rule.match["finds"] in ("severity", "balance"):
            yield from FINDS[rule.match["finds"]](rule, page)


def met(rule: Rule, article: Article) -> Clue | None:
    """Return where a page has a required passage: the most risks, the boxed warning, or the contraindications."""
    page = PageRisks(article, (rule,))
    if not is_page(article) or not page.subjects.any:
        return None
    if rule.match["finds"] in ("missing", "key-risks") and page.most >= rule.match["least"]:
        lines = [harm.line for _, named in page.named if len(named) == page.most for harm in named]
    elif rule.match["finds"] == "boxed" and any(boxed_topics(entry, article) for entry in page.subjects.treatments):
        lines = [line for line in visible_lines(article) if line.of("risk.boxed")]
    elif rule.match["finds"] == "exclusions":
        lines = [marked.line for passage in page.passages for marked in passage.lines if marked.exclusion]
    else:
        lines = []
    return next((Clue("met", line.reading.block, line.sentence.start, line.sentence.end) for line in lines), None)

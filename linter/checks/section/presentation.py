"""How a page presents risks: only in small print, outweighed by benefits, or common and serious ones mixed."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.disclosure.placement import is_buried
from linter.checks.lines import visible_lines
from linter.checks.match import Match
from linter.checks.risk.harms import Named
from linter.checks.risk.passages import Passage
from linter.checks.section.finding import values_of
from linter.checks.section.page_risks import PageRisks
from linter.rules.program import Rule

_MIN_VISIBLE = 3
"""Harms and contraindications in one passage that show that it is on risks, whatever its wording."""


def prominence(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report a page that mentions risks only where nobody reads them."""
    if not page.subjects.any:
        return
    places = [
        (line, hit) for line in visible_lines(page.article) for hit in line.of("risk.frame.strong", "risk.mention")
    ]
    if not places or not all(is_buried(line, hit.first, hit.last, page.article) for line, hit in places):
        return
    if any(_in_sight(named, page.article) for _, named in page.named):
        return
    line, hit = places[0]
    yield Match(rule, *line.reading.place(hit.first, hit.last), values=values_of(page, None))


def _in_sight(named: Sequence[Named], article: Article) -> bool:
    """Whether a passage names several harms and contraindications where readers see them."""
    lines = [harm.line for harm in named]
    visible = [line for line in lines if not is_buried(line, line.sentence.first, line.sentence.last, article)]
    return len(visible) >= _MIN_VISIBLE


def balance(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report many lines on benefits but hardly any on risks; a page that names none is another rule's finding."""
    if not page.subjects.any or page.names_too_few:
        return
    gains, risks = [], 0
    for passage, _ in page.named:
        for marked in passage.lines:
            if marked.framed or marked.exclusion:
                risks += 1
            elif marked.line.of("risk.gain.plain"):
                gains.append(marked.line)
    ratio = risks / len(gains) if gains else 1.0
    if len(gains) < rule.match["gains"] or ratio >= rule.match["ratio"]:
        return
    line = gains[0]
    values = {"gains": str(len(gains)), "risks": str(risks)}
    yield Match(rule, line.reading.block, line.sentence.start, line.sentence.end, values=values)


def severity(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report a list of harms, under a risk heading or in one sentence, that does not tell common from serious ones."""
    for passage, named in page.named:
        if any(marked.line.of("risk.severity") for marked in passage.lines) or _on_others(passage, page):
            continue
        harms = [harm for harm in named if not harm.bar and not harm.line.of("risk.emergency")]
        if not passage.on_risk and harms:
            harms = [harm for harm in harms if harm.line.place == harms[0].line.place]
        if len(harms) >= rule.match["least"]:
            first = harms[0]
            yield Match(rule, first.line.reading.block, first.start, first.end, values={"n": str(len(harms))})


def _on_others(passage: Passage, page: PageRisks) -> bool:
    """Whether a passage is on options other than the page's own."""
    return passage.heading is not None and bool(page.article.readings[passage.heading.index].of("section.alternatives"))

"""Supplements that a page sells and makes claims for, even if it names no substance."""

from linter.checks.article import Article
from linter.checks.disclosure.products import claiming, compounding
from linter.checks.lines import Line, lines_with, visible_lines
from linter.checks.page import title_block
from linter.document import Scope
from linter.knowledge.page import mention_at
from linter.knowledge.topics import Topic
from linter.language.hits import Hit

SUPPLEMENT = "dietary_supplement"
"""The entry in the knowledge base for supplements in general."""


def sold(article: Article) -> bool:
    """Whether the page sells a supplement, or names one as its own product."""
    if "supplement" in article.setting.profile.get("sells", ""):
        return True
    return bool(lines_with(article, "offer.product"))


def praised(article: Article) -> Topic | None:
    """Return the supplement that a selling page offers and makes claims for, by name or not."""
    if not article.topics.promotional or lines_with(article, "offer.none") or compounding(article):
        return None  # the capsules of a page that compounds are prescriptions
    lines = visible_lines(article)
    for line in lines_with(article, "offer.supplement"):
        after = lines[(line.place + 1) % len(lines)]
        heading = line.reading.block.scope is Scope.HEADING
        own = (heading or line.of("offer.own")) and not line.of("offer.advice")
        if own and (line.of("risk.gain.plain") or (heading and after.of("risk.gain.plain"))):
            return _topic(line, line.of("offer.supplement")[0])
    return (_by_dose(article) or _by_name(article)) if claiming(article) else None


def _by_dose(article: Article) -> Topic | None:
    """Return a supplement that the page sells in doses (*per capsule*), even if it names no substance.

    A drug's tablets do not count, nor any on a page about a drug.
    """
    title = title_block(article)
    names_drug = title is not None and article.readings[title.index].of("drug")
    if names_drug or any(_is_drug(key, article) for key in article.topics.main):
        return None
    for line in lines_with(article, "offer.dose"):
        if line.of("drug") or any(_is_drug(hit.term, article) for hit in line.of("treatment")):
            continue
        for hit in line.of("offer.dose"):
            return _topic(line, hit)
    return None


def _is_drug(treatment: str, article: Article) -> bool:
    return article.topics.knowledge.treatment(treatment).kind in ("drug", "biologic", "compounded_drug")


def _by_name(article: Article) -> Topic | None:
    """Return a nutrient (magnesium, ginger) in the title of a page that sells goods, unless for a drip or a meal."""
    title = title_block(article)
    if title is None or not lines_with(article, "offer.goods"):
        return None
    if any(mention.block == title.index for mention in article.topics.mentions):
        return None
    for line in lines_with(article, "subject.treatment.nutrient"):
        if line.reading.block is title and not line.of("offer.unswallowed"):
            return _topic(line, line.of("subject.treatment.nutrient")[0])
    return None


def _topic(line: Line, hit: Hit) -> Topic:
    mention = mention_at(hit, line.reading, SUPPLEMENT)
    return Topic(SUPPLEMENT, mention.text.lower(), True, 1, mention)

"""Kind ``panacea``: one treatment presented for conditions of too many kinds, in a sentence or a list, or in a list for
a condition that does not belong in one.

Any stated use counts; :mod:`linter.checks.disclosure.offered` decides whether a page *offers* a product for a use.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.claim.block_terms import BlockTerms
from linter.checks.claim.frames import SILENT, Kind, frame_of
from linter.checks.match import Clue, Match
from linter.document import Scope
from linter.knowledge.facts import Treatment
from linter.knowledge.labels import on_label
from linter.language.hits import Hit
from linter.language.inflection import is_regular_past
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import cues_within
from linter.rules.program import Rule

_SILENCING = frozenset({"risk", "negation", "question", "attribution", "study", "status"})
"""Kinds of cue that silence the rule, within their sentence."""
_DENYING = frozenset({"risk", "negation"})
"""Kinds that do so in a line above a list, where a question (*What does it help with?*) casts no doubt."""
_NO_USES = SILENT | {Kind.DENIED}
_NEAR = 3
"""Words between *for* and the first use."""
_PRODUCTS = frozenset({"subject.treatment", "subject.ozone", "subject.supplement"})

Named = Sequence[tuple[BlockReading, Hit]]
"""Hits of conditions, each with its block."""


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report treatments offered for too many conditions; their approved uses do not count."""
    for rule in rules:
        if "condition" in article.holding:
            yield from _misplaced(rule, article) if rule.match["listed"] else _panaceas(rule, article)
        if not rule.match["listed"]:
            yield from _uncounted(rule, article)


def _misplaced(rule: Rule, article: Article) -> Iterator[Match]:
    """Report the conditions that do not belong in a list of uses but are in one."""
    for above, listed in _lists(article):
        for reading, hit in _listed(above, listed, article):
            if hit.term in rule.match["listed"]:
                lead = Clue("lead", above.block, 0, len(above.text))
                yield Match(rule, *reading.place(hit.first, hit.last), clues=(lead,))


def _panaceas(rule: Rule, article: Article) -> Iterator[Match]:
    for reading in article.holding["condition"]:
        terms = BlockTerms(reading.families)
        for sentence in reading.sentences:
            uses: Named = [(reading, hit) for hit in _uses_in(reading, terms, sentence, article)]
            if groups := _kinds(rule, uses, article):
                yield _match(rule, uses, groups, reading, uses[0][1].first, uses[-1][1].last)
    for above, listed in _lists(article):
        uses = _listed(above, listed, article, _of_page(article))
        if groups := _kinds(rule, uses, article):
            yield _match(rule, uses, groups, above, 0, len(above.words))


def _uncounted(rule: Rule, article: Article) -> Iterator[Match]:
    """Report treatments offered for many conditions that are not listed one by one (``dozens of disorders``)."""
    for reading in article.holding.get("offer.many", ()):
        terms = BlockTerms(reading.families)
        for sentence in reading.sentences:
            many = _uses_in(reading, terms, sentence, article, "offer.many")
            many = [hit for hit in many if _takes_uses(terms.within("treatment", sentence.first, hit.first), article)]
            named = [(reading, hit) for hit in many and _uses_in(reading, terms, sentence, article)]
            if many and not _kinds(rule, named, article):
                yield _match(rule, [(reading, many[0])], 0, reading, many[0].first, many[0].last)


def _kinds(rule: Rule, uses: Named, article: Article) -> int:
    """Return how many groups the conditions belong to, if both numbers are over the rule's limits; else 0."""
    named = {hit.term for _, hit in uses}
    if len(named) < rule.match["conditions"]:
        return 0
    groups = {article.topics.knowledge.condition(name).group for name in named}
    return len(groups) if len(groups) >= rule.match["groups"] else 0


def _uses_in(
    reading: BlockReading, terms: BlockTerms, sentence: Sentence, article: Article, part: str = "condition"
) -> Sequence[Hit]:
    """Return the conditions (or hits of another ``part``) in a sentence that says that a treatment is for them."""
    named = terms.within(part, sentence.first, sentence.last)
    if not named or not _treats(reading, terms, sentence.first, sentence.last, named[0].first):
        return ()
    names = {hit.term for hit in terms.within("treatment", sentence.first, sentence.last)}
    if not names and not _products(terms, sentence.first, sentence.last):
        if reading.hits_in("offer.candidate", sentence.first, sentence.last):
            names = _of_page(article)
        elif reading.has_in(sentence.first, named[0].first, "subject.pronoun", "notice.pronoun"):
            known_by = terms.part("treatment")
            last = bisect_left(known_by, (sentence.first,))
            names = {hit.term for hit in known_by[max(0, last - 1) : last]}  # "We use it for …"
        else:
            return ()
        if not names and _first_product(article, reading.block.index) >= sentence.first:
            return ()
    cues = cues_within(article.cues(reading), sentence.first, sentence.last)
    silenced = [cue for cue in cues if cue.kind in _SILENCING]
    known = [article.topics.knowledge.treatment(name) for name in names]
    text = reading.text[sentence.start : sentence.end]
    return [
        hit
        for hit in named
        if not any(cue.governs(hit.first, hit.last) for cue in silenced)
        and not (part == "condition" and _approved(known, hit, text, article))
    ]


def _treats(reading: BlockReading, terms: BlockTerms, first: int, last: int, use: int) -> bool:
    """Whether the words ``[first, last)`` name an effect, or say right before the word ``use`` what something is for.

    A past tense of *treat* does not count: *commonly treated with acupuncture* lists what patients come for.
    """
    words = reading.words.words
    effects = terms.within("effect", first, last)
    if any(hit.owner != "effect.treat" or not is_regular_past(words[hit.first]) for hit in effects):
        return True
    if reading.hits_in("offer.candidate", first, last):
        return True
    return any(use - hit.last <= _NEAR for hit in reading.hits_in("offer.use", first, use))


def _products(terms: BlockTerms, first: int, last: int) -> bool:
    return any(hit.owner in _PRODUCTS for hit in terms.within("subject", first, last))


@once
def _first_product(article: Article, index: int) -> int:
    """Return the first word of a block (given by index) that names a product, else the number of its words."""
    reading = article.readings[index]
    return next((hit.first for hit in reading.of("subject") if hit.owner in _PRODUCTS), len(reading.words))


def _of_page(article: Article) -> set[str]:
    """Return the treatments that the page is about and that owe a status disclaimer, without procedures."""
    known = map(article.topics.knowledge.treatment, article.topics.main)
    return {facts.id for facts in known if facts.owes_status_disclaimer and facts.kind != "procedure"}


def _takes_uses(treatments: Iterable[Hit], article: Article) -> bool:
    """Whether one of the treatments has uses that anyone approves; the work of a profession is no panacea."""
    return any(article.topics.knowledge.treatment(hit.term).takes_uses for hit in treatments)


def _approved(treatments: Iterable[Treatment], use: Hit, text: str, article: Article) -> bool:
    condition = article.topics.knowledge.condition(use.term)
    return any(on_label(treatment, condition, text) for treatment in treatments)


def _lists(article: Article) -> Iterator[tuple[BlockReading, list[BlockReading]]]:
    """Return the lines that introduce a list or head a section, each with the blocks below that name conditions."""
    below: dict[int, list[BlockReading]] = {}
    for reading in article.holding["condition"]:
        block = reading.block
        if not block.listed and (block.scope is not Scope.PARAGRAPH or reading.of("condition")[0].first > 0):
            continue
        above = article.reading_above(block)
        if above is not None and "condition" not in above.families:
            below.setdefault(above.block.index, []).append(reading)
    return ((article.readings[index], listed) for index, listed in below.items())


def _listed(above: BlockReading, listed: Sequence[BlockReading], article: Article, own: Collection[str] = ()) -> Named:
    """Return the conditions in a list whose introduction offers a treatment for them.

    The treatment is one that the line above names, else the page's ``own``.
    """
    terms = BlockTerms(above.families)
    words = len(above.words)
    if not _treats(above, terms, 0, words, words) or frame_of(listed[0], article).kind in _NO_USES:
        return ()
    if any(cue.kind in _DENYING for cue in article.cues(above)):
        return ()
    named = {hit.term for hit in terms.within("treatment", 0, words)}
    names = named or own  # for the page's own, symptoms do not count: they describe its subject
    if not names and not _products(terms, 0, words):
        return ()  # the work of a profession is no panacea
    known = [article.topics.knowledge.treatment(name) for name in names]
    return [
        (reading, hit)
        for reading in listed
        for hit in reading.of("condition")
        if (named or article.topics.knowledge.condition(hit.term).kind == "disease")
        and not any(cue.kind in _SILENCING and cue.governs(hit.first, hit.last) for cue in article.cues(reading))
        and not _approved(known, hit, f"{above.text} {reading.text}", article)
    ]


def _match(rule: Rule, uses: Named, groups: int, reading: BlockReading, first: int, last: int) -> Match:
    """Return the finding; without ``groups``, the conditions were not listed one by one and count as "many"."""
    counted = str(len({hit.term for _, hit in uses})) if groups else "many"
    clues = tuple(Clue("condition", *at.place(hit.first, hit.last)) for at, hit in uses)
    values = {"count": counted, "groups": str(groups or "many")}
    return Match(rule, *reading.place(first, last), clues=clues, values=values)

"""Whether a page offers a product for a use, or only names the two together.

A use is offered if a claim says that the product helps with it, or, on a page that sells, if a heading or an offer
joins the two ("gabapentin for anxiety") or the use opens an item of a list that the product introduces ("we use
gabapentin for:"). Passing mentions do not count, nor illnesses of people who take the product for another.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from linter.checks.article import Article, once
from linter.checks.claim import claims_by_block
from linter.checks.claim.judge import SILENCING, Claim
from linter.checks.claim.subjects import NAMED, Role
from linter.checks.disclosure.products import PROMOTING, named
from linter.checks.disclosure.statements import Statement, statements_of
from linter.knowledge.page import Mention
from linter.knowledge.pairs import Pair
from linter.language.reading import BlockReading, Sentence
from linter.language.scope import governing

_NEAR = 3
"""Maximum words between a product and the words that join it to its use ("with a course of …")."""
_STEP = 5
"""Maximum words from the offer to a use, or from one use in a list to the next."""
_APART = 4
"""Words before a product that may contrast it with what is offered."""
_REACH = 60
"""Maximum words from the offer to the last use in a list."""


def is_offered(pair: Pair, article: Article) -> bool:
    """Whether the page offers the treatment of a pair for its use."""
    place = pair.treatment_at
    if place is None or place.block != pair.block:
        return article.topics.promotional and _listed(pair, article)
    reading = article.readings[pair.block]
    apart = reading.hits_in("rival", place.first - _APART, place.first + 1)
    if any(place.last <= hit.last for hit in apart):
        return False  # "an alternative to Adderall for brain fog"
    sentence = reading.sentence_at(pair.first)
    claims = _claims(article).get(pair.block, ())
    first = bisect_left(claims, max(sentence.first, pair.first - _REACH), key=_place)
    last = bisect_left(claims, pair.first + 1, key=_place)
    if any(_claims_use(claim, pair, place) for claim in claims[first:last]):
        return True
    return article.topics.promotional and _joined(pair, place, reading, sentence, article)


def unlisted_uses(article: Article) -> Iterator[Pair]:
    """Yield, for each drug in the table, its first offered use that no source lists, unless its status is stated."""
    stated = [set(_named(statement, article)) for statement in statements_of(article) if not statement.vague]
    if not all(stated):
        return  # a statement that names no drug covers all
    handled = set().union(*stated)
    for pair in article.topics.drug_pairs:
        if pair.treatment not in handled and is_offered(pair, article):
            handled.add(pair.treatment)
            yield pair


def _named(statement: Statement, article: Article) -> Iterator[str]:
    """Yield the treatments and drugs that a status statement names."""
    for line in statement.sources:
        yield from (name for _, name in named(line, article))
        yield from (hit.term for hit in line.of("drug"))


@once
def _claims(article: Article) -> Mapping[int, Sequence[Claim]]:
    """Return the claims that promote, by block, in order of position."""
    return {
        block: [claim for claim in claims if claim.strength in PROMOTING]
        for block, claims in claims_by_block(article).items()
    }


def _place(claim: Claim) -> int:
    return claim.candidate.effect.first


def _claims_use(claim: Claim, pair: Pair, place: Mention) -> bool:
    """Whether a claim says that the treatment helps with the use."""
    subject = claim.subject
    if subject.role is not Role.TREATMENT or subject.hit is None:
        return False
    named = subject.hit.owner in NAMED
    if named and subject.hit.term != place.id:
        return False
    effect, reading = claim.candidate.effect, claim.scene.reading
    if effect.first <= pair.first < effect.last:  # "helps with lupus"
        return not reading.has_in(effect.first, pair.first, "purpose.apart")
    return _leads(effect.last, pair, place, reading)


def _joined(pair: Pair, place: Mention, reading: BlockReading, sentence: Sentence, article: Article) -> bool:
    """Whether words join product and use in a heading, an offer, or a verbless line that begins with the product."""
    offering = (
        reading.block.is_heading
        or reading.has_in(sentence.first, sentence.last, "promo", "purpose.ask")
        or (place.first == sentence.first and not reading.has_in(sentence.first, sentence.last, "grammar.finite"))
    )
    silenced = governing(article.cues_near(reading, pair.first, pair.last), pair.first, pair.last, SILENCING)
    if not offering or silenced or not sentence.first <= place.first < sentence.last:
        return False
    if place.last <= pair.first:
        links = reading.hits_in("purpose.link", place.last, place.last + _NEAR + 1)
        if not links or reading.has_in(place.last, links[0].first, "purpose.apart"):
            return False
        alone = not _of_others(place.last, links[0].first, place, reading)
        return alone and any(_leads(link.last, pair, place, reading) for link in links)
    links = reading.hits_in("purpose.by", pair.last, pair.last + _NEAR + 1)
    return any(0 <= place.first - link.last <= _NEAR for link in links)


def _listed(pair: Pair, article: Article) -> bool:
    """Whether the use opens a list item under a line or heading that says what the product is for."""
    block = article.readings[pair.block].block
    if not block.listed or pair.first > 0:
        return False
    above = article.reading_above(block)
    if above is None or all(hit.term != pair.treatment for hit in (*above.of("treatment"), *above.of("drug"))):
        return False
    if any(cue.kind in SILENCING and cue.kind != "question" for cue in article.cues(above)):
        return False
    end = len(above.words) - (above.text.rstrip()[-1:] == ":")
    return bool(above.of("effect")) or any(link.last == end for link in above.of("purpose.link"))


def _leads(first: int, pair: Pair, place: Mention, reading: BlockReading) -> bool:
    """Whether the words from ``first`` lead to the use: nothing separates them but other uses in a list."""
    if not first <= pair.first <= first + _REACH or reading.has_in(first, pair.first, "purpose.apart"):
        return False
    if _of_others(first, pair.first, place, reading):
        return False
    for use in reading.hits_in("condition", first, pair.first):
        if use.first - first > _STEP:
            return False
        first = max(first, use.last)
    return pair.first - first <= _STEP


def _of_others(first: int, last: int, place: Mention, reading: BlockReading) -> bool:
    """Whether the words ``[first, last)`` name another product."""
    named = (*reading.hits_in("treatment", first, last), *reading.hits_in("drug", first, last))
    return any(hit.term != place.id for hit in named)

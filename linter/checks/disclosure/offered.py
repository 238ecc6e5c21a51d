"""Whether a page offers a product for a use, or only names the two together.

A use counts as offered where a claim is made of the product for it, and on a page that sells where a heading, or a
sentence of offer joins the two ("gabapentin for anxiety"), or where it opens a line of a list that the product leads
into ("we use gabapentin for:"). What is named in passing does not, nor the illness of those who take it for another.
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

NEAR = 3
"""Words between a product and what joins it to its use, or before the product ("with a course of …")."""
STEP = 5
"""Words before a use, from what offers or from the use before it in a list."""
APART = 4
"""Words before a product that may set it apart from what is offered."""
REACH = 60
"""Words from what offers to the last use of a list."""


def is_offered(pair: Pair, article: Article) -> bool:
    """Whether the page offers the treatment of a pair for its use."""
    place = pair.treatment_at
    if place is None or place.block != pair.block:
        return article.topics.promotional and _listed(pair, article)
    reading = article.readings[pair.block]
    apart = reading.between("rival", place.first - APART, place.first + 1)
    if any(place.last <= hit.last for hit in apart):
        return False  # "an alternative to Adderall for brain fog"
    sentence = reading.sentence_at(pair.first)
    claims = _claims(article).get(pair.block, ())
    first = bisect_left(claims, max(sentence.first, pair.first - REACH), key=_place)
    last = bisect_left(claims, pair.first + 1, key=_place)
    if any(_claims_use(claim, pair, place) for claim in claims[first:last]):
        return True
    return article.topics.promotional and _joined(pair, place, reading, sentence, article)


def unlisted_uses(article: Article) -> Iterator[Pair]:
    """The first use of each drug of the table that is offered and that no source lists; none whose status is told."""
    told = [set(_named(one, article)) for one in statements_of(article) if not one.vague]
    if not all(told):
        return  # a statement that names none is on all
    done = set().union(*told)
    for pair in article.topics.drug_pairs:
        if pair.treatment not in done and is_offered(pair, article):
            done.add(pair.treatment)
            yield pair


def _named(statement: Statement, article: Article) -> Iterator[str]:
    """The treatments and drugs that a status statement names."""
    for line in statement.sources:
        yield from (name for _, name in named(line, article))
        yield from (hit.term for hit in line.of("drug"))


@once
def _claims(article: Article) -> Mapping[int, Sequence[Claim]]:
    """The claims that promote, by block and in order of place."""
    return {
        block: [claim for claim in claims if claim.strength in PROMOTING]
        for block, claims in claims_by_block(article).items()
    }


def _place(claim: Claim) -> int:
    return claim.candidate.effect.first


def _claims_use(claim: Claim, pair: Pair, place: Mention) -> bool:
    """Whether a claim says of the treatment that it does good to the use."""
    subject = claim.subject
    if subject.role is not Role.TREATMENT or subject.hit is None:
        return False
    named = subject.hit.owner in NAMED
    if named and subject.hit.term != place.id:
        return False
    effect, reading = claim.candidate.effect, claim.scene.reading
    if effect.first <= pair.first < effect.last:  # "helps with lupus"
        return not reading.among(effect.first, pair.first, "purpose.apart")
    return _leads(effect.last, pair, place, reading)


def _joined(pair: Pair, place: Mention, reading: BlockReading, sentence: Sentence, article: Article) -> bool:
    """Whether words join the product and the use: in a heading, a line that begins with it, a sentence that offers."""
    offering = (
        reading.block.heads
        or reading.among(sentence.first, sentence.last, "promo", "purpose.ask")
        or (place.first == sentence.first and not reading.among(sentence.first, sentence.last, "grammar.finite"))
    )
    silenced = governing(article.cues_near(reading, pair.first, pair.last), pair.first, pair.last, SILENCING)
    if not offering or silenced or not sentence.first <= place.first < sentence.last:
        return False
    if place.last <= pair.first:
        links = reading.between("purpose.link", place.last, place.last + NEAR + 1)
        if not links or reading.among(place.last, links[0].first, "purpose.apart"):
            return False
        alone = not _of_others(place.last, links[0].first, place, reading)
        return alone and any(_leads(link.last, pair, place, reading) for link in links)
    links = reading.between("purpose.by", pair.last, pair.last + NEAR + 1)
    return any(0 <= place.first - link.last <= NEAR for link in links)


def _listed(pair: Pair, article: Article) -> bool:
    """Whether the use opens a line of a list, under a line or heading that says what the product is for."""
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
    """Whether nothing parts a use from the words before it that end at a word."""
    if not first <= pair.first <= first + REACH or reading.among(first, pair.first, "purpose.apart"):
        return False
    if _of_others(first, pair.first, place, reading):
        return False
    for use in reading.between("condition", first, pair.first):
        if use.first - first > STEP:
            return False
        first = max(first, use.last)
    return pair.first - first <= STEP


def _of_others(first: int, last: int, place: Mention, reading: BlockReading) -> bool:
    """Whether another product is named between two words."""
    named = (*reading.between("treatment", first, last), *reading.between("drug", first, last))
    return any(hit.term != place.id for hit in named)

"""Cues and their scope: which words a hedge, a negation, a question or an attribution governs.

Follows NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009): the scope of a cue extends forward, backward or
over its whole sentence, up to a clause border; a pseudo-cue only looks like a cue. Cues are lexicon classes
``cue.KIND.NAME`` with the attributes ``direction`` (forward, backward, both, sentence), ``reach`` (in words),
``crosses`` (kinds of clause border that do not end the scope) and ``comma`` (a comma ends it); pseudo-cues are
``pseudo.KIND``. Cues of research prose (``cue.speculation``) silence nothing. Direct questions and quotations are found
by their punctuation.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from linter.expression import expression
from linter.language.clauses import Clauses, find_clauses
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.typed import Any
from linter.value import Struct

DEFAULT_REACH = 12
_INDEPENDENT = ("cue.risk.", "cue.speculation.")
_QUOTATION = expression(r'"[^"]{2,600}"')


class Cue(Struct, frozen=True):
    """A cue at the words ``[first, last)`` that governs the words ``[scope_first, scope_last)``.

    ``name`` is the lexicon class without ``cue.`` (``hedge.modal``), or the kind of a question or quotation.
    """

    kind: str
    first: int
    last: int
    scope_first: int
    scope_last: int
    name: str = ""

    def governs(self, first: int, last: int) -> bool:
        """Return whether the words ``[first, last)`` are in the cue's scope."""
        return self.scope_first <= first and last <= self.scope_last


def find_cues(
    reading: BlockReading,
    attributes: Mapping[str, Mapping[str, Any]],
    clauses: Callable[[BlockReading], Clauses] = find_clauses,
) -> tuple[Cue, ...]:
    """Find the cues of a block, in order, given the attributes of cue classes and a function for clause borders."""
    pseudo = reading.of("pseudo")
    cues = [*_questions(reading, pseudo), *_quotations(reading)]
    excluded = {place for hit in pseudo for place in _places(hit)}
    hits = _widest(hit for hit in reading.of("cue") if excluded.isdisjoint(_places(hit)))
    if hits:
        borders = clauses(reading)
        cues.extend(_scoped(hit, reading, attributes.get(hit.owner, {}), borders) for hit in hits)
    cues.sort(key=lambda cue: (cue.first, cue.last))
    return tuple(cues)


def cues_within(cues: Sequence[Cue], first: int, last: int) -> Sequence[Cue]:
    """Return the cues that start at the words ``[first, last)``; ``cues`` must be in order."""
    return cues[bisect_left(cues, first, key=_first) : bisect_left(cues, last, key=_first)]


def governing(cues: Iterable[Cue], first: int, last: int, kinds: Iterable[str]) -> Cue | None:
    """Return the first cue of some kinds whose scope contains the words ``[first, last)``, or None."""
    wanted = frozenset(kinds)
    return next((cue for cue in cues if cue.kind in wanted and cue.governs(first, last)), None)


def _first(cue: Cue) -> int:
    return cue.first


def _widest(hits: Iterable[Hit]) -> list[Hit]:
    """Drop the hits inside a longer one (``some people`` in ``some people say``).

    :data:`_INDEPENDENT` cues neither drop the cues inside them nor are dropped (``may cause``: a risk and a hedge).
    """
    kept: list[Hit] = []
    independent: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.owner.startswith(_INDEPENDENT):
            independent.append(hit)
        elif not kept or hit.last > kept[-1].last or hit[:2] == kept[-1][:2]:
            kept.append(hit)
    return kept + independent


def _places(hit: Hit) -> Iterator[tuple[str, int]]:
    """Yield the kind of a cue or pseudo-cue with each of its words."""
    kind = hit.owner.split(".")[1]
    return ((kind, word) for word in range(hit.first, hit.last))


def _questions(reading: BlockReading, pseudo: Sequence[Hit]) -> Iterator[Cue]:
    """Yield a cue for each question, but not for one with a rhetorical opening, which makes it a promise."""
    if "?" not in reading.text:
        return
    rhetorical = {reading.sentence_at(hit.first) for hit in pseudo if hit.owner == "pseudo.question"}
    for sentence in reading.sentences:
        if reading.asks(sentence) and sentence not in rhetorical:
            end = sentence.last
            yield Cue("question", end - 1, end, sentence.first, end, "question")


def _quotations(reading: BlockReading) -> Iterator[Cue]:
    starts = reading.words.starts
    for match in _QUOTATION.finditer(reading.text):
        first = bisect_left(starts, match.start())
        last = bisect_left(starts, match.end())
        yield Cue("quotation", first, first + 1, first, last, "quotation")


def _scoped(hit: Hit, reading: BlockReading, attributes: Mapping[str, Any], clauses: Clauses) -> Cue:
    name = hit.owner.removeprefix("cue.")
    kind = name.split(".")[0]
    sentence = reading.sentence_at(hit.first)
    direction = attributes.get("direction", "forward")
    if direction == "sentence":
        return Cue(kind, hit.first, hit.last, sentence.first, sentence.last, name)
    reach = int(attributes.get("reach", DEFAULT_REACH))
    crosses = attributes.get("crosses", ())
    comma = bool(attributes.get("comma"))
    words = reading.words.words
    first, last = hit.first, hit.last
    if direction in ("forward", "both"):
        limit = min(sentence.last, hit.last + reach)
        last = next((border.at for border in clauses.after(hit.last, limit) if border.kind not in crosses), limit)
        if comma and "," in words[hit.last : last]:
            last = words.index(",", hit.last, last)
    if direction in ("backward", "both"):
        limit = max(sentence.first, hit.first - reach)
        before = clauses.before(hit.first - 1, limit)
        first = next((border.at for border in before if border.kind not in crosses), limit)
        if comma and "," in words[first : hit.first]:
            first = hit.first - words[first : hit.first][::-1].index(",")
    return Cue(kind, hit.first, hit.last, first, last, name)

"""Which risks a page names: in one passage, and of those in the knowledge base for a treatment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line
from linter.checks.risk.harms import GENERAL, Named, asserts_harm, bars_in, find_words, harms_in
from linter.checks.risk.passages import MarkedLine, Passage, passages_of
from linter.knowledge.facts import Boxed, Treatment
from linter.knowledge.labels import products_named
from linter.value import Struct

_WINDOW = 10
"""Lines within which harms count as one place, in a passage without a risk heading."""
_OTHER_SUBJECTS = ("effect", "risk.gain", "risk.untreated", "risk.rival", "risk.disease", "risk.origin")
"""Classes of subjects to which a sentence attributes its harms instead of to the treatment."""
_MIN_UNFRAMED = 3
"""Key risks within one place from which the place counts as being on risks, whatever its heading."""


class Tally(Struct, frozen=True):
    """The risks of a treatment that a page names and those that it does not, boxed topics first.

    ``owed`` are the missing ones that are mandatory, whatever the count; ``at`` is the first line that names a risk.
    """

    named: tuple[str, ...]
    missing: tuple[str, ...]
    owed: tuple[str, ...]
    at: Line | None

    def enough(self, treatment: Treatment) -> bool:
        """Whether the page names enough risks, and all mandatory ones."""
        return len(self.named) >= treatment.min_risks and not self.owed


@once
def tally(article: Article, treatment: str) -> Tally:
    """Tally the risks of a treatment (an id) that a page names and does not name."""
    marked = [line for passage in passages_of(article) for line in passage.lines]
    named: list[str] = []
    missing: list[str] = []
    owed: list[str] = []
    at: Line | None = None
    by_general_words = _by_general_words(article)
    for name, words, framed, must in _risks(article.topics.knowledge.treatment(treatment), article):
        held = article.searched.held(words)
        place = next((line for line in marked if _names(line, held, framed, article)), None) if held else None
        place = place or by_general_words.get(name)
        if place is None:
            missing.append(name)
            if must:
                owed.append(name)
            continue
        named.append(name)
        if at is None or place.line.place < at.place:
            at = place.line
    return Tally(tuple(named), tuple(missing), tuple(owed), at)


def boxed_topics(treatment: Treatment, article: Article) -> tuple[Boxed, ...]:
    """Return the boxed warning topics that the page owes: those of all products, and of the products it names."""
    return tuple(
        topic
        for topic in treatment.boxed_warning or ()
        if topic.must_name
        and (not topic.products or not set(topic.products).isdisjoint(products_on(article, treatment.id)))
    )


@once
def products_on(article: Article, treatment: str) -> tuple[str, ...]:
    """Return the products of a treatment (an id) that the page names."""
    known = article.topics.knowledge.treatment(treatment)
    if not article.searched.held(known.products):
        return ()  # most pages
    return products_named(known, " ".join(reading.text for reading in article.readings))


def names_topic(topic: Boxed, article: Article) -> bool:
    """Whether a page names a topic of a boxed warning."""
    if topic.topic in _by_general_words(article):
        return True
    held = article.searched.held(topic.words)
    lines = (line for passage in passages_of(article) for line in passage.lines)
    return bool(held) and any(_names(line, held, (), article) for line in lines)


def _risks(treatment: Treatment, article: Article) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], bool]]:
    for topic in boxed_topics(treatment, article):
        yield topic.topic, topic.words, (), False
    for risk in treatment.key_risks:
        yield risk.risk, risk.words, risk.framed, risk.must_name


@once
def _by_general_words(article: Article) -> Mapping[str, MarkedLine]:
    """Return the key risks that general words for harms stand for (attribute ``names``), each with its first line."""
    named: dict[str, MarkedLine] = {}
    for line in (line for passage in passages_of(article) for line in passage.lines):
        for harm in harms_in(line, article, ()):
            for name in article.program.attributes.get(f"{GENERAL}{harm.key}", {}).get("names", ()):
                named.setdefault(name, line)
    return named


def _names(marked: MarkedLine, words: Sequence[str], framed: Sequence[str], article: Article) -> bool:
    """Whether a line names a risk as such: not denied, not as a contraindication; ``framed`` words need a frame."""
    line = marked.line
    boxed = marked.exclusion and _is_boxed(line, article)
    until = line.sentence.last if boxed else marked.harms_until
    if until == line.sentence.first or line.is_question:
        return False
    usable = words if marked.framed else [word for word in words if word not in framed]
    if find_words(line, usable, article, until) is None:
        return False
    return not marked.framed or boxed or asserts_harm(marked)


def _is_boxed(line: Line, article: Article) -> bool:
    """Whether a contraindication, the sentence after it or the cell before it says that it is a boxed warning.

    Then it names the risk too: "... who had thyroid cancer. That is the boxed warning."
    """
    reading, last = line.reading, line.sentence.last
    until = reading.sentence_at(last).last if last < len(reading.words) else last
    label = article.readings[max(0, reading.block.index - 1)]
    labeled = label.block.beside(reading.block) and bool(label.of("risk.boxed"))
    return labeled or reading.has_in(line.sentence.first, until, "risk.boxed")


def named_in(passage: Passage, article: Article, treatments: Sequence[Treatment]) -> tuple[Named, ...]:
    """Return the harms and contraindications that a passage names, each once."""
    found: list[Named] = []
    for marked in passage.lines:
        found.extend(harms_in(marked, article, treatments))
        found.extend(bars_in(marked))
    if passage.on_risk:
        return _distinct(found)
    if not _has_other_subject(passage, article):
        unframed = _unframed(passage, article, treatments)
        if len(_together(unframed)) >= _MIN_UNFRAMED:
            found = sorted([*found, *unframed], key=lambda named: (named.line.place, named.start))
    return _together(found)


def _has_other_subject(passage: Passage, article: Article) -> bool:
    """Whether the heading of a passage, or a line that introduces a list, says that it is about something else."""
    heading = passage.heading
    if heading is not None and article.readings[heading.index].of(*_OTHER_SUBJECTS, "heading.benefit"):
        return True
    return any(marked.line.of(*_OTHER_SUBJECTS) for marked in passage.lines if marked.line.text.endswith(":"))


def _unframed(passage: Passage, article: Article, treatments: Sequence[Treatment]) -> list[Named]:
    """Return the key risks in lines that nothing marks as being on risks, by wordings that need no frame."""
    found: list[Named] = []
    risks = _held_key_risks(article, tuple(treatment.id for treatment in treatments))
    for marked in passage.lines if risks else ():
        line = marked.line
        if marked.framed or marked.exclusion or line.is_question or line.of(*_OTHER_SUBJECTS):
            continue
        places = ((name, find_words(line, words, article)) for name, words in risks)
        found.extend(Named(name, line, *place) for name, place in places if place is not None)
    return found


@once
def _held_key_risks(article: Article, treatments: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Return the key risks of some treatments (ids) in the article, with their wordings that need no frame."""
    known = (risk for name in treatments for risk in article.topics.knowledge.treatment(name).key_risks)
    plain = ((risk.risk, [word for word in risk.words if word not in risk.framed]) for risk in known)
    return [(name, held) for name, words in plain if (held := article.searched.held(words))]


def _distinct(found: Iterable[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for named in found:
        first.setdefault(named.harm, named)
    return tuple(first.values())


def _together(found: Sequence[Named]) -> tuple[Named, ...]:
    """Return the largest set of distinct harms within :data:`_WINDOW` lines; ``found`` is in order of position."""
    counts: Counter[str] = Counter()
    start, best = 0, (0, 0, 0)
    for end, named in enumerate(found):
        counts[named.harm] += 1
        while named.line.place - found[start].line.place >= _WINDOW:
            counts[found[start].harm] -= 1
            if not counts[found[start].harm]:
                del counts[found[start].harm]
            start += 1
        best = max(best, (len(counts), -start, end + 1))
    _, first, last = best
    return _distinct(found[-first:last])

"""Guards, shared by several kinds of rules: conditions under which a matched wording is no violation.

For speed, a guard looks only at the matched words and at existing hits, never at every word of a block.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from linter.checks.article import Article
from linter.checks.citations import has_mark, has_source
from linter.checks.claim.frames import is_of_others
from linter.checks.lines import CELLS, headers_of, row_of
from linter.checks.match import Found
from linter.checks.speakers import said_by_patient
from linter.checks.topic import speaks_of
from linter.document import Block, Scope
from linter.language.reading import BlockReading
from linter.language.scope import Cue
from linter.rules.program import Rule
from linter.typed import Any

_REACH = 60


def is_violation(rule: Rule, found: Found, article: Article) -> bool:
    """Whether a match passes all guards of its rule (``rules.schema.match.words.Guards``)."""
    options = rule.match
    return (
        in_place(options, found.reading)
        and not _refuted(found, article)
        and not (options["voice"] == "page" and said_by_patient(found, article))
        and configured(options["profile"], article)
        and _guarded(rule, found, article)
        and not _silenced(options, found, article)
        and _sourced(options["source"], found, article)
        and not (options["of_own"] and is_of_others(found.reading, found.first, article))
        and (not options["topic"] or speaks_of(options["topic"], article, found.reading, found.first))
    )


def _refuted(found: Found, article: Article) -> bool:
    """Whether the words are part of a claim that the page denies, or reports without making it."""
    claims = article.refuted.get(found.reading.block.index, ())
    before = bisect_right(claims, found.first, key=lambda claim: claim.first)
    return before > 0 and found.last <= claims[before - 1].last


def in_place(options: Mapping[str, Any], reading: BlockReading) -> bool:
    """Whether a rule looks at a block, by its scope and its voice.

    Navigation counts only if ``scopes`` names it, and block quotations only with ``voice: any``.
    """
    block = reading.block
    scopes, not_scopes = options["scopes"], options["not_scopes"]
    if scopes:
        if block.scope not in scopes:
            return False
    elif block.scope is Scope.NAVIGATION:
        return False
    if block.scope in not_scopes:
        return False
    return options["voice"] == "any" or not (block.quoted or block.scope is Scope.QUOTE)


def configured(wanted: Mapping[str, str], article: Article) -> bool:
    """Whether the profile meets a rule's conditions: profile key -> lexicon class of which the value has a term."""
    profile = article.setting.profile
    return all(key in profile and article.read_text(profile[key]).of(name) for key, name in wanted.items())


def _guarded(rule: Rule, found: Found, article: Article) -> bool:
    """Check the phrases that must or must not accompany the match."""
    options, reading = rule.match, found.reading
    sentence = reading.sentence_at(found.first)
    if options["not_in"] and _is_part(found, options["not_in"]):
        return False
    if options["not_of"] and _is_of_another(found, options["not_of"], article):
        return False
    if reading.has_in(sentence.first, sentence.last, *options["unless"]):
        return False
    if options["needs"] and not reading.has_in(sentence.first, sentence.last, *options["needs"]):
        return False
    if not article.holding.keys().isdisjoint(options["unless_page"]):
        return False
    near = options["unless_near"]
    if near and (reading.has(near) or any(cell.has(near) for cell in _beside(reading.block, article))):
        return False
    return has_context(options, reading, article)


def _beside(block: Block, article: Article) -> Iterator[BlockReading]:
    """Yield what is read together with a block: its table row with column headers, the list it introduces."""
    if block.view.text.rstrip().endswith(":"):
        after = article.readings[block.index + 1 : block.index + CELLS]
        yield from takewhile(lambda other: other.block.listed and other.block.section == block.section, after)
    row = tuple(row_of(article, block))
    yield from row
    yield from headers_of(article, row)


def has_context(options: Mapping[str, Any], reading: BlockReading, article: Article) -> bool:
    """Whether a block, its table row or its heading has one of the rule's ``needs_near``."""
    needed = options["needs_near"]
    if not needed or reading.has(needed) or any(cell.has(needed) for cell in row_of(article, reading.block)):
        return True
    heading = article.heading_reading(reading.block)
    return heading is not None and heading.has(needed)


def _is_part(found: Found, owners: Sequence[str]) -> bool:
    """Whether the match overlaps a hit of some owners; no term is longer than :data:`_REACH` words."""
    for name in owners:
        hits = found.reading.families.get(name, ())
        near = hits[bisect_left(hits, (found.first - _REACH,)) : bisect_left(hits, (found.last,))]
        if any(hit.last > found.first for hit in near):
            return True
    return False


def _is_of_another(found: Found, owners: Sequence[str], article: Article) -> bool:
    """Whether the clause, before the match, has a hit of some owners and names no treatment."""
    reading = found.reading
    first, _ = article.clauses(reading).around(found.first, reading.sentence_at(found.first))
    named = reading.has_in(first, found.first, "treatment", "subject.treatment")
    return not named and reading.has_in(first, found.first, *owners)


def _silenced(options: Mapping[str, Any], found: Found, article: Article) -> bool:
    kinds = options["silenced_by"]
    if not kinds:
        return False
    near = article.cues_near(found.reading, found.first, found.last)
    cues = [cue for cue in near if cue.kind in kinds or cue.name in kinds]
    return any(_governs(cue, found) and not _listed(cue, found, cues) for cue in cues)


def _governs(cue: Cue, found: Found) -> bool:
    """Whether a cue governs the match. A cue that overlaps it is part of the rule's own phrase (*no risk*)."""
    if cue.first < found.last and found.first < cue.last:
        return False
    return cue.scope_first <= found.first and cue.scope_last >= found.last


def _listed(cue: Cue, found: Found, cues: Sequence[Cue]) -> bool:
    """Whether the match opens with a cue of its own that continues a list: *no needles, no pills, no side effects*."""
    if found.first == 0 or not any(other.kind == cue.kind and other.first == found.first for other in cues):
        return False
    joined = found.reading.words.words[found.first - 1] == "," or found.reading.has_in(
        found.first - 1, found.first, "grammar.join"
    )
    return joined and cue.first < found.first


def _sourced(wanted: str | None, found: Found, article: Article) -> bool:
    """Whether the match has, or lacks, a source as the rule requires (``schema.fields.SourceGuard``)."""
    if not wanted:
        return True
    reading, word = found.reading, found.first
    if wanted == "marked-in-sentence":
        return has_mark(article, reading, word)
    sourced = has_source(article, reading, word, whole_block=wanted == "absent-in-block")
    return sourced == (wanted == "present-in-sentence")

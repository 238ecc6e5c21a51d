"""When a wording that was found still is no violation: the guards that rules of several kinds share.

A guard looks only at the found words and at hits that the reading already has, never at every word of a block.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linter.checks.article import Article
from linter.checks.sources import has_source
from linter.checks.topic import speaks_of
from linter.document import Scope
from linter.language.reading import BlockReading
from linter.language.scope import Cue
from linter.language.words import split_words
from linter.rules.program import Rule


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``[first, last)`` of a block that a rule may report; ``wording`` is the pattern that found them."""

    reading: BlockReading
    first: int
    last: int
    wording: str = ""


def stands(rule: Rule, found: Found, article: Article) -> bool:
    """Whether a found wording is a violation after all guards of its rule (``linter.rules.schema.Guards``)."""
    options = rule.match
    return (
        in_place(options, found.reading)
        and _guarded(rule, found, article)
        and not _silenced(options, found, article)
        and _sourced(options, found, article)
        and (not options["topic"] or speaks_of(options["topic"], article, found.reading, found.first))
    )


def in_place(options: Mapping[str, Any], reading: BlockReading) -> bool:
    """Whether a rule looks at a block: its scopes, and whose voice speaks there.

    Navigation is read only where ``scopes`` names it, the words of others only with ``voice: any``.
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


def _guarded(rule: Rule, found: Found, article: Article) -> bool:
    """The phrases that must or must not stand beside the found one."""
    options, reading = rule.match, found.reading
    if options["unless"] and _in_sentence(reading, f"{rule.owner}:unless", found.first):
        return False
    if options["needs"] and not _in_sentence(reading, f"{rule.owner}:needs", found.first):
        return False
    if options["unless_near"] and reading.hits.get(f"{rule.owner}:unless_near"):
        return False
    return not options["needs_near"] or _in_block_or_heading(article, reading, f"{rule.owner}:needs_near")


def _in_sentence(reading: BlockReading, owner: str, word: int) -> bool:
    hits = reading.hits.get(owner)
    if not hits:
        return False
    sentence = reading.sentence_at(word)
    return any(sentence.first <= hit.first < sentence.last for hit in hits)


def _in_block_or_heading(article: Article, reading: BlockReading, owner: str) -> bool:
    if reading.hits.get(owner):
        return True
    heading = article.heading_reading(reading.block)
    return heading is not None and bool(heading.hits.get(owner))


def _silenced(options: Mapping[str, Any], found: Found, article: Article) -> bool:
    kinds = options["silenced_by"]
    if not kinds:
        return False
    return any(cue.kind in kinds and _governs(cue, found) for cue in article.cues(found.reading))


def _governs(cue: Cue, found: Found) -> bool:
    """Whether a cue rules the found words. A cue among them counts only if the pattern did not ask for it itself."""
    if cue.last <= found.first or cue.first >= found.last:
        return cue.governs(found.first, found.last)
    words = found.reading.words.words[cue.first : cue.last]
    return cue.scope_last >= found.last and not set(words) <= set(split_words(found.wording).words)


def _sourced(options: Mapping[str, Any], found: Found, article: Article) -> bool:
    wanted = options["source"]
    if not wanted:
        return True
    state, _, within = wanted.partition("-in-")
    return has_source(article, found.reading, found.first, whole_block=within == "block") == (state == "present")

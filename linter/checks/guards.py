"""When a wording that was found still is no violation: the guards that rules of several kinds share.

A guard looks only at the found words and at hits that the reading already has, never at every word of a block.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from linter.checks.article import Article
from linter.checks.citations import has_mark, has_source
from linter.checks.topic import speaks_of
from linter.document import Scope
from linter.language.reading import BlockReading
from linter.language.scope import Cue
from linter.rules.program import Rule


class Found(Struct, frozen=True):
    """Words ``[first, last)`` of a block that a rule may report."""

    reading: BlockReading
    first: int
    last: int


def stands(rule: Rule, found: Found, article: Article) -> bool:
    """Whether a found wording is a violation after all guards of its rule (``linter.rules.schema.Guards``)."""
    options = rule.match
    return (
        in_place(options, found.reading)
        and configured(options["profile"], article)
        and _guarded(rule, found, article)
        and not _silenced(options, found, article)
        and _sourced(options["source"], found)
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


def configured(wanted: Mapping[str, str], article: Article) -> bool:
    """Whether the setting says of the clinic what a rule asks for: profile key -> lexicon class of what it says."""
    profile = article.setting.profile
    return all(article.read_text(profile.get(key, "")).of(name) for key, name in wanted.items())


def _guarded(rule: Rule, found: Found, article: Article) -> bool:
    """The phrases that must or must not stand beside the found one."""
    options, reading = rule.match, found.reading
    if any(hit.first < found.last and found.first < hit.last for hit in reading.of(*options["not_in"])):
        return False
    if options["unless"] and _in_sentence(reading, options["unless"], found.first):
        return False
    if options["needs"] and not _in_sentence(reading, options["needs"], found.first):
        return False
    if options["unless_near"] and reading.of(*options["unless_near"]):
        return False
    return not options["needs_near"] or _in_block_or_heading(article, reading, options["needs_near"])


def _in_sentence(reading: BlockReading, owners: Sequence[str], word: int) -> bool:
    hits = reading.of(*owners)
    if not hits:
        return False
    sentence = reading.sentence_at(word)
    return any(sentence.first <= hit.first < sentence.last for hit in hits)


def _in_block_or_heading(article: Article, reading: BlockReading, owners: Sequence[str]) -> bool:
    if reading.of(*owners):
        return True
    heading = article.heading_reading(reading.block)
    return heading is not None and bool(heading.of(*owners))


def _silenced(options: Mapping[str, Any], found: Found, article: Article) -> bool:
    kinds = options["silenced_by"]
    if not kinds:
        return False
    cues = [cue for cue in article.cues(found.reading) if cue.kind in kinds or cue.name in kinds]
    return any(_governs(cue, found) and not _listed(cue, found, cues) for cue in cues)


def _governs(cue: Cue, found: Found) -> bool:
    """Whether a cue rules the found words. One that stands wholly among them is what the rule asked for (*no risk*)."""
    if found.first <= cue.first and cue.last <= found.last:
        return False
    return cue.scope_first <= found.first and cue.scope_last >= found.last


def _listed(cue: Cue, found: Found, cues: Sequence[Cue]) -> bool:
    """Whether the found words open with a cue of the same kind in a list: *no needles, no pills, no side effects*."""
    words = found.reading.words.words
    opens = any(other.kind == cue.kind and other.first == found.first for other in cues)
    return opens and cue.first < found.first and words[found.first - 1] in (",", "and", "or")


def _sourced(wanted: str | None, found: Found) -> bool:
    """Whether sources stand, or do not stand, where the rule wants them (``schema.SourceGuard``)."""
    if not wanted:
        return True
    reading, word = found.reading, found.first
    if wanted == "marked-in-sentence":
        return has_mark(reading, word)
    return has_source(reading, word, whole_block=wanted == "absent-in-block") == (wanted == "present-in-sentence")

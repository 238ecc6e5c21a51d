"""Splitting text into sentences.

A period ends a sentence unless it belongs to an abbreviation, an initial, a number or an ellipsis inside a sentence. A
question or exclamation mark does if whitespace and no lower-case letter follow. A forced line break does unless the
line has no final punctuation and the next one starts in lower case: designers break lines for looks. The abbreviations
are data (``lint_rules/lexicon/abbreviations.yaml``).
"""

from collections.abc import Collection

from linter.expression import expression

# a reference mark right after the period belongs to the sentence before it: "It helped.[1, 2] Then …"; a run of
# periods (in a table of contents) is matched once, from its start
_STOP = expression(r"""[.!?…](?<![.!?…]{2})[.!?…]*+["')\]*_]*+(?:\[\d[\d,\s-]{0,20}\]){0,9}(?=\s|\ufffc|$)|\n+""")
_CLOSED = (".", "!", "?", "…", ":", ";")
_LAST_WORD = expression(r"(?:[^\W_]\.)+[^\W_]?$|[^\W_]+$")
_NEXT = expression(r"""[\s"'(\[*_\ufffc]*""")


def split_sentences(text: str, abbreviations: Collection[str]) -> list[tuple[int, int]]:
    """Return the sentences of a view as ``(start, end)`` offsets, without surrounding whitespace.

    ``abbreviations`` are in lower case and without their last period (``dr``, ``e.g``).
    """
    sentences: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if text[stop.start()] == "\n":
            ends = not text[end : end + 1].islower() or text.endswith(_CLOSED, 0, stop.start())
        else:
            ends = _ends_sentence(text, stop.start(), end, abbreviations)
        if not ends:
            continue
        _append(sentences, text, start, end)
        start = end
    _append(sentences, text, start, len(text))
    return sentences


def _append(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped[0])
        sentences.append((first, first + len(stripped)))


def _ends_sentence(text: str, stop: int, end: int, abbreviations: Collection[str]) -> bool:
    following = _NEXT.match(text, end)
    after = following.end() if following else end
    if after >= len(text):
        return True
    if text[after].islower():
        return False
    if text[stop] != "." or text.startswith("...", stop):
        return True
    before = _LAST_WORD.search(text, max(0, stop - 24), stop)
    if before is None:
        return True
    word = before.group().lower()
    if word in abbreviations:
        return False
    # an initial ("J. Smith"), but not the pronoun "I" or another letter ("vitamin C. It")
    is_initial = len(word) == 1 and text[before.start()].isupper() and word != "i"
    return not (is_initial and _starts_a_name(text, before.start()))


def _starts_a_name(text: str, start: int) -> bool:
    """Whether an initial follows the start of the text, an abbreviation or a short capitalized word."""
    preceding = text[max(0, start - 24) : start].rstrip()
    if not preceding:
        return True
    word = preceding.split()[-1]
    return word.endswith(".") or (len(word) <= 3 and word[:1].isupper())

"""Phrase patterns, the notation in which rules and lexicons write wordings.

A pattern is a sequence of words, split in the same way as prose, and these operators:

=================  ====================================================================
``(a|b c|d)``      one of these
``x?``             optional (right after a word or a group)
``heal*``          any word with this prefix (at least three letters)
``<effect>``       a term of a lexicon class or of one of its subclasses (``effect.cure``)
``#``              a number (but ``#1`` is the symbol and the number)
``_``              any one word
``...`` ``...6``   up to four (six) words, not across a period or semicolon
``^ …`` ``… $``    the start, the end of the sentence (only at that edge, alone or in a group; elsewhere plain symbols)
=================  ====================================================================

Patterns have no loops, and only bounded gaps backtrack: matching is linear in the length of the text.

Alternatives of several words become separate patterns; ``linter.language.index.entries`` describes their elements.
"""

import itertools

from linter.expression import expression
from linter.language.index.entries import END, NUMBER, RESERVED, START, Pattern
from linter.language.words import split_words

MAX_EXPANSIONS = 4096
MAX_ANCHORS = 64
MAX_WORDS = 100
MAX_DEPTH = 50
_OPERATORS = expression(r"[()|?^$#<>*_~]|\.\.\.")
_AT_START = expression(r"\(?([^()]*\|)?\s*")
_AT_END = expression(r"\s*(\|[^()]*)?\)?")
_TOKEN = expression(r"\s*(\.\.\.\d*|<[a-z][a-z0-9_.-]*>|\*|[()|?^$#]|_(?!\w)|[^\s()|?^$#<*]+)")


class PatternError(ValueError):
    """A pattern is invalid; the message says why."""


def expand(text: str) -> list[Pattern]:
    """Expand a pattern into as few wordings as possible. Raises :class:`PatternError`."""
    if RESERVED in text:
        raise PatternError(f"{RESERVED!r} may not be part of a pattern: {text!r}")
    if "\\" in text:
        raise PatternError(f"a backslash does not escape a character in a pattern: {text!r}")
    tokens = _tokenize(text)
    if max(itertools.accumulate((token == "(") - (token == ")") for token in tokens), default=0) > MAX_DEPTH:
        raise PatternError(f"more than {MAX_DEPTH} brackets open at once in {text!r}")
    sequences, rest = _alternatives(tokens, 0, text)
    if rest != len(tokens):
        raise PatternError(f"unbalanced ')' in {text!r}")
    if any(len(sequence) > MAX_WORDS for sequence in sequences):
        raise PatternError(f"more than {MAX_WORDS} words in {text!r}; use only some of them")
    return [_anchored(sequence, text) for sequence in dict.fromkeys(sequences)]


def literal(text: str) -> str:
    """Return a pattern that matches a text literally: characters with a meaning in patterns are removed."""
    return " ".join(_OPERATORS.sub(" ", text).split())


def _tokenize(text: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    text = text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise PatternError(f"cannot read {text[position:]!r} in {text!r}")
        token = match.group(1)
        if token == "?" and tokens and match.start(1) > position:
            raise PatternError(f"'?' must directly follow what it makes optional in {text!r}")
        if token == "*":
            if not tokens or not tokens[-1].isalpha() or len(tokens[-1]) < 3:
                raise PatternError(f"'*' must follow at least three letters in {text!r}")
            tokens[-1] += "*"
        elif token == "#" and not text[match.end() : match.end() + 1].isdigit():
            tokens.append(NUMBER)
        elif token in "()|?#_" or token.startswith(("...", "<")):
            tokens.append(token)
        elif token in "^$":
            at_edge = _AT_START.fullmatch(text, 0, position) if token == "^" else _AT_END.fullmatch(text, match.end())
            tokens.append(START if token == "^" and at_edge else END if at_edge else token)
        else:
            tokens.extend(split_words(token).words)
        position = match.end()
    return tokens


def _alternatives(tokens: list[str], index: int, text: str) -> tuple[list[tuple[str, ...]], int]:
    options: list[tuple[str, ...]] = []
    while True:
        sequences, index = _sequence(tokens, index, text)
        options.extend(sequences)
        if index < len(tokens) and tokens[index] == "|":
            index += 1
            continue
        return options, index


def _sequence(tokens: list[str], index: int, text: str) -> tuple[list[tuple[str, ...]], int]:
    parts: list[list[tuple[str, ...]]] = []
    while index < len(tokens) and tokens[index] not in "|)":
        token = tokens[index]
        if token == "(":
            options, index = _alternatives(tokens, index + 1, text)
            if index >= len(tokens) or tokens[index] != ")":
                raise PatternError(f"'(' without ')' in {text!r}")
            options = _merged(options)
        elif token == "?":
            raise PatternError(f"'?' after nothing in {text!r}")
        else:
            options = [(token,)]
        index += 1
        if index < len(tokens) and tokens[index] == "?":
            options = _optional(options)
            index += 1
        parts.append(options)
    count = 1
    for options in parts:
        count *= len(options)
        if count > MAX_EXPANSIONS:
            raise PatternError(f"more than {MAX_EXPANSIONS} wordings in {text!r}; split the pattern")
    return [tuple(itertools.chain(*choice)) for choice in itertools.product(*parts)], index


def _merged(options: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Merge the alternatives of one word each into one element."""
    single = [option[0] for option in options if len(option) == 1 and is_words(option[0])]
    if len(single) < 2:
        return options
    words = dict.fromkeys(word for element in single for word in element.split("|"))
    return [("|".join(words),), *(option for option in options if len(option) != 1 or not is_words(option[0]))]


def _optional(options: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    if len(options) == 1 and len(options[0]) == 1 and not options[0][0].startswith("?"):
        return [("?" + options[0][0],)]
    return [*options, ()]


def is_words(element: str) -> bool:
    """Return whether an element is a required word or choice of words."""
    return element != "_" and not element.startswith(("...", "<", "?"))


def _anchored(sequence: tuple[str, ...], text: str) -> Pattern:
    """Return the pattern anchored at the run of words with the most letters, presumably the rarest in prose.

    Words of up to three letters (*is*, *the*, *for*) are too frequent and only break ties.
    """
    best, best_weight = (0, 0), (-1, -1)
    start = 0
    while start < len(sequence):
        end = start
        while end < len(sequence) and is_words(sequence[end]):
            end += 1
        for first, last in _runs(sequence, start, end):
            shortest = [min(map(len, element.split("|"))) for element in sequence[first:last]]
            weight = (sum(length for length in shortest if length > 3), sum(shortest))
            if shortest and weight > best_weight:
                best, best_weight = (first, last), weight
        start = max(end, start + 1)
    if best == (0, 0) and not (sequence and sequence[0].startswith("<") and sequence[0][1].isalpha()):
        raise PatternError(f"neither a plain word to look for nor a class at the start in {text!r}")
    return Pattern(sequence[best[0] : best[1]], sequence[: best[0]], sequence[best[1] :])


def _runs(sequence: tuple[str, ...], start: int, end: int) -> list[tuple[int, int]]:
    """Return a run of words as one anchor, or its single words if it has too many alternatives."""
    wordings = 1
    for element in sequence[start:end]:
        wordings *= element.count("|") + 1
    if wordings <= MAX_ANCHORS:
        return [(start, end)]
    return [(index, index + 1) for index in range(start, end)]

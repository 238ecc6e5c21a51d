"""English inflection: verb forms, plurals, and what the ending of a word says about it.

The lexicon lists irregular forms after the base form (``take|took|taken``).
"""

_VOWELS = "aeiou"


def inflect(verb: str) -> tuple[str, ...]:
    """Return the base, -s, -ed and -ing forms of a verb; in a phrase (``do away with``), the first word inflects.

    Irregular past forms follow the base form (``take|took|taken away``). The final consonant after a single vowel
    doubles only in one-syllable verbs (``stop``, not ``benefit``).
    """
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    base, *irregular = head.split("|")
    forms = (base, _third(base), *(irregular or [_past(base)]), _participle(base))
    return tuple(dict.fromkeys(form + tail for form in forms))


def base_form(verb: str) -> str:
    """Return the verb of a lexicon entry without its irregular forms (``take away``)."""
    head, _, tail = verb.partition(" ")
    return f"{head.partition('|')[0]} {tail}".rstrip()


def with_plural(term: str) -> tuple[str, ...]:
    """Return a term with its plural in -s, if it has one."""
    if len(term) < 3 or not term[-1].isalpha() or term[-1] in "sS":
        return (term,)
    if term.endswith("y") and term[-2] not in _VOWELS:
        return (term, term[:-1] + "ies")
    return (term, term + ("es" if term.endswith(("x", "ch", "sh")) else "s"))


def is_participle(word: str, base: str = "") -> bool:
    """Return whether a form of the verb ``base`` is its -ing form; ``bring`` itself is not."""
    return word.endswith("ing") and not base.endswith("ing")


def is_third_person(word: str, base: str = "") -> bool:
    """Return whether a form of the verb ``base`` is its -s form; ``focus`` itself is not."""
    return word.endswith("s") and not base.endswith("s")


def is_regular_past(word: str) -> bool:
    """Return whether a form of a verb is its -ed form."""
    return word.endswith("ed")


def is_present(word: str, base: str) -> bool:
    """Return whether a form of the verb ``base`` is in the present tense: ``cures``, ``carries``, ``cure``."""
    stem = base[:-1] if base.endswith("y") else base
    return not base.endswith("s") and (word == base or (word.startswith(stem) and is_third_person(word)))


def is_regular_plural(word: str) -> bool:
    """Return whether a noun looks like a plural: ``drips``, but not ``illness``, ``virus`` or ``sepsis``."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_adverb(word: str) -> bool:
    """Return whether a word looks like an adverb of manner: ``slowly``, but not ``only``."""
    return word.endswith("ly") and len(word) > 4


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    one_syllable = sum(char in _VOWELS for char in verb) == 1
    closed = len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS
    return verb + verb[-1] if one_syllable and closed else verb

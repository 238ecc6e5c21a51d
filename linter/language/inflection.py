"""Inflections of English verbs; irregular forms stand in the lexicon beside the base form (``take|took|taken``)."""

_VOWELS = "aeiou"


def inflect(verb: str) -> tuple[str, ...]:
    """Base form, -s, -ed and -ing forms of a verb; of a phrase (``do away with``) the first word inflects.

    The forms of an irregular verb other than -s and -ing follow its base form (``take|took|taken away``). A final
    consonant after a single stressed vowel doubles only in one-syllable verbs (``stop``, not ``benefit``).
    """
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    base, *irregular = head.split("|")
    forms = (base, _third(base), *(irregular or [_past(base)]), _participle(base))
    return tuple(dict.fromkeys(form + tail for form in forms))


def base_form(verb: str) -> str:
    """The verb of a lexicon entry without its irregular forms (``take away``)."""
    head, _, tail = verb.partition(" ")
    return f"{head.partition('|')[0]} {tail}".rstrip()


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

"""Hints on misspelt names."""

from collections.abc import Iterable


def nearest_key(key: str, known: Iterable[str]) -> str:
    """A hint on the nearest of some keys; all of them where none is near."""
    names = list(known)
    # keys are words: of two that share half their letters, one is not the other misspelt
    return nearest(key, names, 0.6) or (f"; there is {', '.join(names)}" if names else "")


def nearest(word: str, known: Iterable[str], likeness: float = 0.5) -> str:
    """``; did you mean …?`` for the nearest of some names, or nothing."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=likeness)
    return f"; did you mean '{near[0]}'?" if near else ""

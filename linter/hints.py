"""Hints on misspelt names."""

from collections.abc import Iterable


def nearest_key(key: str, known: Iterable[str]) -> str:
    """A hint on the nearest of some keys; all of them where none is near."""
    names = list(known)
    return nearest(key, names) or (f"; there is {', '.join(names)}" if names else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` for the nearest of some names, or nothing."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""

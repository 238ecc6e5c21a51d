"""Hints on misspelt names."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` for the nearest of some names, or nothing."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""

"""Hints for misspelled names."""

from collections.abc import Iterable


def nearest_key(key: str, known: Iterable[str]) -> str:
    """Return a hint naming the known key nearest to ``key``, or all known keys if none is near."""
    names = list(known)
    # keys are words, and unrelated words often share half of their letters
    return nearest(key, names, 0.6) or (f"; choose from {', '.join(names)}" if names else "")


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return ``; did you mean …?`` with the known name nearest to ``word``, or an empty string."""
    import difflib  # only needed after a mistake

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return f"; did you mean '{near[0]}'?" if near else ""

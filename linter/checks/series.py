"""Items as a sentence lists them."""

from collections.abc import Sequence


def series(items: Sequence[str], word: str) -> str:
    """``a``, ``a and b``, ``a, b and c``, where ``word`` is *and*."""
    return f" {word} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))

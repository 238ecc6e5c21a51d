"""The rules, lexicon, knowledge and presets of medlint, as data."""

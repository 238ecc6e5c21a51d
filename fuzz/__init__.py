"""Fuzzing: every reader of text that somebody else wrote, fed with what nobody would write. ``python -m fuzz``."""

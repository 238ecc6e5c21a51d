"""Fuzzing of every reader of untrusted text: ``python -m fuzz``."""

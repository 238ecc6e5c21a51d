"""The shipped rule files, read once for all tests that look into them: reading takes as long as some hundred tests."""

from linter.rules.load import load_catalogue

CATALOGUE = load_catalogue()

"""The shipped rule files, read once for all tests, because reading them is slow."""

from linter.rules.load import load_catalogue

CATALOGUE = load_catalogue()

"""Fixtures that several tests share."""

import pytest

from linter.rules.compile import compile_catalogue
from linter.rules.load import load_catalogue


@pytest.fixture(scope="session")
def program():
    """The shipped rules, compiled once for all tests."""
    from linter.knowledge.terms import knowledge_terms

    return compile_catalogue(load_catalogue(), knowledge_terms())

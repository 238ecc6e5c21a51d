"""The shipped knowledge files, read once for all tests."""

from linter.knowledge.compile import knowledge_files

TREATMENTS, CONDITIONS, DRUGS = knowledge_files()

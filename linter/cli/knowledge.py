"""``medlint knowledge``: show which facts behind the rules are due for review."""

import sys
import time

from linter.cache import load_program
from linter.cli import exits
from linter.knowledge.base import knowledge_of
from linter.knowledge.stale import stale
from linter.typed import Namespace


def knowledge(options: Namespace) -> int:
    """List the treatments whose facts are due for review, oldest first."""
    due = stale(knowledge_of(load_program()), time.strftime("%Y-%m-%d"), options.months)
    for fact in sorted(due, key=lambda fact: (fact.as_of, fact.id)):
        volatile = ", may change soon" if fact.volatile else ""
        sys.stdout.write(f"{fact.as_of}  {fact.id}  confidence {fact.confidence}{volatile}\n")
    sys.stderr.write(f"medlint: {len(due)} treatments are due for review\n")
    return exits.CLEAN

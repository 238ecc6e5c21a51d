"""``medlint knowledge``: show which facts behind the rules are due for review."""

import sys
import time

from linter.cache import load_program
from linter.cli import exits
from linter.config.find import HERE, Configurations
from linter.knowledge.base import knowledge_of
from linter.knowledge.stale import stale
from linter.typed import Namespace


def knowledge(options: Namespace) -> int:
    """List the treatments whose facts are due for review, oldest first."""
    program = load_program(Configurations().of(HERE).rule_folders)
    due = stale(knowledge_of(program), time.strftime("%Y-%m-%d"), options.months)
    for fact in sorted(due, key=lambda fact: (fact.as_of, fact.id)):
        volatile = ", may change soon" if fact.volatile else ""
        sys.stdout.write(f"{fact.as_of}  {fact.id}  confidence {fact.confidence}{volatile}\n")
    sys.stderr.write(f"medlint: {len(due)} treatments are due for review\n")
    return exits.CLEAN

"""Checks: one module per kind of rule. Checks never look at markup, configuration or comments."""

from functools import cache

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from linter.checks.article import Article
    from linter.checks.match import Match
    from linter.rules.program import Rule

    Check = Callable[[Sequence[Rule], Article], Iterable[Match]]

KINDS = (
    "phrase",
    "pattern",
    "occurrence",
    "answer",
    "testimonial",
    "sources",
    "claim",
    "panacea",
    "weighed",
    "requires",
    "section",
    "status",
    "approval",
    "readability",
    "metadata",
    "structure",
    "approved",
    "python",
)
"""Each kind is a module of that name with a function ``check(rules, article)``."""


@cache
def check_of(kind: str) -> "Check":
    """Return the check of a kind, importing its module on first use."""
    check: Check = __import__(f"linter.checks.{kind}", fromlist=["check"]).check
    return check

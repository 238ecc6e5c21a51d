"""What the kinds may ask for that look at what a project says itself: suppressions, approved claims, code."""

from typing import Literal

from pydantic import Field

from linter.rules.schema.fields import Strict


class SuppressionMatch(Strict):
    """What is wrong with a directive that asks to suppress a rule, or with a waiver of a finding.

    ``renamed`` is said of either.
    """

    about: Literal[
        "unreadable",
        "unknown",
        "renamed",
        "no-reason",
        "expired",
        "unused",
        "refused",
        "waiver-expired",
        "waiver-unused",
        "waiver-refused",
    ]


class ApprovedMatch(Strict):
    """Wordings of the project's register of approved claims."""

    finds: Literal["expired", "elsewhere", "bare", "near"] = Field(
        description="expired; elsewhere: not for a region; bare: without its disclaimer; near: not word for word"
    )


class PythonMatch(Strict):
    """A function of one's own, which whoever starts medlint must name: no rule file can load code."""

    plugin: str = Field(
        pattern=r"^[A-Za-z0-9][\w.-]*$", description="the entry point of the group medlint.rules, for --plugin"
    )

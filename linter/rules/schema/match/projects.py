"""Options of the kinds that look at a project's own files: suppressions, approved claims, plugins."""

from typing import Literal

from pydantic import Field

from linter.rules.schema.fields import Strict


class SuppressionMatch(Strict):
    """What is wrong with a suppression directive or with a waiver; ``renamed`` applies to both."""

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
    """Wordings in the project's register of approved claims."""

    finds: Literal["expired", "elsewhere", "bare", "near"] = Field(
        description="expired; elsewhere: approved for other regions; bare: without its disclaimer; near: not verbatim"
    )


class PythonMatch(Strict):
    """A plugin function. It runs only if the caller names it, so that no rule file can load code."""

    plugin: str = Field(
        pattern=r"^[A-Za-z0-9][\w.-]*$", description="entry point in the group medlint.rules, as given to --plugin"
    )

"""The setting of a check: jurisdictions, date, profile and what the project configures."""

from collections.abc import Mapping

from linter.typed import TYPE_CHECKING
from linter.value import EMPTY, Struct

if TYPE_CHECKING:
    from linter.approved.register import Register
    from linter.parsers.components import Copy
    from linter.plugins import Plugin


class Setting(Struct, frozen=True, dict=True):
    """The circumstances in which an article is checked.

    ``regions`` are the configured jurisdictions, ``today`` is an ISO date, ``profile`` describes the clinic and the
    page (keys: sells, topic, profession, staff, publisher, connection, image). ``root`` is the folder that project
    paths are relative to (empty: the working directory), ``approved`` the register of approved claims, ``copy`` the
    project's own keys of web code that hold copy, and ``plugins`` the third-party code that may run. Audits turn off
    ``honor_suppressions`` to ignore the article's own suppressions; ``portrait`` adds what the HTML report needs to
    show the article.
    """

    regions: tuple[str, ...] = ("us",)
    today: str = ""
    profile: Mapping[str, str] = EMPTY
    root: str = ""
    approved: "Register | None" = None
    copy: "Copy | None" = None
    plugins: "Mapping[str, Plugin]" = EMPTY
    honor_suppressions: bool = True
    portrait: bool = False

"""How an article is judged: where and when, and with what a project says of itself."""

from collections.abc import Mapping

from linter.typed import TYPE_CHECKING
from linter.value import EMPTY, Struct

if TYPE_CHECKING:
    from linter.approved.register import Register
    from linter.parsers.components import Copy
    from linter.plugins import Plugin


class Setting(Struct, frozen=True, dict=True):
    """How an article is judged.

    ``regions`` are the configured jurisdictions, ``today`` an ISO date, ``profile`` what the clinic says of itself and
    of the page (keys: sells, topic, profession, staff, publisher, connection, image). ``root`` is the folder that
    the project's paths count from (empty: the working folder), ``approved`` the wordings that a reviewer has approved,
    ``copy`` which keys of web code carry copy, where the project has keys of its own, ``plugins`` the code of others
    that may run. Without ``honour`` the article's own suppressions are left out of account, as an audit wants it;
    ``portrait`` adds what only a report that shows the article tells.
    """

    regions: tuple[str, ...] = ("us",)
    today: str = ""
    profile: Mapping[str, str] = EMPTY
    root: str = ""
    approved: "Register | None" = None
    copy: "Copy | None" = None
    plugins: "Mapping[str, Plugin]" = EMPTY
    honour: bool = True
    portrait: bool = False

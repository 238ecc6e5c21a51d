"""Names for annotations, without importing ``typing``, ``re`` and ``pathlib``, which load slower than all of medlint.

The type checker sees the real types. At run time the names are ``object``, so subscripted annotations
(``"Match[str]"``) are quoted. Calling ``Path`` imports ``pathlib`` and returns a real path.
"""

TYPE_CHECKING = False
"""The same as ``typing.TYPE_CHECKING``: true for the type checker only."""

if TYPE_CHECKING:
    from argparse import Namespace as Namespace
    from pathlib import Path as Path
    from re import Match as Match
    from re import Pattern as Pattern
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
else:
    Any = BinaryIO = Match = Namespace = NoReturn = Pattern = Protocol = TextIO = object

    class Path:  # noqa: D101 - see the module's docstring
        def __new__(cls, *parts):  # noqa: D102
            from pathlib import Path

            return Path(*parts)

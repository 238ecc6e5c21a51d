"""Names for annotations, without the modules that they come from: those take longer to load than all of ours together.

To the type checker they are what they are called; while the program runs they are ``object``, and those with brackets
(``"Match[str]"``) stand in quotes. ``Path`` makes a real path, and loads ``pathlib`` for the first one.
"""

TYPE_CHECKING = False
"""What ``typing.TYPE_CHECKING`` is: true for the type checker only."""

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

    class Path:  # noqa: D101 - makes what it is called
        def __new__(cls, *parts):  # noqa: D102
            from pathlib import Path

            return Path(*parts)

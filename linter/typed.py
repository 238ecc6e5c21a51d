"""Names for annotations, without the modules that they come from: those take longer to load than all of ours together.

To the type checker they are what they are called; while the program runs they are ``object``, and those with brackets
(``"Match[str]"``) stand in quotes.
"""

TYPE_CHECKING = False
"""What ``typing.TYPE_CHECKING`` is: true for the type checker only."""

if TYPE_CHECKING:
    from re import Match as Match
    from re import Pattern as Pattern
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import NoReturn as NoReturn
    from typing import TextIO as TextIO
else:
    Any = BinaryIO = Match = NoReturn = Pattern = TextIO = object

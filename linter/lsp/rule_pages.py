"""Write a page for each rule with findings into the user's cache, so that editors can link to it offline."""

from linter.files.atomic import replace_file
from linter.files.kept import cache_folder
from linter.reports.markdown import rule_page
from linter.rules.program import Program
from linter.typed import Path


class RulePages:
    """Pages by rule set and code, each written once."""

    def __init__(self) -> None:
        self._addresses: dict[tuple[str, str], str] = {}

    def address(self, code: str, program: Program) -> str:
        """Return the address of a rule's page; empty if it cannot be written."""
        key = (program.hash, code)
        if key not in self._addresses:
            self._addresses[key] = _written(code, program)
        return self._addresses[key]


def _written(code: str, program: Program) -> str:
    page = Path(cache_folder()) / "rules" / program.hash / f"{code}.md"
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        for rule in program.select([code]):
            replace_file(page, rule_page(rule).encode())
        return page.absolute().as_uri()
    except OSError:
        return ""

"""Reading copy from JavaScript or TypeScript data from which pages are built.

Only strings where copy is expected are read (``title: "…"``, arrays of sentences): no names, URLs, call arguments or
class names.
"""

from linter.document import Scope
from linter.parsers.components import Copy
from linter.parsers.literals import bare, is_copy, plain, strings, write
from linter.parsers.markup import Markup
from linter.parsers.prose import Prose
from linter.parsers.syntax import Code, parts
from linter.typed import TYPE_CHECKING
from linter.value import replace

if TYPE_CHECKING:
    from tree_sitter import Node


class DataCopy:
    """Reads copy from values into a flow."""

    def __init__(self, flow: Markup, copy: Copy) -> None:
        self._flow = flow
        self._copy = copy

    def read(self, code: Code, key: str, value: "Node") -> None:
        """Read a value that may be copy: strings under a key for copy, and any array of sentences."""
        data = bare(value)
        if data.type == "array":
            items = parts(data)
            texts = [plain(item, code) for item in items]
            if any(text is not None and is_copy(text, words=2) for text in texts):
                for item in items:
                    self._list_item(code, item)
        elif scope := self._copy.scopes.get(key):
            self.asides(code, scope, data)

    def asides(self, code: Code, scope: Scope, node: "Node") -> None:
        """Read each text that an expression may evaluate to as a separate block."""
        for terms in strings(node):
            text = plain(terms[0], code) if len(terms) == 1 else None
            if text is None or is_copy(text):
                prose = Prose(self._flow.canvas)
                write(terms, code, prose)
                self._flow.aside_view(scope, prose.finish())

    def _list_item(self, code: Code, node: "Node") -> None:
        context = self._flow.context
        for terms in strings(node):
            mark = self._flow.enter(replace(context, scope=Scope.LIST_ITEM, lists=context.lists + 1))
            write(terms, code, self._flow)
            self._flow.leave(mark, code.span(node).end)

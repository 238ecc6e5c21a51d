"""Reading copy from JavaScript and TypeScript: JSX elements, and strings in data from which pages are built.

The syntax tree is walked without recursion, so articles may be nested to any depth.
"""

from collections.abc import Callable
from functools import partial

from linter.document import Scope
from linter.parsers.components import Copy
from linter.parsers.data_copy import DataCopy
from linter.parsers.elements import is_button
from linter.parsers.exported import NAMES
from linter.parsers.front_matter import BLOCKS
from linter.parsers.head import Head
from linter.parsers.html_tokens import Tag, Text
from linter.parsers.jsx import children, read_opening
from linter.parsers.literals import bare, pairs, text_terms, value_of, write
from linter.parsers.markup import Markup
from linter.parsers.remarks import subject_of
from linter.parsers.syntax import Code, comments, parts, syntax_tree
from linter.source import Span
from linter.typed import TYPE_CHECKING, Any
from linter.view import DROPPED

if TYPE_CHECKING:
    from tree_sitter import Node

_ELEMENTS = ("jsx_element", "jsx_self_closing_element")
_NAMED = ("pair", "variable_declarator", "object_assignment_pattern", "assignment_pattern")
# tags around an expression that make it a child of an element
_AROUND = ("<>", "</>")
_SKIPPED = ("import_statement", "string", "template_string")


class Script:
    """Reads code into a flow; ``values`` and ``spans`` are the metadata that the code exports."""

    def __init__(self, flow: Markup, head: Head, copy: Copy) -> None:
        self.flow = flow
        self.copy = copy
        self.values: dict[str, Any] = {}
        self.spans: dict[str, Span] = {}
        self._head = head
        self._data = DataCopy(flow, copy)
        self._code = Code(flow.text, 0)
        self._elements = 0
        self._in_text: set[int] = set()
        self._property_marks: list[int] = []

    def read(self, start: int, end: int) -> None:
        """Read the source range ``[start, end)``."""
        self._code = Code(self.flow.text, start)
        self._walk(syntax_tree(self.flow.text, start, end))
        self.flow.flush()

    def read_expression(self, start: int, end: int) -> None:
        """Read an expression in the text of a page; ``[start, end)`` includes its braces."""
        self._code = Code(self.flow.text, start - len(_AROUND[0]))
        self._walk(syntax_tree(self.flow.text, start, end, _AROUND))

    def _walk(self, root: "Node") -> None:
        self._in_text.clear()
        stack: list[Node | Callable[[], None]] = [root]
        while stack:
            step = stack.pop()
            if callable(step):
                step()
            else:
                stack.extend(reversed(self._visit(step)))

    def _visit(self, node: "Node") -> "list[Node | Callable[[], None]]":
        """Read a node, and return the nodes and functions that come next."""
        kind = node.type
        if kind == "comment":
            self._comment(node)
        elif kind in _ELEMENTS:
            return self._element(node)
        elif kind == "jsx_expression":
            return self._expression(node)
        elif kind == "jsx_text":
            # the element has a syntax error; valid elements read their own text
            self.flow.words(Text(*self._place(node)))
        elif kind in _NAMED:
            return self._entry(node)
        elif kind == "member_expression" and (data := node.child_by_field_name("object")) is not None:
            # as in ["…", "…"].map(…)
            self._data.read(self._code, "", data)
        return [] if kind in _SKIPPED else [*node.named_children]

    def _comment(self, node: "Node") -> None:
        text = self._code.text_of(node).removesuffix("*/").lstrip("/*")
        # slow, because the library searches for a node's parent from the root
        about = subject_of(node, self._code) if "medlint" in text.lower() else None
        self.flow.comment(text, *self._place(node), about)

    def _entry(self, node: "Node") -> "list[Node | Callable[[], None]]":
        """Read a name with a value: an object entry, a variable, or a parameter with a default."""
        name = node.child_by_field_name("key") or node.child_by_field_name("name") or node.child_by_field_name("left")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        if name is None or value is None:
            return [*node.named_children]
        key = self._code.text_of(name).strip("'\"")
        if key in self.copy.excluded:
            return []
        if key in NAMES and bare(value).type == "object" and _is_exported(node) and not self.values:
            self._metadata(bare(value))
            return []
        self._data.read(self._code, key, value)
        return [*comments(node), value]

    def _metadata(self, node: "Node") -> None:
        for key, value, entry in pairs(node, self._code):
            self.values[key] = value_of(value, self._code)
            self.spans[key] = self._code.span(entry)
            if scope := BLOCKS.get(key):
                self._data.asides(self._code, scope, value)

    def _element(self, node: "Node") -> "list[Node | Callable[[], None]]":
        """Open an element; return its properties, children and end."""
        opening = node if node.type == "jsx_self_closing_element" else node.child_by_field_name("open_tag")
        if opening is None:
            return [*node.named_children]
        self._elements += 1
        if self._property_marks and self._property_marks[-1] < 0:
            self._property_marks[-1] = self.flow.enter(self.flow.context)
        element = read_opening(opening, self._code)
        tag, own = element.tag, element.component and element.tag.name == element.name
        steps: list[Node | Callable[[], None]] = [*comments(opening)]
        if tag.name:
            inline = own and node.start_byte in self._in_text
            self._head.tag(tag)
            self.flow.start_tag(tag, inline, apart=own and not inline)
            button = element.component and is_button(element.name, tag.values)
            for key, value in element.properties:
                steps += self._property(key, value, element.component, button)
        if opening is node:
            return steps
        content = children(node, self._code)
        if any(isinstance(child, Text) and not self.flow.text[child.start : child.end].isspace() for child in content):
            self._in_text.update(child.start_byte for child in content if not isinstance(child, Text))
        steps += [partial(self.flow.words, child) if isinstance(child, Text) else child for child in content]
        if tag.name:
            _, end = self._place(node)
            steps.append(partial(self.flow.end_tag, Tag(tag.name, end - 1, end, closing=True)))
        return steps

    def _property(self, key: str, value: "Node", component: bool, button: bool) -> "list[Node | Callable[[], None]]":
        """Read the value of a property; return the elements in it, to be read as a separate block."""
        if key in self.copy.excluded:
            return []
        inner = parts(value) if value.type == "jsx_expression" else []
        data = inner[0] if inner else value
        if data.type == "array":
            self._data.read(self._code, key, data)
        elif (scope := self.copy.scopes.get(key)) and (component or key in ("alt", "aria-label")):
            self._data.asides(self._code, Scope.BUTTON if button else scope, data)
        if value.type == "string":
            return []
        return [self._enter_property, *value.named_children, partial(self._leave_property, self._place(value)[1])]

    def _expression(self, node: "Node") -> "list[Node | Callable[[], None]]":
        """Read an expression among an element's children: strings as text, and elements; drop anything else."""
        inner = parts(node)
        if not inner:
            return [*node.named_children]
        if terms := text_terms(inner[0]):
            write(terms, self._code, self.flow)
            return []
        self._data.asides(self._code, Scope.PARAGRAPH, inner[0])
        return [*node.named_children, partial(self._drop, node, self._elements)]

    def _drop(self, node: "Node", elements: int) -> None:
        """Drop an expression unless elements were read in it."""
        if self._elements == elements:
            self.flow.unit(DROPPED, *self._place(node))

    def _enter_property(self) -> None:
        self._property_marks.append(-1)

    def _leave_property(self, end: int) -> None:
        mark = self._property_marks.pop()
        if mark >= 0:
            self.flow.leave(mark, end)

    def _place(self, node: "Node") -> tuple[int, int]:
        place = self._code.span(node)
        return place.start, place.end


def _is_exported(declarator: "Node") -> bool:
    parent = declarator.parent
    return parent is not None and parent.parent is not None and parent.parent.type == "export_statement"

"""The metadata of an HTML page: language, description, author, dates, structured data."""

import json

from linter.document import FrontMatter
from linter.parsers.html_tokens import Tag, Text, decode
from linter.source import Span
from linter.typed import Any

_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_KEPT = frozenset(
    (
        "author",
        "article:author",
        "article:published_time",
        "article:modified_time",
        "date",
        "last-modified",
        "og:updated_time",
    )
)
_STRUCTURED_DATA = "application/ld+json"
STRUCTURED_DATA_KEY = "json-ld"


class Head:
    """Collects the metadata of a page from its tags."""

    def __init__(self) -> None:
        self._descriptions: dict[str, Span] = {}
        self._values: dict[str, Any] = {}
        self._spans: dict[str, Span] = {}

    def tag(self, tag: Tag) -> None:
        """Read a tag that may hold metadata."""
        if tag.name == "meta":
            self._meta(tag)
        elif tag.name == "html" and "lang" in tag.spans:
            self._keep("lang", tag, "lang")

    def _meta(self, tag: Tag) -> None:
        name = tag.values.get("name") or tag.values.get("property") or tag.values.get("http-equiv") or ""
        name = name.strip().lower()
        span = tag.spans.get("content")
        if span is None:
            return
        if name in _DESCRIPTIONS:
            self._descriptions.setdefault(name, span)
        elif name in _KEPT:
            self._keep(name, tag, "content")

    def _keep(self, key: str, tag: Tag, attribute: str) -> None:
        if key not in self._values:
            self._values[key] = decode(tag.values[attribute]).strip()
            self._spans[key] = tag.spans[attribute]

    def script(self, tag: Tag, content: str, text: Text) -> None:
        """Read a script if it is valid structured data."""
        if tag.values.get("type", "").strip().lower() != _STRUCTURED_DATA:
            return
        try:
            value = json.loads(content)
        except (ValueError, RecursionError):
            return
        self._values.setdefault(STRUCTURED_DATA_KEY, []).append(value)
        self._spans.setdefault(STRUCTURED_DATA_KEY, Span(text.start, text.end))

    @property
    def description(self) -> Span | None:
        """The span of the page's description; one for social networks counts only if there is no other."""
        return next((self._descriptions[name] for name in _DESCRIPTIONS if name in self._descriptions), None)

    def merged(self, front_matter: FrontMatter) -> FrontMatter:
        """Return the front matter with the head's values added; front matter takes precedence."""
        if not self._values:
            return front_matter
        return FrontMatter(
            {**self._values, **front_matter.values},
            {**self._spans, **front_matter.spans},
            front_matter.error,
            front_matter.error_span,
        )

"""What an HTML page says about itself: language, description, author, dates, structured data."""

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
    """Collects the metadata of a page as its tags go by."""

    def __init__(self) -> None:
        self._descriptions: dict[str, Span] = {}
        self._values: dict[str, Any] = {}
        self._spans: dict[str, Span] = {}

    def tag(self, tag: Tag) -> None:
        """Take a tag if it tells of the page."""
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
        """Take a script if it is structured data that can be read."""
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
        """Where the page's description stands; the one for social networks only where there is no other."""
        return next((self._descriptions[name] for name in _DESCRIPTIONS if name in self._descriptions), None)

    def merged(self, front_matter: FrontMatter) -> FrontMatter:
        """The front matter with what the head adds; front matter wins."""
        if not self._values:
            return front_matter
        return FrontMatter(
            {**self._values, **front_matter.values},
            {**self._spans, **front_matter.spans},
            front_matter.error,
            front_matter.error_span,
        )

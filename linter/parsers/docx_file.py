"""Opening Word files: all parts that are read are loaded at once, so that damage is reported before reading starts."""

from linter.parsers.xml import ENTITIES
from linter.source import SourceError
from linter.typed import Any, BinaryIO
from linter.value import Struct

_MAX_UNPACKED = 40_000_000
_NOT_WORD = "cannot be read as a Word file; if it opens in Word, save it there as .docx without a password"
_LIMITS = {
    "depth": "has tables or boxes nested too deeply to read; flatten them",
    "limit": "has a text too long to read in one piece; break it into paragraphs",
    "entity": ENTITIES,
}
"""Error messages by a word in the XML parser's message."""
_NOTES = ("footnotes", "endnotes", "footer")


class WordFile(Struct, frozen=True):
    """An opened file: python-docx's document, the XML parts that are read, and the texts of comments by their ids."""

    document: Any
    body: Any
    styles: Any
    notes: tuple[Any, ...]
    links: dict[str, str]
    comments: dict[str, str]


def open_word(stream: BinaryIO) -> WordFile:
    """Open a file. Raises :class:`SourceError` if it is not a Word file, is damaged or is a zip bomb."""
    from lxml.etree import LxmlError

    try:
        return _opened(stream)
    except (SourceError, MemoryError):
        raise
    except LxmlError as error:
        message = str(error).lower()
        raise SourceError(next((reason for word, reason in _LIMITS.items() if word in message), _NOT_WORD)) from None
    except Exception:  # noqa: BLE001 - the library does not validate parts, and may raise anything on damaged ones
        raise SourceError(_NOT_WORD) from None


def _opened(stream: BinaryIO) -> WordFile:
    from zipfile import ZipFile

    import docx

    with ZipFile(stream) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _MAX_UNPACKED:
            raise SourceError(f"unpacks to more than {_MAX_UNPACKED:,} bytes; remove pictures from it")
    word = _parts_of(docx.Document(stream))
    if any(part.getroottree().docinfo.internalDTD is not None for part in (word.body, *word.notes)):
        raise SourceError(ENTITIES)
    return word


def _parts_of(document: Any) -> WordFile:
    """Load the parts of python-docx's document. On a damaged file, the library may raise any error."""
    from docx.oxml import parse_xml

    relations = document.part.rels.values()
    parts = [(str(rel.reltype).rpartition("/")[2], rel.target_part) for rel in relations if not rel.is_external]
    # a part with several relations is read once
    notes = dict.fromkeys(part for kind in _NOTES for name, part in parts if name == kind)
    return WordFile(
        document,
        document.element.body,
        document.styles.element,
        tuple(part.element if hasattr(part, "element") else parse_xml(part.blob) for part in notes),
        {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external},
        {str(comment.comment_id): comment.text for comment in document.comments},
    )

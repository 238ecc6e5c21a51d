"""Word files for targets: a valid package with another body."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_BODY = "word/document.xml"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def packed(body: str) -> bytes:
    """A Word file with this XML as its body; malformed XML is repaired."""
    text = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>".replace("\0", "")
    root = etree.fromstring(text.encode("utf-8", "replace"), etree.XMLParser(recover=True, resolve_entities=False))
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        for name, data in _package().items():
            file.writestr(name, etree.tostring(root) if name == _BODY else data)
    return stream.getvalue()


@cache
def _package() -> dict[str, bytes]:
    import docx

    stream = BytesIO()
    docx.Document().save(stream)
    with ZipFile(stream) as file:
        return {name: file.read(name) for name in file.namelist()}

"""Word files for tests, made with python-docx and a body in XML."""

from io import BytesIO

import docx
from docx.oxml import parse_xml

from linter.document import Document
from linter.parsers import documents

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def word(body: str) -> bytes:
    """A file with this body; ``w:t`` preserves spaces."""
    opened = docx.Document()
    body = body.replace("<w:t>", '<w:t xml:space="preserve">')
    made = parse_xml(f"<w:body {SPACES}>{body}</w:body>")
    for element in list(made)[::-1]:
        opened.element.body.insert(0, element)
    return saved(opened)


def saved(opened: docx.document.Document) -> bytes:
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def read_docx(data: bytes) -> Document:
    (document,) = documents("article.docx", BytesIO(data))
    return document

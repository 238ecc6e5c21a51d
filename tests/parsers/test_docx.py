import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from linter.document import Document
from linter.parsers import documents
from linter.parsers.docx_styles import WORD
from linter.reports.word_comments import write
from linter.source import SourceError
from tests.cpu_time import grows_within
from tests.parsers.docx import read_docx, saved, word
from tests.parsers.outline import lines_of
from tests.parsers.test_properties import check_order, check_views

BOLD = "<w:rPr><w:b/></w:rPr>"
CASES = YAML(typ="safe").load(Path(__file__).with_name("docx.yaml"))


@pytest.mark.parametrize("case", CASES)
def test_paragraphs(case: str) -> None:
    document = read_docx(word(CASES[case]["body"].replace("\n", "")))
    assert lines_of(document) == CASES[case]["blocks"]
    check_views(document)


def test_cells_know_their_column() -> None:
    wide, empty = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>', "<w:tc><w:p/></w:tc>"
    said = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    cell = f"<w:tc>{said}{said}</w:tc>"
    body = f"<w:tbl><w:tr>{wide.format(said)}{cell}</w:tr><w:tr>{empty}{cell}{cell}</w:tr></w:tbl>"
    places = [(block.row, block.column) for block in read_docx(word(body)).blocks]
    assert places == [(0, 0), (0, 2), (0, 2), (1, 1), (1, 1), (1, 2), (1, 2)]


@pytest.mark.parametrize(("val", "first"), [("2", 2), ("1", 1), ("0", 0)])
def test_a_row_may_begin_later(val: str, first: int) -> None:
    cell = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    late = f'<w:tr><w:trPr><w:gridBefore w:val="{val}"/></w:trPr>{cell}</w:tr>'
    places = [
        (block.row, block.column) for block in read_docx(word(f"<w:tbl><w:tr>{cell * 3}</w:tr>{late}</w:tbl>")).blocks
    ]
    assert places == [(0, 0), (0, 1), (0, 2), (1, first)]


def test_a_line_is_a_paragraph() -> None:
    opened = docx.Document()
    for text in ("Naïve 😀", "", "two\nlines", "last"):
        opened.add_paragraph(text)
    document = read_docx(saved(opened))
    assert document.source.text == "Naïve 😀\n\ntwo\u2028lines\nlast"
    assert document.source.position(document.blocks[-1].span.start).line == 4


def test_the_feet_of_pages_are_fine_print() -> None:
    opened = docx.Document()
    opened.add_paragraph("Text")
    opened.sections[0].footer.paragraphs[0].text = "Not for emergencies"
    assert lines_of(read_docx(saved(opened))) == ["paragraph: Text", "fine-print: Not for emergencies"]


def test_comments_speak_to_medlint() -> None:
    opened = docx.Document()
    opened.add_paragraph("First")
    runs = opened.add_paragraph("It cures all").runs
    opened.add_comment(runs, "medlint: ignore EFF001 -- quoted", author="Jane")
    opened.add_comment(runs, "Is this right?", author="Jane")
    document = read_docx(saved(opened))
    (directive,) = document.directives
    assert (directive.text, directive.block_before) == ("ignore EFF001 -- quoted", 1)
    assert document.source.position(directive.span.start).line == 2


def _bomb() -> bytes:
    stream = BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w", force_zip64=True) as entry,
    ):
        for _ in range(41):
            entry.write(bytes(1_000_000))
    return stream.getvalue()


def _with_body(body: str, doctype: str = "") -> bytes:
    """A Word file with this XML as its body, valid or not."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(word("<w:p/>"))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode().replace("<w:p/>", body)
                data = text.replace("<w:document", f"{doctype}<w:document", 1).encode()
            new.writestr(name, data)
    return stream.getvalue()


def test_bombs_are_refused() -> None:
    with pytest.raises(SourceError, match="unpacks to more than"):
        read_docx(_bomb())


def test_no_other_file_is_opened() -> None:
    with pytest.raises(SourceError, match="declares XML entities"):
        read_docx(
            _with_body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hosts">]>')
        )


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000, "nested too deep"),
        (f"<w:p><w:r><w:t>{'a ' * 6_000_000}</w:t></w:r></w:p>", "too long to read in one piece"),
    ],
    ids=["deep", "long"],
)
def test_what_the_xml_parser_cannot_read_is_refused(body: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem):
        read_docx(_with_body(body))


@pytest.mark.parametrize("data", [b"", b"no zip", word("<w:p/>")[:-40], b"\xd0\xcf\x11\xe0" * 200])
def test_other_files_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(SourceError, match="cannot be read as a Word file"):
        list(documents("a.docx", BytesIO(data)))


PARTS = st.sampled_from(
    [
        "<w:t>é  a 😀</w:t>",
        "<w:t> </w:t>",
        "<w:tab/>",
        "<w:br/>",
        "<w:t>&amp;\n</w:t>",
        '<w:footnoteReference w:id="1"/>',
        "<w:softHyphen/>",
        "<w:sym/>",
        "<w:t>https://x.y/z</w:t>",
        "<w:t>[3]</w:t>",
    ]
)
WRAPS = ["{}", "{}", "<w:ins>{}</w:ins>", "<w:del>{}</w:del>", '<w:hyperlink w:anchor="a">{}</w:hyperlink>']
RUNS = st.builds(
    lambda wrap, look, parts: wrap.format(f"<w:r>{look}{''.join(parts)}</w:r>"),
    st.sampled_from(WRAPS),
    st.sampled_from(["", BOLD]),
    st.lists(PARTS, max_size=4),
)
STYLES = st.sampled_from(["", '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"])
PARAGRAPHS = st.builds(lambda style, runs: f"<w:p>{style}{''.join(runs)}</w:p>", STYLES, st.lists(RUNS, max_size=4))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PARAGRAPHS, max_size=5))
def test_views_hold_together(paragraphs: list[str]) -> None:
    document: Document = read_docx(word("".join(paragraphs)))
    check_views(document)
    check_order(document)


FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1"><w:p><w:r><w:t>Not for emergencies</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
NOTE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def _with_all_parts() -> dict[str, bytes]:
    """The parts of a Word file with comments, footnotes and a page footer."""
    opened = docx.Document()
    opened.add_comment(opened.add_paragraph("It cures all").runs, "Is this right?", author="Jane")
    opened.sections[0].footer.paragraphs[0].text = "Not for emergencies"
    package = opened.part.package
    opened.part.relate_to(Part(PackURI("/word/footnotes.xml"), NOTE, FOOTNOTES.encode(), package), RT.FOOTNOTES)
    with zipfile.ZipFile(BytesIO(saved(opened))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return stream.getvalue()


PARTS_OF_A_FILE = _with_all_parts()
NUMBER = rb' ([\w:]+)="\d+"'
DAMAGE = {
    "empty": lambda _: b"",
    "no XML": lambda _: b"\x00\xff\x13",
    "cut off": lambda data: data[: len(data) // 2],
    "another root": lambda _: b"<a/>",
    "an empty root": lambda data: re.sub(rb"(<(?!\?)[^>]*[^/])>.*", rb"\1/>", data, count=1, flags=re.DOTALL),
    "no attributes": lambda data: re.sub(rb' (?!xmlns|version|encoding)[\w:]+="[^"]*"', b"", data),
    "an unknown encoding": lambda data: b"<?xml version='1.0' encoding='x-none'?>" + data.partition(b"?>")[2],
    "numbers that are none": lambda data: re.sub(NUMBER, b' \\1="\xc2\xb2"', data),
    "numbers without end": lambda data: re.sub(NUMBER, b' \\1="' + b"9" * 5_000 + b'"', data),
    "links to itself": lambda data: re.sub(rb'Target="[^"]*"', b'Target="document.xml"', data),
    "links out of it": lambda data: data.replace(b' Target="', b' TargetMode="External" Target="'),
    "links to other files": lambda data: re.sub(rb'Target="[^"]*"', b'Target="../../../etc/hosts"', data),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", [name for name in PARTS_OF_A_FILE if name.endswith((".xml", ".rels"))])
def test_a_damaged_part_is_no_defect_of_ours(name: str, damage: str) -> None:
    data = _packed({**PARTS_OF_A_FILE, name: DAMAGE[damage](PARTS_OF_A_FILE[name])})
    try:
        check_views(read_docx(data))
        write(data, ())
    except SourceError as error:
        assert "\n" not in str(error)


def test_a_part_is_read_once_however_many_relations_lead_to_it() -> None:
    name = "word/_rels/document.xml.rels"
    relation = re.search(rb'<Relationship [^>]*Target="footnotes.xml"[^>]*>', PARTS_OF_A_FILE[name])
    assert relation is not None
    more = b"".join(re.sub(rb' Id="\w+"', b' Id="x%d"' % number, relation[0]) for number in range(50))
    data = _packed({**PARTS_OF_A_FILE, name: PARTS_OF_A_FILE[name].replace(relation[0], relation[0] + more)})
    assert lines_of(read_docx(data)).count("fine-print: Not for emergencies") == 2  # the footnote and the footer


@pytest.mark.parametrize("level", ["²", "9" * 5_000, "-1", ""])
def test_a_level_that_is_no_number(level: str) -> None:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level}"/>'
    assert len(read_docx(word(f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>")).blocks) == 1


def _based_on_each_other(count: int) -> Callable[[], object]:
    opened = docx.Document()
    for number in range(count):
        style = f'<w:style w:type="paragraph" w:styleId="s{number}"><w:basedOn w:val="s{number + 1}"/></w:style>'
        opened.styles.element.append(parse_xml(style.replace(" ", f' xmlns:w="{WORD[1:-1]}" ', 1)))
    for _ in range(20):
        opened.add_paragraph("a")._p.get_or_add_pPr().get_or_add_pStyle().val = "s0"
    data = saved(opened)
    return lambda: read_docx(data)


def test_time_grows_with_styles_based_on_each_other() -> None:
    assert grows_within(_based_on_each_other, 200, 2_000, 20)

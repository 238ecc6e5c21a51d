from io import BytesIO

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.cli import main
from linter.reports.word_comments import write
from linter.source import Position, Span
from linter.violation import Severity, Violation
from tests.parsers.docx import read_docx, saved

RUNS = ("It ", "cures all", " of it, ", "naïve 😀")


def article() -> bytes:
    opened = docx.Document()
    opened.add_paragraph("Ketamine")
    paragraph = opened.add_paragraph()
    for text in RUNS:
        paragraph.add_run(text).bold = text == RUNS[1]
    return saved(opened)


def finding(start: int, end: int) -> Violation:
    place = Position(1, 1)
    return Violation(
        "a.docx", Span(start, end), place, place, "EFF001", "x", "efficacy", Severity.ERROR, "It says so.",
        "words", "", (), (), "Say less.", None, "0",
    )  # fmt: skip


def commented(data: bytes) -> list[str]:
    """The text of each comment's range."""
    opened = docx.Document(BytesIO(data))
    found: dict[str, str] = {}
    within: set[str] = set()
    for element in opened.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            within.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            within.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in within:
                found[number] = found.get(number, "") + element.text
    return [found[str(comment.comment_id)] for comment in opened.comments]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(9, 30), st.integers(1, 12)), min_size=1, max_size=4))
def test_a_comment_is_on_its_words(stretches: list[tuple[int, int]]) -> None:
    data = article()
    text = read_docx(data).source.text
    spans = [(start, min(len(text), start + length)) for start, length in stretches]
    spans = [(start, end) for start, end in spans if start < end]
    copy = write(data, [finding(start, end) for start, end in spans])
    assert read_docx(copy).source.text == text
    assert commented(copy) == [text[start:end] for start, end in spans]


def test_a_comment_says_what_to_do() -> None:
    data = write(article(), [finding(12, 17)])
    (comment,) = docx.Document(BytesIO(data)).comments
    assert (comment.author, comment.timestamp) == ("medlint", None)
    assert comment.text == "EFF001 (error): It says so.\nWords: words\nSuggestion: Say less."


def test_copies_lie_in_their_folder(tmp_path, capfd) -> None:
    source = tmp_path / "a.docx"
    opened = docx.Document()
    opened.add_paragraph("Ketamine cures depression.")
    source.write_bytes(saved(opened))
    assert main(["check", str(source), "--word-comments", str(tmp_path / "out"), "-q"]) == 1
    assert any("cures" in text for text in commented((tmp_path / "out" / "a.docx").read_bytes()))
    assert main(["check", str(source), "--word-comments", str(tmp_path), "-q"]) == 2
    assert "another folder" in capfd.readouterr().err


def test_a_copy_replaces_no_article_and_no_other_copy(tmp_path, monkeypatch, capfd) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.docx", "b-a.docx", "b/a.docx"):
        opened = docx.Document()
        opened.add_paragraph(f"Ketamine cures depression, says {name}.")
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(saved(opened))
    before = (tmp_path / "b" / "a.docx").read_bytes()
    assert main(["check", "a.docx", "b", "--word-comments", "b", "-q"]) == 2
    assert capfd.readouterr().err == "medlint: --word-comments would overwrite b/a.docx; choose another folder\n"
    assert (tmp_path / "b" / "a.docx").read_bytes() == before
    assert main(["check", ".", "--word-comments", "out", "-q"]) == 1
    copies = [read_docx(copy.read_bytes()).source.text for copy in (tmp_path / "out").iterdir()]
    assert sorted(text.split("says ")[1].strip() for text in copies) == ["a.docx.", "b-a.docx.", "b/a.docx."]

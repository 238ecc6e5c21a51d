"""Valid texts from which inputs are made."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from fuzz import words
from fuzz.target import ROOT
from linter.files.data import read_yaml

Seeds = Callable[[], list[str]]
_SMALL = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")


def articles(*suffixes: str) -> Seeds:
    """The sample articles and the broken articles with these suffixes."""

    def read() -> list[str]:
        folders = (ROOT / "content" / "published", ROOT / "content" / "drafts", ROOT / "tests" / "positions")
        broken = ROOT / "tests" / "broken" / "articles"
        files = sorted(file for folder in (*folders, broken) for file in folder.iterdir() if file.suffix in suffixes)
        return [text for file in files if (text := file.read_bytes().decode("utf-8", "replace").replace("\0", " "))]

    return read


def constructs(*formats: str) -> Seeds:
    """All constructs in ``tests/parsers/constructs.yaml``, in some formats."""

    def read() -> list[str]:
        table = read_yaml(ROOT / "tests" / "parsers" / "constructs.yaml")
        return [text for ways in table.values() for name in formats if (text := ways.get(name))]

    return read


def joined(*several: Seeds) -> Seeds:
    """Combine several sources of seeds."""
    return lambda: [text for seeds in several for text in seeds()]


def rules(folder: str) -> Seeds:
    """The YAML files below a folder of the shipped rules."""
    return lambda: [file.read_text(encoding="utf-8") for file in sorted((ROOT / folder).rglob("*.yaml"))]


def samples(target: str) -> Seeds:
    """The files of a target in ``fuzz/samples``."""
    folder = ROOT / "fuzz" / "samples" / target
    return lambda: [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())]


def directives() -> list[str]:
    return [
        "ignore SAF001 -- quoted from a letter; by: Jane Roe; until: 2027-06-30",
        "ignore absolute-safety-claim, EFF001 -- reason",
        "ignore-start SAF001 -- reason --> It is safe. <!-- medlint: ignore-end",
    ]


def wordings() -> list[str]:
    return [
        "no (known|real) side effects?",
        "(is|are) ... safe",
        "<treatment> cures <condition>",
        "heal* _ # ^ be $",
        r"(?i)\b(\d{1,3})% of (patients|people)\b",
        r"[A-Z][a-z]+, (MD|DO)",
    ]


def programs() -> list[str]:
    from linter.files.kept import _checksum
    from linter.rules.program import Program

    program = Program(
        {"citations": [], "rules": [], "abbreviations": [], "hash": "0" * 16}, {"data": "{}"}, {"a": "1", "b": "2"}
    )
    text = program.stored()
    return [(_checksum(text) + text).decode("latin-1")]


def word_files() -> list[str]:
    """A small, uncompressed Word file, so that mutations change its content."""
    small = BytesIO()
    with ZipFile(BytesIO(words.packed(samples("word")()[0]))) as given, ZipFile(small, "w") as kept:
        for name in _SMALL:
            kept.writestr(name, given.read(name))
    return [small.getvalue().decode("latin-1")]

from linter.parsers import parse
from linter.source import SourceText


def test_a_block_finds_its_heading_and_a_section_its_blocks() -> None:
    document = parse(SourceText("a.md", "intro\n\n# One\n\ntext\n\n## Two\n\nmore\n\n# Three\n\nend\n"))
    intro, one, text, two, more, three, end = document.blocks
    assert [document.heading_of(block) for block in document.blocks] == [None, one, one, two, two, three, three]
    assert document.section_blocks(document.sections[0]) == document.blocks
    assert document.section_blocks(document.sections[1]) == (one, text, two, more)
    assert document.section_blocks(document.sections[3]) == (three, end)
    assert intro.section == 0

import pytest

from linter.checks.disclosure.placement import is_buried
from linter.checks.lines import visible_lines


@pytest.mark.parametrize(
    ("text", "buried"),
    [
        ("The notice stands here.", False),
        ("[Book now](/b)\n\nThe notice stands here.", True),
        ("The notice stands here.\n\n[Book now](/b)", False),
        ("[Book now](/b)\n\n" + "word " * 200 + "\n\nThe notice stands here.\n\n" + "word " * 200, False),
        ("word " * 100 + "\n\n[Book now](/b)\n\nThe notice stands here.\n\n" + "word " * 200, True),
        ("[Book now](/b)\n\n" + "word " * 400 + "\n\nThe notice stands here.", True),
        ("Book now by phone.\n\nThe notice stands here.", False),
        ("<small>The notice stands here.</small>", True),
        ("See [the notice here](/n).", True),
        ("<details><summary>Legal</summary>\n\nThe notice stands here.\n\n</details>", True),
        ("word " * 400 + "\n\nThe notice stands here.", True),
        ("The notice stands here.\n\n" + "word " * 400, False),
    ],
)
def test_buried(article, text, buried):
    page = article(text)
    (line,) = (line for line in visible_lines(page) if "notice" in line.text)
    first = next(
        index for index in range(line.sentence.first, line.sentence.last) if line.reading.words.words[index] == "notice"
    )
    assert is_buried(line, first, first + 1, page) == buried

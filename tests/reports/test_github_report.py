"""Workflow commands, parsed like in GitHub's runner.

The runner takes lines that start with ``::``, splits the command at the next ``::``, its properties at commas, each at
its first ``=``, and unescapes characters, ``%25`` last.
"""

from linter.reports import github_report
from tests.reports import awkward
from tests.reports.writing import whole

write = whole(github_report.write)

DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def unescaped(text, mapping):
    for escaped, character in mapping:
        text = text.replace(escaped, character)
    return text


def commands(report):
    for line in write(report).replace("\r", "\n").split("\n")[:-1]:
        assert line.startswith("::")
        info, found, data = line[2:].partition("::")
        assert found
        name, _, properties = info.partition(" ")
        pairs = (pair.partition("=") for pair in properties.split(","))
        yield name, {key: unescaped(value, PROPERTY) for key, _, value in pairs}, unescaped(data, DATA)


def test_commands():
    found = list(commands(awkward.report()))
    assert [name for name, _, _ in found] == [
        *["error"] * 4, "warning", "error", "notice", "error", "error", "error", "warning", "debug", "debug",
    ]  # fmt: skip
    assert found[3] == (
        "error",
        {
            "file": awkward.ODD_PATH,
            "line": "3",
            "endLine": "3",
            "col": "15",
            "endColumn": "33",
            "title": "EFF001 rule-eff001",
        },
        "“*cures* {all} ills” says?too much: 100%, {sure}\nSuggestion: Say what was studied, <not> more & not less.",
    )


def test_several_lines_have_no_columns():
    _, properties, _ = list(commands(awkward.report()))[5]
    assert (properties["line"], properties["endLine"]) == ("4", "5")
    assert not {"col", "endColumn"} & set(properties)


def test_errors():
    first, second = list(commands(awkward.report()))[:2]
    assert first[1:] == ({"file": "content/binary.md", "title": "input-error"}, "character 3 is NUL")
    assert second[1:] == (
        {"file": "/abs/bad?name.md", "line": "3", "title": "internal-error"},
        "internal error: a, b: 100%",
    )


def test_an_article_cannot_give_commands():
    # an excerpt that looks like a command stays inside its message: one line for each finding
    lines = write(awkward.report()).split("\n")
    assert len(lines) == len(awkward.report().violations) + 3 + 1


def test_empty():
    assert write(awkward.EMPTY) == ""

"""The findings that offer edits, and the edits in each format."""

import pytest

from linter.checks.article import Article
from linter.checks.match import Match
from linter.checks.setting import Setting
from linter.edits import edit_of
from linter.engine import lint_document
from linter.fixes import apply_fixes
from linter.parsers import parse
from linter.source import SourceText

OURS = {
    "prose": "He committed suicide.",
    "a heading": "# He committed suicide",
    "a list": "- He committed suicide.",
    "beside a quotation": 'He said "no" and committed suicide.',
    "an apostrophe": "The patient's brother committed suicide, didn't he.",
    "the title": "---\ntitle: He committed suicide\n---\n\nText.",
}
THEIRS = {
    "a quotation": 'She said: "He committed suicide."',
    "curly quotes": "She said: “He committed suicide.”",
    "a quotation without its end": "“He committed suicide. He was ill.",
    "single quotes": "She said: ‘He didn’t know. He committed suicide.’",
    "a block quotation": "> He committed suicide.",
    "code": "Write `committed suicide` here.",
    "a code block": "```\ncommitted suicide\n```",
    "markup among the words": "He **committed** suicide.",
    "a testimonial": "## What our patients say\n\nMy son committed suicide before I came here. I got my life back.",
}


def fixes(text, program, path="a.md"):
    report = lint_document(parse(SourceText(path, text)), program, program.rules, Setting(today="2026-11-22"))
    return [found.fix for found in report.violations if found.code == "VUL005" and found.fix is not None]


@pytest.mark.parametrize("text", OURS.values(), ids=OURS)
def test_our_own_words_are_fixed(text, program):
    (fix,) = fixes(text, program)
    assert fix.safe
    assert text[fix.span.start : fix.span.end].lower() == "committed suicide"
    assert fix.text == "died by suicide"


@pytest.mark.parametrize("text", THEIRS.values(), ids=THEIRS)
def test_the_words_of_others_are_not(text, program):
    assert fixes(text, program) == []


def test_html_quotation(program):
    assert fixes("<p>She said: <q>he committed suicide</q>.</p>", program, "a.html") == []


INSERTED = {
    "a paragraph": ("a.md", "One.\n\nTwo.\n", "One", "One.\n\nA & &lt;b>.\n\nTwo.\n"),
    "the last line": ("a.md", "One.", "One", "One.\n\nA & &lt;b>."),
    "a paragraph of two lines": ("a.md", "One\nis here.\n\nTwo.\n", "One", "One\nis here.\n\nA & &lt;b>.\n\nTwo.\n"),
    "a heading": ("a.md", "# One\nTwo.\n", "One", "# One\n\nA & &lt;b>.\n\nTwo.\n"),
    "an underlined heading": ("a.md", "One\n===\nTwo.\n", "One", "One\n===\n\nA & &lt;b>.\n\nTwo.\n"),
    "Windows": ("a.md", "One.\r\n\r\nTwo.\r\n", "One", "One.\r\n\r\nA & &lt;b>.\r\n\r\nTwo.\r\n"),
    "text": ("a.txt", "One.\n\nTwo.\n", "One", "One.\n\nA & <b>.\n\nTwo.\n"),
    "HTML": ("a.html", "<p>One</p><p>Two</p>", "One", "<p>One</p>\n<p>A &amp; &lt;b&gt;.</p><p>Two</p>"),
    "HTML, emphasis": ("a.html", "<p><b>One</b></p>", "One", "<p><b>One</b></p>\n<p>A &amp; &lt;b&gt;.</p>"),
    "HTML, a list": ("a.html", "<ul><li>One</li></ul>", "One", "<ul><li>One\n<p>A &amp; &lt;b&gt;.</p></li></ul>"),
}


@pytest.mark.parametrize(("path", "text", "word", "expected"), INSERTED.values(), ids=INSERTED)
def test_a_paragraph_is_put_in(path, text, word, expected, program):
    document = parse(SourceText(path, text))
    article = Article(document, program, Setting())
    block = next(block for block in document.blocks if word in block.view.text)
    match = Match(program.rules[0], block, 0, 1, insert_after=block, insertion="A & <b>.")
    edit = edit_of(match, block.view.span(0, 1), article)
    assert edit.span.start == edit.span.end
    fixed = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert fixed == expected
    now = [block.view.text for block in parse(SourceText(path, fixed)).blocks]
    assert "A & <b>." in now
    assert [one for one in now if one != "A & <b>."] == [block.view.text for block in document.blocks]


@pytest.mark.parametrize("text", ["---\ntitle: One\n---\n\nTwo.\n", "| One |\n|---|\n| 1 |\n"])
def test_no_paragraph_in_metadata_or_tables(text, program):
    document = parse(SourceText("a.md", text))
    block = next(block for block in document.blocks if "One" in block.view.text)
    match = Match(program.rules[0], block, 0, 1, insert_after=block, insertion="A.")
    assert edit_of(match, block.view.span(0, 1), Article(document, program, Setting())) is None


HEDGED = {
    "Our drips cure fatigue.": "Our drips may help with fatigue.",
    "Ketamine cures depression.": "Ketamine may help with depression.",
    "Ketamine treats PTSD.": "Ketamine may help with PTSD.",
    "Ketamine relieves pain.": "Ketamine may relieve pain.",
    "NAD+ improves focus.": "NAD+ may improve focus.",
    "They relieve pain.": "They may relieve pain.",
    "Ketamine always cures depression.": None,
    "Ketamine will cure depression.": "Ketamine may help with depression.",
    "Ketamine will permanently cure depression.": None,
    "Ketamine cured depression.": "Ketamine may have helped with depression.",
    "Our drips have cured fatigue.": "Our drips may have helped with fatigue.",
    "NAD+ has improved focus.": "NAD+ may have improved focus.",
    "Ketamine has quickly cured depression.": None,
    "Ketamine can cure depression.": "Ketamine may help with depression.",
    "Ketamine may cure depression.": "Ketamine may help with depression.",
    "Ketamine can help relieve pain.": "Ketamine may help relieve pain.",
    "It'll relieve your pain.": None,
    "Ketamine has been shown to relieve pain.": "Ketamine may relieve pain.",
    "Ketamine is known to relieve pain.": "Ketamine may relieve pain.",
    "Ketamine has been proven to cure depression.": "Ketamine may help with depression.",
    "Ketamine blocks a receptor, relieving pain.": "Ketamine blocks a receptor, which may relieve pain.",
    # reported once, within the words of the other; the hedge governs both
    "Drips calm you, relieving pain.": "Drips may calm you, relieving pain.",
    "We use ketamine to relieve pain.": None,
    "Depression is cured by ketamine.": "Depression may be helped by ketamine.",
    "Depression was cured by ketamine.": "Depression may have been helped by ketamine.",
    "Depression has been cured by ketamine.": "Depression may have been helped by ketamine.",
    "Depression is being cured by ketamine.": "Depression may be helped by ketamine.",
    "Depression has been proven to be cured by ketamine.": "Depression may be helped by ketamine.",
    "Depression is quickly cured by ketamine.": None,
    "Your focus is improved by NAD+.": "Your focus may be improved by NAD+.",
    "Ketamine works by curing depression.": "Ketamine works by possibly helping with depression.",
    "Our drips work by reducing fatigue.": "Our drips work by possibly reducing fatigue.",
    "By curing depression, ketamine gives hope.": "By possibly helping with depression, ketamine gives hope.",
    "Come to be cured of depression by ketamine.": None,
    "`Ketamine has cured depression.`": None,
    "> Ketamine has cured my depression.": None,
    '"Ketamine has cured my depression," she said.': None,
    "Ketamine has **cured** depression.": None,
    "Ketamine heals you.": None,
    '"Ketamine cures depression," she said.': None,
    "Ketamine **cures** depression.": "Ketamine **may help with** depression.",
    "Ketamine is curing depression.": None,
}


@pytest.mark.parametrize(("text", "expected"), HEDGED.items(), ids=HEDGED)
def test_a_claim_is_hedged(text, expected, program):
    rules = [rule for rule in program.rules if rule.kind == "claim"]

    def lint(changed):
        return lint_document(parse(SourceText("a.md", changed)), program, rules, Setting(today="2026-11-22")).violations

    assert apply_fixes(text, lint).text == text  # only with --suggested
    fixed = apply_fixes(text, lint, suggested=True)
    assert fixed.text == (expected or text)
    if expected:
        assert not [found for found in fixed.remaining if found.severity == "error"]

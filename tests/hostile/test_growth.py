"""The work of every function grows linearly with the length of an article. Calls are counted instead of seconds, so
that the result does not depend on the machine."""

import cProfile
import pstats
import re
from hashlib import sha256

import pytest

from linter.checks.setting import Setting
from linter.engine import lint_document
from linter.parsers import parse
from linter.source import SourceText
from tests.catalogue import CATALOGUE

SIZE = 2_500
"""The number of characters of examples that an article repeats."""
FEWER, MORE = 2, 20
"""Repetitions in a short article, which has sentences too long to be read in one piece, and in a long one."""
FEW = 2_000
"""Numbers of calls below this are ignored."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>|\[\[|\]\]|(?m:^\s*(?:[#>*|-]+|\d+\.)\s)")
_ENDS = re.compile(r"[.?!;:]+(?:\s|$)")

SENTENCES = {
    "said of what is named above": "An ad says that it cures arthritis. ",
    "quoted and denied": '"It cures arthritis" is false, and I doubt that "it heals". ',
    "quoted without end": '"It cures arthritis, we hear, and "',
}
SHAPES = {
    "one-block": lambda texts: " ".join(texts) + " ",
    "one-sentence": lambda texts: ", ".join(_ENDS.sub(", ", text) for text in texts) + ", ",
    "no-signs": lambda texts: " ".join(re.sub(r"[^\w\s]", "", text) for text in texts) + " ",
    "lines": lambda texts: "\n".join(texts) + "\n",
    "quotations": lambda texts: ' "'.join(texts) + ' "',
    "links": lambda texts: "".join(f"[{text}](https://example.org/) " for text in texts),
    "list": lambda texts: "".join(f"- {text}\n" for text in texts),
    "table": lambda texts: "".join(f"| {text} | x |\n" for text in texts),
    "headings": lambda texts: "".join(f"## {text[:60]}\n\n{text}\n\n" for text in texts),
    "paragraphs": lambda texts: "".join(f"{text}\n\n" for text in texts),
}


@pytest.fixture(scope="module")
def examples():
    """The words of each example of each rule, without markup."""
    found = []
    for rule in CATALOGUE.rules:
        for example in (*rule.examples.bad, *rule.examples.good):
            text = example if isinstance(example, str) else example.text
            found.append(" ".join(_MARKUP.sub(" ", _FRONT_MATTER.sub("", text)).replace("|", " ").split()))
    return [text for text in found if text]


def article(texts, shape, times):
    top = "| a | b |\n|---|---|\n" if shape == "table" else ""
    return f"# Ketamine therapy\n\n{top}{SHAPES[shape](texts) * times}"


def calls(program, text):
    """The number of calls of each function while all rules check an article."""
    document = parse(SourceText("a.md", text))
    profile = cProfile.Profile()
    profile.runcall(lint_document, document, program, program.rules, Setting(today="2026-06-01"))
    counts = pstats.Stats(profile).stats
    return {f"{file}:{line} {name}": count[1] for (file, line, name), count in counts.items()}


@pytest.mark.parametrize("shape", SHAPES)
def test_calls_grow_with_the_text(program, examples, shape):
    texts = some(examples, shape)
    assert too_often(lambda times: calls(program, article(texts, shape, times)), FEWER, MORE) == {}


@pytest.mark.parametrize("name", SENTENCES)
def test_calls_grow_with_a_sentence_said_again(program, name):
    assert too_often(lambda times: calls(program, f"# Light\n\n{SENTENCES[name] * times}"), 100, 1_000) == {}


def some(examples, shape):
    """The examples for a shape: its own, and stable when a rule gets another example."""
    texts = []
    for text in sorted(examples, key=lambda text: sha256(f"{shape} {text}".encode()).digest()):
        texts.append(text)
        if sum(map(len, texts)) > SIZE:
            break
    return texts


def too_often(called, fewer, more):
    """The functions whose number of calls grows more than linearly in a text ten times as long.

    A quadratic step is called a hundred times as often, steps of a search or in a sentence some tens of times. A step
    that only starts in longer texts may look the same: in a text twice as long again it is called twice as often, and a
    quadratic step four times.
    """
    few, many = called(fewer), called(more)
    counts = {name: (few.get(name, 0), count) for name, count in many.items() if count > FEW}
    grown = {name: pair for name, pair in counts.items() if pair[1] > 60 * max(pair[0], 50)}
    most = called(2 * more) if grown else {}
    return {name: (*pair, most[name]) for name, pair in grown.items() if most[name] > 3 * pair[1]}


def test_a_quadratic_step_is_reported_and_one_that_begins_late_is_not():
    def called(times):
        return {"quadratic": times * times * 10, "linear": times * 1_000, "late": 0 if times < 10 else times * 1_000}

    assert too_often(called, 2, 20) == {"quadratic": (40, 4_000, 16_000)}

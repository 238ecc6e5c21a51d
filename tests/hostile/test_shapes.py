"""Articles whose shape is an attack: each is checked by all rules in linear time, or refused in one line."""

from itertools import pairwise

import pytest

from linter.checks.setting import Setting
from linter.outcome import Kind
from linter.run import Plan, lint_bytes
from linter.run.articles import MAX_ARTICLE
from tests.cpu_time import grows_within

SIZE = 1_000
LETTERS = "abcdefghi"
SHAPES = {
    "word.txt": lambda size: "x" * (20 * size),
    "line.md": lambda size: "Ketamine may help some people with depression, and it is no cure. " * (size // 20),
    "endless.md": lambda size: "ketamine may ease pain and cures arthritis, PTSD and lupus, not flu, " * (size // 20),
    "bylines.md": lambda size: "Reviewed by Jane Roe, MD, on May 4, 2026, " * (size // 20),
    "headings.md": lambda size: "".join(f"# Heading {number}\n\n" for number in range(size // 4)),
    "quotations.md": lambda size: ">" * size + " deep\n",
    "lists.md": lambda size: "- " * (size // 4) + "deep\n",
    "brackets.md": lambda size: "[" * size + "deep" + "](u)" * size,
    "stars.md": lambda size: "*" * (4 * size) + "deep",
    "dots.md": lambda size: "Contents " + "." * (4 * size) + "7\n",
    "elements.html": lambda size: "<div>" * size + "deep" + "</div>" * size,
    "items.html": lambda size: "<ul><li>" * size + "deep",
    "components.mdx": lambda size: "<Card>" * size + "deep" + "</Card>" * size,
    "labels.ts": lambda size: "a: // x\n" * size + "b;\nexport const c = 'It is safe.';\n",
    "blanks.md": lambda size: "---\na" + " " * (10 * size) + "b\n---\n\nText.\n",
}
LARGE = {
    "a line of 5 MB": ("a.md", lambda: "word " * 1_000_000 + SAFE),
    "100,000 headings": ("a.md", lambda: "".join(f"# Heading {number}\n\n" for number in range(100_000)) + SAFE),
    "10,000 quotations": ("a.md", lambda: ">" * 10_000 + f" deep\n\n{SAFE}"),
    "10,000 elements": ("a.html", lambda: "<div>" * 10_000 + SAFE + "</div>" * 10_000),
    "10,000 elements of code": ("a.tsx", lambda: "export default () => " + "<b>" * 10_000 + SAFE + "</b>" * 10_000),
    "10,000 conditions": ("a.tsx", lambda: "export default () => <p>" + "{a && <b>" * 10_000 + SAFE + "</b>}" * 10_000),
    "10,000 elements of Vue": ("a.vue", lambda: f"<template>{'<div>' * 10_000}{SAFE}{'</div>' * 10_000}</template>"),
    "10,000 blocks of Svelte": ("a.svelte", lambda: "{#if a}" * 10_000 + SAFE + "{/if}" * 10_000),
    "10,000 blocks of a template": ("a.liquid", lambda: "{% if a %}" * 10_000 + SAFE + "{% endif %}" * 10_000),
    "10,000 components": ("a.mdx", lambda: "<Card>" * 10_000 + SAFE + "</Card>" * 10_000),
    "10,000 keys of YAML": ("a.md", lambda: "---\n" + "a: {" * 9_990 + "}" * 9_990 + f"\n---\n\n{SAFE}"),
}
"""The entries of the table of hostile inputs, in full size."""
SAFE = "It is completely safe.\n"
REFUSED = {
    "flow.md": ("---\na: " + "[" * 10_000 + "]" * 10_000 + "\n---\n\nText.\n", "brackets open at once"),
    "aliases.md": (
        "---\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in pairwise(LETTERS))
        + "---\n\nText.\n",
        "expands to more than",
    ),
    "merges.md": (
        "---\na: &a {x: 1}\n"
        + "".join(f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 10)}]}}\n" for before, name in pairwise(LETTERS))
        + "---\n\nText.\n",
        "merges ('<<') add up to too many keys",
    ),
    "circle.md": ("---\na: &a\n  <<: *a\n---\n\nText.\n", "nested too deep"),
    "deep-toml.md": (f"+++\na = {'[' * 10_000}{']' * 10_000}\n+++\n\nText.\n", "nested too deep"),
    "long-number.md": (f"+++\na = {'9' * 30_000}\n+++\n\nText.\n", "a number of more than 1,000 digits"),
    "large.md": ("x" * (MAX_ARTICLE + 1), "is larger than 20,000,000 bytes"),
}


@pytest.fixture(scope="module")
def plan(program):
    return Plan(program, program.rules, Setting(today="2026-06-01"))


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_the_text(plan, name):
    def lint(size):
        data = SHAPES[name](size).encode()
        assert lint_bytes(name, data, plan).errors == ()
        return lambda: lint_bytes(name, data, plan)

    # ten times the text: a quadratic step takes a hundred times as long
    assert grows_within(lint, SIZE, 10 * SIZE, 25)


@pytest.mark.parametrize("case", LARGE)
def test_full_size(program, case):
    name, text = LARGE[case]
    (rule,) = program.select(["SAF001"])
    report = lint_bytes(name, text().encode(), Plan(program, (rule,), Setting(today="2026-06-01")))
    assert [error for error in report.errors if error.kind is Kind.INTERNAL] == []
    assert len(report.open) >= 1


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line(plan, name):
    text, problem = REFUSED[name]
    (error,) = lint_bytes(name, text.encode(), plan).errors
    assert problem in error.message
    assert "\n" not in error.message

"""Broken rule files: each is refused in one line with file, line, column and what to do."""

import os

import pytest

from linter.cache import load_program
from linter.cli import main
from linter.files.data import DataFileError
from linter.rules.load import load_catalogue, load_rule, load_rules, rule_files
from tests.conftest import ROOT

GOOD = """\
id: sample-rule
code: XYZ001
family: safety
kind: phrase
severity: warning
jurisdictions: [us]
message: "This says something that it should not."
why: "A reader may take it for a promise, which nobody can keep."
suggestion: "Leave it out."
citations:
  - {key: FTC-5, reach: binding}
match:
  any: ["no side effects"]
examples:
  bad: ["There are [[no side effects]].", "It has [[no side effects]]."]
  good: ["There are side effects.", "We list all side effects."]
"""

BROKEN = [
    ("unknown key", GOOD.replace("severity:", "severty:"), "5:1: unknown key 'severty'; did you mean 'severity'?"),
    ("unknown option", GOOD.replace("  any:", "  anny:"), "13:3: unknown key 'anny'; did you mean 'any'?"),
    ("another option", GOOD.replace("  any:", "  phrases:"), "13:3: unknown key 'phrases'; choose from any, "),
    (
        "unknown context",
        GOOD.replace('"We list all side effects."', "{text: We list them., context: {pag: full}}"),
        "16:69: unknown key 'pag'; did you mean 'page'?",
    ),
    ("missing key", GOOD.replace('suggestion: "Leave it out."\n', ""), "missing key 'suggestion'"),
    ("wrong value", GOOD.replace("severity: warning", "severity: grave"), "5:1: severity:"),
    (
        "misspelt value",
        GOOD.replace("severity: warning", "severity: eror"),
        "5:1: severity: 'eror' is not one of info, warning, error; did you mean 'error'?",
    ),
    ("unknown kind", GOOD.replace("kind: phrase", "kind: prase"), "4:1: unknown kind 'prase'; did you mean 'phrase'?"),
    ("no kind", GOOD.replace("kind: phrase\n", ""), "1:1: missing key 'kind'"),
    ("no examples", GOOD.replace('"It has [[no side effects]]."', ""), "examples.bad"),
    ("not YAML", GOOD.replace("match:", "match: ]"), "12:8: "),
    (
        "no such day",
        GOOD.replace("severity: warning", "severity: 2027-02-31"),
        "5:11: '2027-02-31': day is out of range",
    ),
    (
        "text for a list",
        GOOD.replace("kind: phrase", "kind: phrase\naliases: old"),
        "aliases: expected a list, got 'old'",
    ),
    (
        "indented more",
        GOOD.replace("severity", " severity"),
        "5:10: a second colon; indent this line like the one above",
    ),
    ("a tab", GOOD.replace("severity", "\tseverity"), "5:1: a tab; indent with spaces"),
    ("a colon", GOOD.replace("Leave it out.", 'Not "this": that'), "9:19: text after a closing quote"),
    ("deep", "a: " + "[" * 10_000 + "]" * 10_000, "1:1: too deeply nested"),
    ("duplicate key", GOOD + "id: other\n", "17:1: "),
    (
        "name differs",
        GOOD.replace("id: sample-rule", "id: other-rule"),
        "1:1: id 'other-rule' must match the name of the file",
    ),
    ("not a mapping", "- a\n- b\n", "1:1: "),
    ("empty", "", "1:1: the file: expected keys and values, got nothing"),
    (
        "aliases",
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
            for before, name in ["ab", "bc", "cd", "de", "ef", "fg"]
        ),
        "aliases expand",
    ),
]


@pytest.mark.parametrize(("text", "problem"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_refused(tmp_path, text, problem):
    file = tmp_path / "sample-rule.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as error:
        load_rule(file)
    assert any(problem in line for line in error.value.lines), error.value.lines
    assert all(line.startswith(f"{file}:") and "\n" not in line for line in error.value.lines)
    assert str(error.value) == error.value.lines[0]


MANY = """\
id: sample-rule
code: HSE01
family: safety
kind: phrase
severity: fatal
jurisdictions: []
mesage: "This says something that it should not."
suggestion: "Leave it out."
citations:
  - {key: FTC-5, reach: binding}
match:
  any: []
  unles: ["no"]
examples:
  bad: ["Bad.", {txt: "Bad.", repeat: 1000}]
  good: [1, "Good."]
"""
SAID = """\
2:1: code: expected three capital letters and three digits, as in HSE001; got 'HSE01'
5:1: severity: 'fatal' is not one of info, warning, error
6:1: jurisdictions: at least 1 needed, got 0
7:1: unknown key 'mesage'; did you mean 'message'?
12:3: match.any: at least 1 needed, got 0
13:3: unknown key 'unles'; did you mean 'unless'?
15:18: unknown key 'txt'; did you mean 'text'?
15:31: examples.bad, item 2.repeat: expected 500 or less, got 1000
16:10: examples.good, item 1: expected text, got 1; write it in quotes
1:1: missing key 'why'
"""


def test_all_mistakes_of_a_file_are_reported_at_once(tmp_path, capfd):
    file = tmp_path / "sample-rule.yaml"
    file.write_text(MANY, encoding="utf-8")
    assert main(["rules", "test", str(file)]) == 2
    assert capfd.readouterr().err == "".join(f"medlint: {file}:{line}\n" for line in SAID.splitlines())


def test_mistakes_of_all_files_are_reported_up_to_a_limit(tmp_path):
    for name in ("first", "second"):
        (tmp_path / f"{name}.yaml").write_text(MANY, encoding="utf-8")
    with pytest.raises(DataFileError) as error:
        load_rules(sorted(tmp_path.glob("*.yaml")))
    assert [line.partition(":")[0] for line in error.value.lines[9:11]] == [
        str(tmp_path / "first.yaml"),
        str(tmp_path / "second.yaml"),
    ]
    assert DataFileError(*"x" * 30).lines[19:] == ("x", "… and 10 more mistakes")


def test_a_good_one_loads(tmp_path):
    file = tmp_path / "sample-rule.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_rule(file).code == "XYZ001"


def test_the_rule_in_the_docs_loads(tmp_path):
    text = (ROOT / "docs/writing-rules.md").read_text(encoding="utf-8").split("```yaml\n")[1].partition("```")[0]
    file = tmp_path / "miracle-word.yaml"
    file.write_text(text, encoding="utf-8")
    assert load_rule(file).code == "HSE001"


def test_not_utf8(tmp_path):
    file = tmp_path / "sample-rule.yaml"
    file.write_bytes(b"id: caf\xe9\n")
    with pytest.raises(DataFileError, match=":1:8: byte 0xe9 is not UTF-8"):
        load_rule(file)


FORMULAS = [
    ("metric: formula", "'formula' names the metric"),
    ("metric: grade\n  formula: gunning_fog", "'formula' names the metric"),
    ("metric: formula\n  formula: gunning_fogg", "14:3: match.formula: unknown readability metric 'gunning_fogg'"),
]


@pytest.mark.parametrize(("match", "problem"), FORMULAS)
def test_a_formula_is_one_that_textstat_has(tmp_path, match, problem):
    file = tmp_path / "sample-rule.yaml"
    text = GOOD.replace("kind: phrase", "kind: readability").replace('any: ["no side effects"]', match)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_rule(file)


UNREADABLE = {
    '  any: ["safe", "(safe"]': ["13:17: '(' without ')' in '(safe'"],
    '  any: ["safe"]\n  unless:\n    - a study\n    - "?"': ["16:7: '?' after nothing in '?'"],
    '  any: ["safe"]\n  unless:\n    - very ? safe': [
        "15:7: '?' must directly follow what it makes optional in 'very ? safe'"
    ],
    '  any: ["(safe", "sound)"]': ["13:9: '(' without ')' in '(safe'", "13:18: unbalanced ')' in 'sound)'"],
}
UNKNOWN = {
    '  any: ["it <efect> all"]': ["13:9: no lexicon class 'efect'; did you mean 'effect'?"],
    '  any: ["safe"]\n  unless: ["<efect.cure>"]': [
        "14:12: no lexicon class 'efect.cure'; did you mean 'effect.cure'?"
    ],
    '  any: ["safe"]\n  profile: {image: testimonial.stok-image}': [
        "14:13: no lexicon class 'testimonial.stok-image'; did you mean 'testimonial.stock-image'?"
    ],
    "  effects: [efect.cure]\n  strengths: {plain: warning}": [
        "13:13: no lexicon class 'efect.cure'; did you mean 'effect.cure'?"
    ],
    '  any: ["safe"]\n  topic: ["kind:drug", ketamin]': ["14:24: no treatment 'ketamin'; did you mean 'ketamine'?"],
}


@pytest.mark.parametrize("wrong", [UNREADABLE, UNKNOWN], ids=["unreadable", "of no class"])
def test_bad_phrases_are_reported_with_their_places(tmp_path, wrong):
    """All in one program, because compiling the shipped rules takes longer than the other tests of this module."""
    told = []
    for number, (match, problems) in enumerate(wrong.items(), 1):
        text = GOOD.replace('  any: ["no side effects"]', match)
        text = text.replace("kind: phrase", "kind: claim") if "strengths" in match else text
        text = text.replace("sample-rule", f"sample-{number}").replace("XYZ001", f"XYZ00{number}")
        file = tmp_path / f"sample-{number}.yaml"
        file.write_text(text, encoding="utf-8")
        told += [f"{file}:{problem}" for problem in problems]
    with pytest.raises(DataFileError) as error:
        load_program([tmp_path])
    assert list(error.value.lines) == told


def test_a_code_that_is_taken(tmp_path):
    file = tmp_path / "sample-rule.yaml"
    file.write_text(GOOD.replace("XYZ001", "SAF001"), encoding="utf-8")
    with pytest.raises(
        DataFileError, match=r"sample-rule\.yaml:2:1: code SAF001 is already used by 'absolute-safety-claim'"
    ):
        load_catalogue(file.parent)


def test_a_name_that_is_taken(tmp_path):
    file = tmp_path / "absolute-safety-claim.yaml"
    file.write_text(GOOD.replace("id: sample-rule", "id: absolute-safety-claim"), encoding="utf-8")
    with pytest.raises(DataFileError, match="1:1: id 'absolute-safety-claim' is already used by SAF001"):
        load_catalogue(tmp_path)


def test_an_unknown_citation_is_reported_with_its_place(tmp_path):
    file = tmp_path / "sample-rule.yaml"
    file.write_text(GOOD.replace("FTC-5", "FTC-55"), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"sample-rule\.yaml:11:6: unknown citation 'FTC-55'; did you mean 'FTC-5'"):
        load_catalogue(tmp_path)


def test_links_in_a_circle_are_not_followed(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("a", "b"):
        (tmp_path / "deep" / name).symlink_to("..")
    (tmp_path / "sample-rule.yaml").write_text(GOOD, encoding="utf-8")
    assert [rule.code for rule in load_rules(rule_files(tmp_path)).values()] == ["XYZ001"]


def test_a_pipe_is_no_rule(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(DataFileError, match=r"pipe\.yaml:1:1: is not a regular file"):
        load_rule(tmp_path / "pipe.yaml")


def test_a_folder_of_anything_is_no_folder_of_rules(tmp_path, monkeypatch):
    monkeypatch.setattr("linter.cache.MAX_RULE_FILES", 2_000)
    for number in range(2_001):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(DataFileError, match="has more than 2,000 files"):
        load_program([tmp_path])


WORDS = """\
classes:
  effect.cure.house:
    source: own list
    verbs: [zap]
  house.slogan:
    source: own list
    terms: [the glow that stays]
"""


@pytest.fixture
def words(tmp_path):
    """Writes a word list into a folder of rules."""

    def write(text):
        file = tmp_path / "house" / "lexicon" / "brand.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_words_of_ones_own_count_as_the_class_above_them(words):
    lexicon = load_catalogue(words(WORDS).parents[1]).lexicon
    assert lexicon["effect.cure.house"].attributes == lexicon["effect.cure"].attributes != {}
    assert lexicon["house.slogan"].attributes == {}


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("effect.cure.house", "effect.house", "2:3: class 'effect.house' is not below a shipped class"),
        ("effect.cure.house", "effect.cure", "2:3: class 'effect.cure' is defined in another file"),
        (
            "    verbs: [zap]\n",
            "    attributes: {form: verb}\n",
            "4:5: a class below a shipped one cannot have attributes",
        ),
        ("[the glow", "[the (glow", "7:13: "),
    ],
)
def test_words_of_ones_own_that_are_refused(words, before, after, problem):
    file = words(WORDS.replace(before, after))
    with pytest.raises(DataFileError) as error:
        load_program([file.parents[1]])
    assert str(error.value).startswith(f"{file}:{problem}")


def test_words_of_ones_own_are_found(words, tmp_path, capfd, monkeypatch):
    words(WORDS)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "medlint.toml").write_text('rules = ["house"]\nselect = ["EFF001"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text("Our lamp zapped depression in all of our patients.\n", encoding="utf-8")
    assert main(["check", "a.md"]) == 1
    assert 'EFF001 "zapped depression' in capfd.readouterr().out

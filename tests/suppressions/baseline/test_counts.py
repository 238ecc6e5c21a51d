"""A baseline suppresses the findings that it covers, and never more."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.suppressions.baseline.counts import apply_baseline, new_baseline, pruned
from linter.suppressions.baseline.file import BaselineError, baseline_text, read_baseline
from linter.value import replace
from linter.violation import Suppression
from tests.findings import finding

COMMENT = Suppression("comment", "a letter", "Jane Roe")
TODAY = "2026-11-22"
kinds = st.tuples(st.sampled_from(["EFF001", "SAF001"]), st.sampled_from(["cures it", "is safe"]), st.booleans())
articles = st.lists(kinds, max_size=12)


def article(wanted, path="a.md"):
    """The violations of an article, numbered like in the engine; some are suppressed by a comment."""
    seen = Counter()
    made = []
    for place, (code, excerpt, suppressed) in enumerate(wanted):
        made.append(finding(path, code, excerpt, seen[code, excerpt], place * 20, COMMENT if suppressed else None))
        seen[code, excerpt] += 1
    return tuple(made)


def opened(violations):
    return [violation for violation in violations if violation.suppressed is None]


@given(articles)
def test_it_silences_exactly_its_own_run(wanted):
    violations = article(wanted)
    after = apply_baseline("a.md", violations, new_baseline({"a.md": violations}.items(), TODAY))
    assert opened(after) == []
    assert [one.suppressed for one in after if one.suppressed == COMMENT] == [
        one.suppressed for one in violations if one.suppressed
    ]


@given(articles, kinds, st.integers(0, 12))
def test_a_finding_more_is_a_finding_reported(wanted, extra, place):
    code, excerpt, _ = extra
    baseline = new_baseline({"a.md": article(wanted)}.items(), TODAY)
    longer = [*wanted[:place], (code, excerpt, False), *wanted[place:]]
    assert [one.code for one in opened(apply_baseline("a.md", article(longer), baseline))] == [code]


@given(articles, st.data())
def test_a_finding_suppressed_since_leaves_no_room_for_another(wanted, data):
    baseline = new_baseline({"a.md": article(wanted)}.items(), TODAY)
    now = [(code, excerpt, suppressed or data.draw(st.booleans())) for code, excerpt, suppressed in wanted]
    extra = data.draw(kinds)
    now.append((extra[0], extra[1], False))
    assert len(opened(apply_baseline("a.md", article(now), baseline))) == 1


@given(articles)
def test_a_comment_that_goes_brings_its_finding_back(wanted):
    baseline = new_baseline({"a.md": article(wanted)}.items(), TODAY)
    bare = article([(code, excerpt, False) for code, excerpt, _ in wanted])
    assert len(opened(apply_baseline("a.md", bare, baseline))) == sum(suppressed for *_, suppressed in wanted)


@given(articles, articles)
def test_pruning_changes_no_report_and_takes_up_nothing(then, now):
    baseline = new_baseline({"a.md": article(then)}.items(), TODAY)
    violations = article(now)
    smaller = pruned(baseline, {"a.md": violations}.items(), {"EFF001", "SAF001"}, ())
    assert apply_baseline("a.md", violations, smaller) == apply_baseline("a.md", violations, baseline)
    for wording, counts in smaller.articles.get("a.md", {}).items():
        assert all(new <= old for new, old in zip(counts, baseline.articles["a.md"][wording], strict=True))


@given(articles, articles, articles)
def test_what_pruning_dropped_is_new_when_it_comes_back(then, now, later):
    baseline = new_baseline({"a.md": article(then)}.items(), TODAY)
    smaller = pruned(baseline, {"a.md": article(now)}.items(), {"EFF001", "SAF001"}, ())
    before = opened(apply_baseline("a.md", article(later), baseline))
    after = opened(apply_baseline("a.md", article(later), smaller))
    assert len(after) >= len(before)


@given(articles)
def test_the_file_holds_what_was_written(tmp_path_factory, wanted):
    baseline = new_baseline(
        {"b.md": article(wanted, "b.md"), "ä.md": article(wanted, "ä.md")}.items(), TODAY, "Jane Roe", "old"
    )
    file = tmp_path_factory.mktemp("baseline") / "baseline.json"
    file.write_text(baseline_text(baseline), encoding="utf-8")
    assert read_baseline(file) == baseline


def test_it_applies_to_one_file_only():
    baseline = new_baseline({"a.md": article([("SAF001", "is safe", False)])}.items(), TODAY)
    elsewhere = article([("SAF001", "is safe", False)], "b.md")
    assert apply_baseline("b.md", elsewhere, baseline) == elsewhere


def test_case_and_line_breaks_of_the_wording_do_not_matter():
    baseline = new_baseline({"a.md": (finding("a.md", "SAF001", "is safe"),)}.items(), TODAY)
    assert opened(apply_baseline("a.md", [finding("a.md", "SAF001", "Is\n safe")], baseline)) == []


def test_rules_that_did_not_run_and_articles_that_were_not_checked_keep_their_counts():
    both = article([("SAF001", "is safe", False), ("EFF001", "cures it", False)])
    baseline = new_baseline({"a.md": both, "b.md": article([("SAF001", "is safe", False)], "b.md")}.items(), TODAY)
    assert pruned(baseline, {"a.md": ()}.items(), {"EFF001"}, ()).size == 2
    assert pruned(baseline, {"a.md": ()}.items(), {"EFF001"}, {"b.md"}).size == 1


def test_the_suppression_of_a_finding_in_it():
    baseline = new_baseline(
        {"a.md": article([("SAF001", "is safe", False)])}.items(), TODAY, "Jane Roe", "before the audit"
    )
    (one,) = apply_baseline("a.md", article([("SAF001", "is safe", False)]), baseline)
    assert one.suppressed == Suppression("baseline", f"before the audit (in the baseline since {TODAY})", "Jane Roe")
    (one,) = apply_baseline("a.md", article([("SAF001", "is safe", False)]), replace(baseline, reason=""))
    assert one.suppressed.reason == f"old finding, in the baseline since {TODAY}"


BROKEN = {
    "nothing": ("", "not a baseline"),
    "not JSON": ("{", "not a baseline"),
    "a list": ("[]", "not a baseline"),
    "another version": ('{"medlint_baseline": 2}', "is a baseline of version 2, not 1"),
    "a JSON report": (json.dumps({"schema_version": 1, "violations": []}), "not a baseline"),
    "entries of another shape": (
        '{"medlint_baseline": 1, "written": "x", "by": "", "reason": "", "articles": {"a.md": ["EFF001 abc"]}}',
        "articles, a.md: .EFF001 abc. is no",
    ),
    "fewer than none": (
        '{"medlint_baseline": 1, "written": "x", "by": "", "reason": "", "articles": {"a.md": ["EFF001 abc -1 1"]}}',
        "articles, a.md: .EFF001 abc -1 1. is no",
    ),
    "fewer than there were open": (
        '{"medlint_baseline": 1, "written": "x", "by": "", "reason": "", "articles": {"a.md": ["EFF001 abc 2 1"]}}',
        "articles, a.md: .EFF001 abc 2 1. is no",
    ),
    "an article twice, merged by hand": (
        '{"medlint_baseline": 1, "written": "x", "by": "", "reason": "", "articles": {"a.md": [], "a.md": []}}',
        "'a.md' is there twice",
    ),
    "deep": ("[" * 100_000, "not a baseline"),
}


@pytest.mark.parametrize(("text", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_none(tmp_path, text, problem):
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=problem):
        read_baseline(file)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BaselineError, match="cannot read the baseline"):
        read_baseline(tmp_path / "none.json")

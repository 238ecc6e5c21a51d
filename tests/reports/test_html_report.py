"""The reviewer's page and folder: golden content, the security policy, the embedded data."""

import base64
import csv
import hashlib
import io
import json
import re
import sys
import tracemalloc
from pathlib import Path

import pytest

from bench.speed.corpus import article
from linter.approved import MEANS as APPROVED
from linter.checks.setting import Setting
from linter.engine import lint_document
from linter.outcome import Rendered
from linter.parsers import parse
from linter.reports import writer_of
from linter.reports.html.charts import family_rows, grade_bins, median
from linter.reports.html.findings import CSV_COLUMNS, csv_line
from linter.reports.html.folder import FolderError, file_name, write_folder
from linter.reports.html.page import render_article
from linter.source import SourceText
from linter.suppressions.baseline import MEANS as BASELINE
from linter.value import replace
from linter.violation import Severity, Suppression
from tests.reports.sample import draft, report, violation

ASSETS = re.compile(r"(<style>).*?(</style>)|(<script>).*?(</script>)|(sha256-)[\w+/=]+", re.DOTALL)


def without_assets(page):
    """The page without its style, script and their hashes, which change with the design."""
    return ASSETS.sub(lambda found: "…".join(filter(None, found.groups())), page)


@pytest.fixture(scope="module")
def page():
    return "".join(writer_of("html")(report(earlier=True)))


def test_golden_page(page, golden):
    golden("report.html", without_assets(page))


def test_golden_folder(tmp_path, golden):
    write_folder(report(), tmp_path)
    golden("index.html", without_assets((tmp_path / "index.html").read_text(encoding="utf-8")))
    golden(
        "article.html",
        without_assets((tmp_path / "articles" / file_name("content/drafts/drips.md")).read_text(encoding="utf-8")),
    )
    with (tmp_path / "findings.csv").open(encoding="utf-8", newline="") as findings:
        golden("findings.csv", findings.read())


def test_same_bytes_every_time(page):
    assert "".join(writer_of("html")(report(earlier=True))) == page


def test_the_policy_allows_what_is_on_the_page_and_nothing_else(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    rules = dict(part.split(" ", 1) for part in policy.split("; "))
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert rules["default-src"] == "'none'"
    for name, text in (("style-src", style), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert "unsafe" not in policy
    assert not re.search(r"\sstyle=|\son\w+=|<link|<img|<iframe", page)
    assert not re.search(r'(?:src|href)="(?!https://www\.ftc\.gov|https://clinic\.example|#)', page)


def test_embedded_data(page):
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])
    assert [article[:3] for article in data["articles"]] == [
        ["Drip therapy for tired people", "content/drafts/drips.md", "#article-1"],
        ["Opening hours", "content/published/hours.md", "#article-2"],
    ]
    assert len(data["findings"]) == len(report().violations)
    assert sum(group[3] for article in data["articles"] for group in article[7]) == len(report().violations)
    assert data["failOn"] == Severity.ERROR.rank


def test_equal_fingerprints_have_anchors_of_their_own():
    file = draft()
    twice = replace(
        file, violations=(file.violations[0], replace(file.violations[1], fingerprint=file.violations[0].fingerprint))
    )
    page = "".join(writer_of("html")(replace(report(), files=(twice,))))
    names = re.findall(r'id="(finding-[^"]+|at-[^"]+)"', page)
    assert len(names) == len(set(names)) == 4


def test_a_run_without_documents_still_lists_its_findings():
    page = "".join(writer_of("html")(replace(report(), files=(replace(draft(), document=None),))))
    assert page.count('<details class="note') == len(draft().violations)


def test_what_the_page_as_a_whole_lacks_is_above_the_article():
    file, run = draft(), report()
    run = replace(run, rules=tuple(replace(rule, duty=rule.code == "RSK001") for rule in run.rules))
    title = violation(file.source, "Drip therapy for tired people", "RSK001", Severity.WARNING)
    claim = violation(file.source, "Drip therapy", "EFF001")
    page = render_article(replace(file, violations=(claim, title, *file.violations)), run).html
    whole, below = page.split("The page as a whole")[1].split("<h2>Article</h2>")
    assert (whole.count('<details class="note'), whole.count('class="place"')) == (1, 0)
    assert f'id="finding-{title.fingerprint}"' in whole
    # a claim in the title, and a duty with its own words, are marked in the text
    assert below.count('<details class="note') == below.count('class="place"') == 1 + len(file.violations)
    assert f"at-{title.fingerprint}" not in page


@pytest.mark.parametrize(("kind", "told"), [("phrase", "0 open"), ("status", "1 open"), ("structure", "1 open")])
def test_a_missing_notice_or_list_of_sources_is_an_open_duty(kind, told):
    run = report()
    kinds = {"RSK001": kind, "STR001": "metadata"}
    rules = tuple(replace(rule, kind=kinds.get(rule.code, rule.kind)) for rule in run.rules)
    assert f"<p>{told}, 1 met" in render_article(draft(), replace(run, rules=rules)).html


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "Needs work"),
        ({"files": report().files[1:]}, "Incomplete"),
        ({"files": report().files[1:], "errors": ()}, "Passed"),
        ({"files": (), "errors": ()}, "Passed"),
    ],
)
def test_verdict(change, verdict):
    page = "".join(writer_of("html")(replace(report(), **change)))
    assert f"<strong>{verdict}</strong>" in page


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\n=cmd|' /C calc'!A0"])
def test_csv_computes_nothing(text):
    found = replace(draft().violations[0], message=text, path=text)
    (record,) = csv.reader(io.StringIO(csv_line(found, report()), newline=""))
    cells = dict(zip(CSV_COLUMNS, record, strict=True))
    assert cells["message"] == cells["path"] == f"'{text}"


def test_csv_of_a_waived_finding():
    (record,) = csv.reader(io.StringIO(csv_line(draft().violations[5], report()), newline=""))
    cells = dict(zip(CSV_COLUMNS, record, strict=True))
    assert [cells[name] for name in ("status", "waived by", "waived until", "reason")] == [
        "waived", "R. Reviewer", "2027-06-30", "agreed with counsel",
    ]  # fmt: skip


def test_a_folder_is_written_anew(tmp_path):
    folder = tmp_path / "new" / "report"
    write_folder(report(), folder)
    assert len(list((folder / "articles").iterdir())) == 2
    write_folder(replace(report(), files=report().files[:1]), folder)
    assert [path.name for path in (folder / "articles").iterdir()] == [file_name("content/drafts/drips.md")]


@pytest.mark.parametrize(
    ("earlier", "step"), [*((True, step) for step in range(10)), *((False, step) for step in range(7))]
)
@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError])
def test_a_folder_that_is_not_finished_is_as_it_was(tmp_path, monkeypatch, earlier, step, trouble):
    folder = tmp_path / "report"
    if earlier:
        write_folder(replace(report(), files=()), folder)
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    steps = iter(range(99))

    def failing(original):
        def fail(path, target, **options):  # where files are written or moved
            if target != "rb" and next(steps) == step:
                raise trouble
            return original(path, target, **options)

        return fail

    monkeypatch.setattr(Path, "replace", failing(Path.replace))
    monkeypatch.setattr(Path, "open", failing(Path.open))
    with pytest.raises(trouble):
        write_folder(report(), folder)
    monkeypatch.undo()
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before


def test_what_a_killed_run_leaves_is_no_obstacle(tmp_path):
    (tmp_path / ".medlint-abc" / "articles").mkdir(parents=True)
    (tmp_path / "articles").mkdir()
    write_folder(report(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "findings.csv", "index.html"}


class Repeated:
    """A number of generated articles, none of which is kept."""

    def __init__(self, count):
        self._count = count

    def __len__(self):
        return self._count

    def __iter__(self):
        one = replace(draft(), document=None, rendered=Rendered("Title", "<p>drawn</p>"))
        for number in range(self._count):
            name = f"Drip {number}"
            yield replace(one, path=f"content/{number}.md", rendered=Rendered(name, one.rendered.html))


@pytest.mark.parametrize(("form", "most"), [("page", 2), ("folder", 1)])
def test_articles_are_gone_through_no_more_than_needed(tmp_path, form, most):
    """Reports of a large run are unpacked on each iteration; a page has its list before its articles."""
    begun = []

    class Counted(Repeated):
        def __iter__(self):
            begun.append(1)
            return super().__iter__()

    run = replace(report(earlier=True), files=Counted(3), counted=report().counts)
    if form == "folder":
        write_folder(run, tmp_path / "report")
    else:
        list(writer_of("html")(run))
    assert len(begun) <= most


def calls(work, *arguments):
    """The number of function calls: a measure of work that does not depend on the machine."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work(*arguments)
    finally:
        sys.setprofile(None)
    return count


def test_showing_articles_costs_little_beside_judging_them(program, tmp_path):
    documents = [parse(SourceText(f"{number}.md", article(number))) for number in range(3)]
    empty = replace(report(), files=(), errors=())

    def run(portrait):
        setting = Setting(today="2026-11-27", portrait=portrait)
        files = [lint_document(one, program, program.rules, setting) for one in documents]
        return replace(empty, files=tuple(files))

    def told():
        list(writer_of("json")(run(False)))

    def shown(folder):
        judged = run(True)
        files = tuple(replace(file, rendered=render_article(file, empty)) for file in judged.files)
        list(writer_of("json")(judged))
        write_folder(replace(judged, files=files), folder)

    told(), shown(tmp_path / "first")  # warm up caches
    assert calls(shown, tmp_path / "second") < 1.3 * calls(told)


@pytest.mark.parametrize("form", ["page", "folder"])
def test_memory_of_the_writer_does_not_grow(tmp_path, monkeypatch, form):
    monkeypatch.setattr("linter.reports.html.index._MAX_IN_MEMORY", 10_000)

    def peak(count):
        run = replace(report(earlier=True), files=Repeated(count), counted=report().counts)
        tracemalloc.start()
        try:
            if form == "folder":
                write_folder(run, tmp_path / str(count))
            else:
                for _ in writer_of("html")(run):
                    pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2)  # loads the templates
    # Python keeps some hundred bytes of freed objects; a row of the index is longer, and its finding rows much longer.
    # The whole process is traced: a thread left behind by another test may add to one of two runs
    assert min(peak(400), peak(400)) - peak(100) < 300 * 200


def test_a_folder_of_others_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    (tmp_path / "index.html").write_text("<title>mine</title>", encoding="utf-8")
    with pytest.raises(FolderError, match="no medlint report"):
        write_folder(report(), tmp_path)
    with pytest.raises(FolderError, match="is a file"):
        write_folder(report(), tmp_path / "thesis.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "thesis.txt"]


@pytest.mark.parametrize(
    "path", ["a/b.md", "../../x.md", "con", "Über uns.md", "a" * 300, "\udcff.md", "", "a\\b.html"]
)
def test_file_names_are_plain(path):
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,69}\.html", file_name(path))
    assert file_name(path) != file_name(path + "x")


def test_charts():
    rows = family_rows({("safety", "error"): 3, ("safety", "info"): 1, ("risk", "warning"): 2})
    assert [(row.family, row.total, [(bar.weight, bar.start, bar.length) for bar in row.bars]) for row in rows] == [
        ("safety", 4, [("error", 0.0, 75.0), ("info", 75.0, 25.0)]),
        ("risk", 2, [("warning", 0.0, 50.0)]),
    ]
    bins = grade_bins([7.2, 8.0, 8.1, 30, -2], 8)
    assert [(found.grade, found.count, found.above) for found in bins if found.count] == [
        (0, 1, False), (8, 2, False), (9, 1, True), (18, 1, True),
    ]  # fmt: skip
    assert grade_bins([], 8) == ()
    assert (median([]), median([3]), median([1, 2])) == (None, 3, 1.5)


def suppressed(suppression):
    """The page of the sample run, with its waived finding suppressed by another means."""
    file = draft()
    found = tuple(
        replace(violation, suppressed=suppression) if violation.suppressed else violation
        for violation in file.violations
    )
    return "".join(writer_of("html")(replace(report(), files=(replace(file, violations=found),))))


def test_what_is_new_since_a_baseline_is_shown(page):
    assert "the baseline" not in page
    told = suppressed(Suppression(BASELINE, "old finding, since 2027-01-01"))
    assert "<strong>7</strong> new since the baseline, which covers <strong>1</strong> of the waived findings." in told
    assert "(baseline)" in told


def test_an_approved_claim_leads_to_its_reference():
    told = suppressed(Suppression(APPROVED, "colds-1 (Roe 2027, doi:10.1000/example)", "R. Reviewer", "2027-06-30"))
    link = '(Roe 2027, <a class="out" href="https://doi.org/10.1000/example" rel="noreferrer">doi:10.1000/example</a>)'
    # on the front page, in the article's list and in the finding
    assert told.count(f"colds-1 {link}") == 3
    assert "2027-06-30 (approved claim)" in told

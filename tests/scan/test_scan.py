"""``medlint scan`` end to end: it finds the same as ``medlint check``, whatever the source of the articles."""

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("daft")

import daft
from daft.execution import udf
from daft.execution.udf import UdfHandle

from linter.cli import exits
from linter.cli.commands import run
from linter.scan import starting
from linter.scan.judge import BATCH
from linter.scan.rows import Columns, rows_of
from linter.scan.store import read, read_marks
from tests.parsers.wxr import export, item
from tests.scan.warc import record, response

# Daft leaves the pipes of its worker processes to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ["content/drafts/ketamine-cures-depression.md", "content/drafts/iv-vitamin-drips.md"]
FIELDS = ("line", "column", "end_line", "end_column", "start", "end", "code", "severity", "message", "excerpt")


@pytest.fixture(autouse=True)
def _at_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """The findings of ``medlint check`` by article."""
    file = tmp_path_factory.mktemp("check") / "found.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        run(["check", *ARTICLES, "--format", f"json={file}"])
    return by_article(json.loads(file.read_text(encoding="utf-8"))["violations"], "path")


def by_article(found, name):
    rows = {}
    for row in found:
        rows.setdefault(row[name], []).append(tuple(row[field] for field in (*FIELDS, "fingerprint")))
    return {name: sorted(rows[name]) for name in rows}


def scanned(out, *arguments):
    assert run(["scan", *map(str, arguments), "--out", str(out), "--workers", "1", "--quiet"]) == exits.CLEAN
    findings = read(str(out), "findings")
    return by_article([] if findings is None else findings.to_pylist(), "id")


def texts():
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in ARTICLES}


def parquet(folder):
    daft.from_pydict({"path": list(texts()), "text": list(texts().values())}).write_parquet(str(folder / "rows"))
    return folder / "rows"


def jsonl(folder):
    lines = [json.dumps({"url": name, "markdown": text}) for name, text in texts().items()]
    (folder / "rows.jsonl").write_text("\n".join([lines[0], "{not json", '{"url": "a.md"}', lines[1]]))
    return folder / "rows.jsonl"


def table(folder):
    with (folder / "rows.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("id", "body"), *texts().items()])
    return folder / "rows.csv"


@pytest.mark.parametrize("made", [parquet, jsonl, table])
def test_a_table_gives_what_the_files_give(made, tmp_path, checked):
    assert scanned(tmp_path / "out", made(tmp_path)) == checked


def test_files_give_what_check_gives(tmp_path, checked):
    assert scanned(tmp_path / "out", *ARTICLES) == checked


def test_an_export_gives_what_check_gives_and_is_read_piece_by_piece(tmp_path):
    post = "<!-- wp:paragraph --><p>Ketamine cures depression.</p>"
    (tmp_path / "export.xml").write_bytes(export([item(post, "Ketamine", f"post-{number}") for number in range(3)]))
    (tmp_path / "broken.wxr").write_bytes(export([item(post, "Ketamine")])[:-20])
    names = [str(tmp_path / name) for name in ("export.xml", "broken.wxr")]
    assert run(["check", *names, "--format", f"json={tmp_path / 'found.json'}"]) == exits.USAGE
    told = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert scanned(tmp_path / "out", *names) == by_article(told["violations"], "path")
    rejected = read(str(tmp_path / "out"), "rejected").to_pylist()
    assert [(row["id"], row["reason"]) for row in rejected] == [(row["path"], row["message"]) for row in told["errors"]]
    assert rows_of("exports", names, Columns()).select("content").to_pydict()["content"] == [*map(str.encode, names)]


def test_a_web_archive_gives_its_pages(tmp_path):
    page = "<html><body><h1>Ketamine</h1><p>Caf\u00e9: ketamine cures depression.</p></body></html>".encode("latin-1")
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n\r\n" + page
    image = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"
    gone = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Ketamine cures depression.</p>"
    packed = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nxx"
    records = [
        record("warcinfo", "", "application/warc-fields", b"software: test"),
        record("response", "https://a.example/page", "application/http; msgtype=response", http),
        record("response", "https://a.example/image", "application/http; msgtype=response", image),
        record("response", "https://a.example/gone", "application/http; msgtype=response", gone),
        record("response", "https://a.example/packed", "application/http; msgtype=response", packed),
        record("conversion", "https://a.example/plain", "text/plain", b"Ketamine cures anxiety."),
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(gzip.compress(one) for one in records))
    found = scanned(tmp_path / "out", tmp_path / "crawl.warc.gz")
    cures = {name: [row[9] for row in rows if row[6] == "EFF001"] for name, rows in found.items()}
    assert set(cures) == {"https://a.example/page", "https://a.example/plain"}
    assert all(len(excerpts) == 1 for excerpts in cures.values())
    rejected = read(str(tmp_path / "out"), "rejected").to_pylist()
    assert [(row["id"], "compressed" in row["reason"]) for row in rejected] == [("https://a.example/packed", True)]


def test_bad_rows_and_bad_files_are_reported_and_the_others_checked(tmp_path, checked):
    rows = jsonl(tmp_path)
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 no table")
    (tmp_path / "good").mkdir()
    daft.from_pydict({"path": [*texts(), "none.md"], "text": [*texts().values(), None]}).write_parquet(
        str(tmp_path / "good")
    )
    assert scanned(tmp_path / "out", rows, tmp_path / "broken.parquet") == checked
    rejected = read(str(tmp_path / "out"), "rejected").sort("reason").to_pylist()
    assert len(rejected) == 3
    assert any(row["source"].endswith("broken.parquet") and "cannot read" in row["reason"] for row in rejected)
    assert not any(row["internal"] for row in rejected)
    scanned(tmp_path / "more", tmp_path / "good")
    assert [row["id"] for row in read(str(tmp_path / "more"), "rejected").to_pylist()] == ["none.md"]


def test_what_is_finished_is_not_done_again(tmp_path, checked):
    out = tmp_path / "out"
    arguments = (*ARTICLES, "--part-size", "0")
    assert scanned(out, *arguments) == checked
    first = {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")}
    assert len(read_marks(str(out))) == 2
    assert scanned(out, *arguments) == checked
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")} == first
    # an interrupted part: its mark is missing, and half of its findings are there
    lost = next((out / "finished").iterdir())
    for file in lost.iterdir():
        file.unlink()
    assert scanned(out, *arguments) == checked


def test_a_killed_worker_loses_nothing(tmp_path, monkeypatch, capsys):
    for part in ("a", "b"):  # two batches each
        rows = [
            {"path": f"{part}{row}.md", "text": f"Ketamine cures depression in {row} weeks."}
            for row in range(BATCH + 1)
        ]
        (tmp_path / f"{part}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    arguments = ["scan", str(tmp_path / "*.jsonl"), "--part-size", "0", "--workers", "1", "--select", "EFF", "--out"]
    killed = []

    def kill_once(worker, batch):
        if judged and not killed:
            killed.append(worker.process.pid)
            os.kill(worker.process.pid, signal.SIGKILL)
            worker.process.wait()
        judged.append(batch)
        return evaluate(worker, batch)

    judged, evaluate = [], UdfHandle.eval_input
    with monkeypatch.context() as patch:
        patch.setattr(UdfHandle, "eval_input", kill_once)
        assert run([*arguments, str(tmp_path / "out")]) == exits.INTERNAL
    assert len(killed) == 1
    assert "part not finished" in capsys.readouterr().err
    assert len(read_marks(str(tmp_path / "out"))) == 1
    found = []
    for out in ("out", "whole"):
        assert run([*arguments, str(tmp_path / out)]) == exits.CLEAN
        found.append(by_article(read(str(tmp_path / out), "findings").to_pylist(), "id"))
    assert found[0] == found[1]
    assert len(found[0]) == 2 * (BATCH + 1)


INTERRUPTED = """
import os, signal, sys, time
from daft.execution.udf import UdfHandle
from linter.cli.commands import run

signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a shell does for what runs in the background
evaluate, judged = UdfHandle.eval_input, []

def interrupt_once(worker, batch):
    if len(judged) == 2:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    judged.append(batch)
    return evaluate(worker, batch)

UdfHandle.eval_input = interrupt_once
sys.exit(run(sys.argv[1:]))
"""


def test_an_interrupt_in_the_background_loses_nothing(tmp_path):
    rows = [{"path": f"{row}.md", "text": f"Ketamine cures depression in {row} weeks."} for row in range(8 * BATCH)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    out = str(tmp_path / "out")
    arguments = ["scan", str(tmp_path / "rows.jsonl"), "--workers", "1", "--select", "EFF", "--out", out]
    stopped = subprocess.run([sys.executable, "-c", INTERRUPTED, *arguments], capture_output=True, check=False)
    assert (stopped.returncode, read_marks(out)) == (exits.INTERNAL, [])
    assert f"of {len(rows):,} rows were returned: the scan was stopped".encode() in stopped.stderr
    assert run(arguments) == exits.CLEAN
    assert read_marks(out)[0].counts["articles"] == len(rows)


def test_a_worker_that_dies_while_it_starts_is_not_waited_for_without_end(tmp_path, monkeypatch, capsys, checked):
    arguments = ["scan", *ARTICLES, "--part-size", "0", "--workers", "1", "--out", str(tmp_path / "out")]
    started, start, timeout = [], subprocess.Popen, starting.TIMEOUT

    def stillborn_once(command, **options):
        if "daft.execution.udf_worker" in command:
            started.append(command)
            dies = len(started) == 1
            patch.setattr(starting, "TIMEOUT", 1 if dies else timeout)
            command = [sys.executable, "-c", "raise SystemExit(9)"] if dies else command
        return start(command, **options)

    with monkeypatch.context() as patch:
        patch.setattr(udf.subprocess, "Popen", stillborn_once)
        assert run(arguments) == exits.INTERNAL
    talk = capsys.readouterr().err.splitlines()
    (failed,) = (line for line in talk if "not finished" in line)
    assert failed.startswith(f"medlint: {ARTICLES[1]}: part not finished: ")
    assert failed.endswith("a worker did not start within 1 s: it crashed or the machine is too busy")
    assert len(talk) == 2  # the other part was finished
    assert run(arguments) == exits.CLEAN
    assert by_article(read(str(tmp_path / "out"), "findings").to_pylist(), "id") == checked


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["content"], "--out DIR"),
        (["content/drafts", "--out", "{out}", "--runner", "spark"], "use local, ray or ray://HOST:PORT"),
        (["nowhere.md", "--out", "{out}"], "nowhere.md"),
        (["{rows}", "--out", "{out}", "--text", "story"], "no column story; the columns are path, text"),
        (["report", "{out}"], "holds no finished scan"),
        (["content/drafts", "--out", "{out}", "--select", "XYZ"], "XYZ"),
    ],
)
def test_mistakes_are_reported_in_one_line(arguments, told, tmp_path, capsys):
    places = {"out": tmp_path / "out", "rows": parquet(tmp_path)}
    assert run(["scan", *(argument.format(**places) for argument in arguments)]) == exits.USAGE
    talk = capsys.readouterr().err
    assert told in talk
    assert talk.count("\n") == 1


def test_findings_of_two_rule_sets_are_not_mixed(tmp_path, capsys):
    out = tmp_path / "out"
    scanned(out, *ARTICLES)
    assert run(["scan", *ARTICLES, "--out", str(out), "--select", "EFF"]) == exits.USAGE
    assert "other rules or options" in capsys.readouterr().err
    assert run(["scan", "content/drafts", "--out", str(out)]) == exits.USAGE
    assert "another part" in capsys.readouterr().err


def test_the_front_page_shows_the_counts(tmp_path, checked):
    scanned(tmp_path / "out", *ARTICLES)
    assert run(["scan", "report", str(tmp_path / "out"), "-o", str(tmp_path / "scan.html")]) == exits.CLEAN
    page = (tmp_path / "scan.html").read_text(encoding="utf-8")
    assert all(name in page for name in ARTICLES)
    codes = {row[6] for rows in checked.values() for row in rows}
    assert all(f">{code}<" in page for code in codes)
    assert "<strong>2</strong> articles" in page


def test_what_is_damaged_costs_its_row_and_is_reported(tmp_path):
    huge = response("bad", length=b"9" * 19)
    (tmp_path / "crawl.warc").write_bytes(response("first") + huge + response("last"))
    (tmp_path / "broken.warc.gz").write_bytes(gzip.compress(response("packed")) + gzip.compress(huge)[:-20])
    rows = [json.dumps({"id": name, "text": "Ketamine cures depression."}).encode() for name in "ac"]
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join([rows[0], b'{"id": "b", "text": "\xff"}', rows[1]]))
    found = scanned(tmp_path / "out", tmp_path, "--select", "EFF001")
    assert sorted(found) == ["a", "c", *(f"https://a.example/{name}" for name in ("first", "last", "packed"))]
    rejected = read(str(tmp_path / "out"), "rejected").to_pylist()
    ends = sorted((Path(row["source"]).name, Path(row["id"]).name, row["internal"]) for row in rejected)
    assert ends == [
        ("broken.warc.gz", "broken.warc.gz", False),
        ("crawl.warc", "bad", False),
        ("rows.jsonl", "rows.jsonl:2", False),
    ]

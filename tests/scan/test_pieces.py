"""Damaged archives and lines: each damage is reported in its place, and the rest is read."""

import gzip
import io

import pytest

from linter.scan.pieces import DAMAGED, MAX_BYTES, lines_of, records_of
from tests.scan.warc import record, response


def told(pieces):
    return [piece.content.decode() if piece.format == DAMAGED else piece.name.rpartition("/")[2] for piece in pieces]


def records(data):
    return told(records_of(io.BufferedReader(io.BytesIO(data)), "crawl.warc"))


UNSAID = "the record does not state its length"
STRAY = "bytes that belong to no record were skipped"
SHORT = "the record is shorter than the {} bytes that it states"
BAD = {
    "a length beyond all memory": (response("bad", length=b"9" * 19), SHORT.format("9,999,999,999,999,999,999")),
    "a length of five thousand digits": (
        response("bad", length=b"1" * 5_000),
        SHORT.format("1,111,111,111,111,111,111"),
    ),
    "a length beyond the file": (response("bad", length=b"30000000"), SHORT.format("30,000,000")),
    "a length below nothing": (response("bad", length=b"-1"), UNSAID),
    "no length": (response("bad").replace(b"Content-Length", b"Length"), UNSAID),
    "fields without end": (b"WARC/1.0\r\n" + b"a: b\r\n" * 2_000, UNSAID),
    "nothing of an archive": (b"\r\nstray\r\n\r\n\xff\r\n", STRAY),
    "a length that is too small": (response("bad", length=b"60"), STRAY),
}


@pytest.mark.parametrize("packed", [lambda one: one, gzip.compress], ids=["plain", "packed"])
@pytest.mark.parametrize("kind", BAD)
def test_a_damaged_record_costs_no_other(kind, packed):
    bad, why = BAD[kind]
    cut = ["bad"] if kind == "a length that is too small" else []
    assert records(b"".join(map(packed, [response("first"), bad, response("last")]))) == ["first", *cut, why, "last"]


def test_an_archive_may_be_packed_as_a_whole():
    assert records(gzip.compress(response("first") + response("last"))) == ["first", "last"]
    assert records(b"") == []


@pytest.mark.parametrize(
    "end", [response("bad")[:-20], gzip.compress(response("bad"))[:-20], b"\x1f\x8b\x08" + b"\xff" * 90]
)
def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes(end):
    packed = not end.startswith(b"WARC")
    first, why = records((gzip.compress(response("first")) if packed else response("first")) + end)
    assert first == "first"
    assert why.startswith("the archive is truncated: " if packed else "the record is shorter than")


def test_no_more_is_kept_of_a_record_than_an_article_may_have():
    film = record("response", "https://a.example/film", "application/http", b"WARC/1.0\n" * (MAX_BYTES // 8))
    pieces = list(records_of(io.BufferedReader(io.BytesIO(film + response("last"))), "crawl.warc"))
    assert [len(piece.content) for piece in pieces] == [MAX_BYTES, len(pieces[1].content)]
    assert told(pieces) == ["film", "last"]


def test_lines_are_named_by_their_places():
    data = b"{}\n\n" + b"a" * (2 * MAX_BYTES) + b"\n\xff\n[]"
    assert told(lines_of(io.BytesIO(data), "rows.jsonl")) == [
        "rows.jsonl:1",
        f"the line is longer than {MAX_BYTES:,} bytes",
        "rows.jsonl:4",
        "rows.jsonl:5",
    ]

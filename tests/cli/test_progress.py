"""The progress line."""

import io

from linter.cli.progress import tracked


def clock(*times):
    moments = iter(times)
    return lambda: next(moments)


def test_a_short_run_shows_nothing():
    stream = io.StringIO()
    assert list(tracked(["a", "b"], stream, clock(0, 0.2, 0.9))) == ["a", "b"]
    assert stream.getvalue() == ""


def test_a_long_run_counts_and_wipes_the_line():
    stream = io.StringIO()
    paths = ["a", "b", "c", "d"]
    assert list(tracked(paths, stream, clock(0, 0.5, 1.2, 1.25, 1.4))) == paths
    assert stream.getvalue() == "\rmedlint: 1 of 4 articles\rmedlint: 3 of 4 articles\r\x1b[K"


def test_the_line_goes_when_the_run_is_broken_off():
    stream = io.StringIO()
    paths = tracked(["a", "b", "c"], stream, clock(0, 2, 3, 4))
    next(paths)
    next(paths)
    paths.close()
    assert stream.getvalue().endswith("\r\x1b[K")

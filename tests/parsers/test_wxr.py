import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.parsers import documents
from linter.parsers.wxr import read_post
from linter.source import SourceError
from tests.parsers.outline import lines_of
from tests.parsers.test_properties import MARKS, SPACES, WORDS, check_order, check_views
from tests.parsers.wxr import HEAD, TAIL, export, item, read_export

CASES = {
    "blocks": (
        "<!-- wp:heading -->\n<h2>Pain</h2>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph --><p>Ask &amp; talk.</p>",
        ["heading 2: Pain", "paragraph: Ask & talk."],
    ),
    "paragraphs without tags": (
        "One line\nand more\n\nTwo <b>bold\n\nthree</b>",
        ["paragraph: One line and more", "paragraph: Two bold", "paragraph: three"],
    ),
    "shortcodes": (
        '[gallery ids="1,2"]\n\n[button link="/x"]Book now[/button]\n\nSee [contact_form] or [emphasis added] [3].',
        ["paragraph: #Book now#", "paragraph: See # or [emphasis added] [3]."],
    ),
    "cdata in cdata": ("<p>a ]]> b</p>", ["paragraph: a ]]> b"]),
}


@pytest.mark.parametrize("case", CASES)
def test_content(case: str) -> None:
    content, expected = CASES[case]
    (document,) = read_export(item(content))
    assert lines_of(document) == expected
    check_views(document)


def test_a_post_is_an_article() -> None:
    posts = read_export(
        item("<p>é text</p>", "Care &amp; cost", "care", status="publish", post_date="2026-03-01 10:00:00"),
        item("<p>more</p>", "Draft", "", post_id="7", status="draft", excerpt="In short"),
        item("<p>page</p>", "Care", "care", post_id="8", post_type="page"),
    )
    first, second, third = posts
    assert [document.source.path for document in (first, second, third)] == [
        "export.xml!/care",
        "export.xml!/post-7",
        "export.xml!/care-8",
    ]
    assert first.source.text == "Care &amp; cost\n\n<p>é text</p>"
    assert lines_of(first) == ["heading 1: Care & cost", "paragraph: é text"]
    assert first.front_matter.values == {"status": "publish", "date": "2026-03-01 10:00:00"}
    assert lines_of(second) == ["heading 1: Draft", "description: In short", "paragraph: more"]


@pytest.mark.parametrize(
    "fields", [{"status": "trash"}, {"status": "auto-draft"}, {"post_type": "attachment"}, {"post_type": "wp_template"}]
)
def test_what_is_no_article_is_left_out(fields: dict[str, str]) -> None:
    assert list(read_export(item("<p>x</p>", **fields))) == []


def test_a_name_cannot_leave_its_place() -> None:
    (document,) = read_export(item("x", slug="../../etc/x y"))
    assert document.source.path == "export.xml!/-etc-x-y"


BROKEN = {
    "other XML": (b"<feed><entry/></feed>", "not a WordPress export"),
    "a sitemap": (b"<urlset><url/></urlset>", "check the files that it names with --files-from"),
    "entities": (b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "refused"),
    "files": (b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hosts">]><rss>&a;</rss>', "refused"),
    "no XML": (b"a,b\n", "not valid XML at line 1, column 1"),
    "nothing": (b"", "not valid XML"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_other_files_are_refused_in_one_line(case: str) -> None:
    data, message = BROKEN[case]
    with pytest.raises(SourceError, match=message):
        list(documents("a.xml", BytesIO(data)))


def test_articles_before_the_trouble_are_read() -> None:
    found = documents("a.xml", BytesIO((HEAD + item("<p>x</p>") + "<item><title>cut").encode()))
    assert next(found).source.path == "a.xml!/post"
    with pytest.raises(SourceError, match="line"):
        next(found)


def test_articles_before_broken_xml_are_read() -> None:
    found = documents("a.xml", BytesIO(export([item("x", slug="a"), item("\x0b", slug="b"), item("x", slug="c")])))
    assert next(found).source.path == "a.xml!/a"
    with pytest.raises(SourceError, match="not valid XML at line"):
        next(found)


def test_no_two_articles_have_one_name() -> None:
    slugs = ["a", "a", "a", "a-", "a--2", "", ""]
    found = [document.source.path for document in read_export(*(item("x", slug=slug) for slug in slugs))]
    assert len(set(found)) == len(slugs)


class Growing(RawIOBase):
    """An export of many posts, generated as it is read."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts

    def read(self, _size: int = -1) -> bytes:
        return next(self.parts, b"")


def test_memory_does_not_grow_with_the_export() -> None:
    def parts(count: int) -> Iterator[bytes]:
        yield HEAD.encode()
        for number in range(count):
            yield item("<p>Some words of care.</p>" * 100, slug=f"post-{number}").encode()
        yield TAIL.encode()

    def peak(count: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in documents("a.xml", Growing(parts(count)))) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(2)
    assert peak(200) < 1.5 * peak(20)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, SPACES, st.sampled_from([*MARKS["html"], "[x]", "[/x]", "[y z=1]", "<!-- wp:x -->"]))))
def test_views_of_posts_hold_together(parts: list[str]) -> None:
    for title, excerpt in (("", ""), ("A <b>title", "In & short")):
        document = read_post("a", {"title": title, "excerpt:encoded": excerpt, "content:encoded": "".join(parts)})
        check_views(document)
        check_order(document)

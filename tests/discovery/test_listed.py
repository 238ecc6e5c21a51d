"""Lists of files: what they may contain, and what is refused."""

import pytest

from linter.discovery.listed import ListError, listed_paths

SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def sitemap(*addresses: str) -> bytes:
    return SITEMAP.format("".join(f"<url><loc>{one}</loc><lastmod>2026</lastmod></url>" for one in addresses)).encode()


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        (b"", []),
        (b"a.md\nb c.md\n", ["a.md", "b c.md"]),
        (b"\xef\xbb\xbfa.md\r\n\r\nb.md", ["a.md", "b.md"]),
        (b"a\nb.md\0c.md\0", ["a\nb.md", "c.md"]),
        ("caf\u00e9.md\n".encode(), ["caf\u00e9.md"]),
        (b"-\n", ["./-"]),
        (sitemap(), []),
        (sitemap("a.html", "\n  b/c%20d.html ", "x&amp;y.html"), ["site/a.html", "site/b/c d.html", "site/x&y.html"]),
        (sitemap("file:///srv/a%20b.html", "/srv/c.html"), ["/srv/a b.html", "/srv/c.html"]),
        (b"\n " + sitemap("a.html").removeprefix(b'<?xml version="1.0"?>'), ["site/a.html"]),
    ],
)
def test_paths_in_their_order(data: bytes, paths: list[str]) -> None:
    assert listed_paths(data, "site") == paths


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a.md\nhttps://clinic.example/a\n", "https://clinic.example/a is a web address, and medlint fetches nothing"),
        (sitemap("a.html", "HTTP://clinic.example/"), "medlint fetches nothing; save the page"),
        (sitemap("ftp://clinic.example/a"), "not a file on this machine"),
        (sitemap("//[x"), "//.x: Invalid IPv6 URL"),
        (sitemap("file://server/a"), "not a file on this machine"),
        (b"<sitemapindex><sitemap><loc>a.xml</loc></sitemap></sitemapindex>", "name one of them"),
        (b"<rss></rss>", "XML, but not a sitemap"),
        (b"<urlset><url>", "the sitemap: not valid XML at line 1"),
        (
            b'<!DOCTYPE urlset [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>',
            "entities, which are refused",
        ),
    ],
)
def test_what_is_refused_says_why_in_one_line(data: bytes, expected: str) -> None:
    with pytest.raises(ListError, match=expected) as raised:
        listed_paths(data)
    assert "\n" not in str(raised.value)

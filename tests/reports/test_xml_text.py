"""Characters that XML cannot represent are removed; all others survive."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from linter.reports.xml_text import element, legal, written


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_can_be_read_again(text):
    document = "".join(written(element("root", {}), [element("child", {"value": text}, text)]))
    (read,) = etree.fromstring(document.encode())
    assert read.get("value") == legal(text)
    assert (read.text or "") == legal(text).replace("\r\n", "\n").replace("\r", "\n")


def test_control_characters_go():
    assert legal("a\x00b\x1b[31m\ufffe\ud800\tc\u202e😀") == "ab[31m\tc\u202e😀"

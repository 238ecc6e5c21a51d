import pytest


@pytest.fixture(scope="module")
def program(compile_rules):
    return compile_rules({"OLD001": ("sources", {"max_age": 5})})


@pytest.mark.parametrize(
    ("text", "newest"),
    [
        ("## References\n\n1. Roe J. 2011.\n2. Doe A. 2014.", ["2014"]),
        ("## Reading\n\n- Roe J. 2011.", ["2011"]),
        ("## Sources\n\n### Trials\n\n- Roe J. 2020;12(3):44-50.", ["2020"]),
        ("## References\n\n1. Roe J. 2011.\n2. Doe A. 2021.", []),
        ("## References\n\n1. Roe J. 2011.\n2. Doe A. 2031.", ["2011"]),
        ("## References\n\n1. Roe J, pages 1999-2004, in print.", []),
        ("## References\n\nAsk us.", []),
        ("## History\n\nFirst used in 1965.", []),
    ],
)
def test_newest_year(program, matches, text, newest):
    assert [match.values["newest"] for match in matches(program, "OLD001", text)] == newest


def test_no_date_no_finding(program, matches):
    assert matches(program, "OLD001", "## References\n\n1. Roe J. 1965.", today="") == []

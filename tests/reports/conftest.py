"""Golden files: reports as last reviewed by a person."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write golden files anew (pytest tests/reports)")


@pytest.fixture
def golden(request):
    """Compare a text with its golden file, or write the file if the option is given."""

    def compare(name, text):
        file = GOLDEN / name
        if request.config.getoption("--update-golden", default=False):
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        # newline="" in both directions, to compare exactly
        with file.open(encoding="utf-8", newline="") as stream:
            assert text == stream.read(), f"{name} differs; look at it, then pytest tests/reports --update-golden"

    return compare

"""The summary page of a scan: axe finds nothing, the policy works, small windows need no horizontal scrolling."""

import json

import pytest

from linter.cli.commands import run
from tests.reports.sample import DRAFT, PUBLISHED

# Daft leaves the pipes of its worker processes to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def overview(tmp_path_factory):
    """The summary page of a scan over the sample articles and one whose name is an attack."""
    pytest.importorskip("daft", reason="needs the extra 'scan' (Daft)")
    folder = tmp_path_factory.mktemp("scan")
    names = ("drips", "hours", "<img src=x onerror=alert(1)>")
    rows = [{"id": name, "text": text} for name, text in zip(names, (DRAFT, PUBLISHED, DRAFT), strict=True)]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run(["scan", str(folder / "articles.jsonl"), "--out", str(folder / "out")])
    run(["scan", "report", str(folder / "out"), "-o", str(folder / "scan.html")])
    return folder / "scan.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_overview(visit, overview, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra 'browser' (axe)")
    with visit(overview, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        assert page.locator("#worst-title").is_visible()
        assert page.locator("img").count() == 0
        found = axe.Axe().run(page).response["violations"]
        assert [(problem["id"], problem["nodes"][0]["html"][:200]) for problem in found] == []
        needed, given = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert needed <= given

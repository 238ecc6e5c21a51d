"""Chromium driven by Playwright; the tests are skipped if either is missing."""

import shutil
from contextlib import contextmanager

import pytest

from linter.reports import writer_of
from linter.reports.html.folder import write_folder
from tests.reports.sample import report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="package")
def chromium():
    """The browser, started once and closed after these tests, because its event loop would disturb others."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra 'browser' (Playwright)")
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """Open a file in a new page: ``with visit(path) as page``. At exit, the page must have been quiet.

    Quiet: no console messages, errors or dialogs, and no requests except for the file itself and what it links to.
    """

    @contextmanager
    def visit(path, fragment="", **options):
        options = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **options}
        context = chromium.new_context(**options)
        noise, requests = [], []
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("dialog", lambda dialog: (noise.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri() + fragment)
        yield page
        assert noise == []
        folder = (path.parent.parent if path.parent.name == "articles" else path.parent).as_uri()
        assert [url for url in requests if not url.startswith((folder, "blob:"))] == []
        context.close()

    return visit


@pytest.fixture(scope="session")
def single(tmp_path_factory):
    """The sample run as one page."""
    path = tmp_path_factory.mktemp("single") / "report.html"
    path.write_text("".join(writer_of("html")(report(earlier=True))), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The index of the sample run as a folder."""
    path = tmp_path_factory.mktemp("folder")
    write_folder(report(earlier=True), path)
    return path / "index.html"

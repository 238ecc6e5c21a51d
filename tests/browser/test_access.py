"""Accessibility: axe finds nothing, and the pages work with small windows, large type and reduced motion."""

import pytest

VIEWS = {
    "list": ("single", ""),
    "article": ("single", "#article-1"),
    "clean article": ("single", "#article-2"),
    "index": ("folder", ""),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(visit, request, view, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra 'browser' (axe)")
    form, fragment = VIEWS[view]
    with visit(request.getfixturevalue(form), fragment, color_scheme=scheme) as page:
        for details in page.locator("details:visible").all():
            details.evaluate("(element) => { element.open = true }")
        if page.locator("mark").count():
            page.locator("mark").first.click()
        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        found = axe.Axe().run(page, options=options).response["violations"]
        told = [(problem["id"], [node["html"][:200] for node in problem["nodes"]]) for problem in found]
        assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_help(visit, single, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra 'browser' (axe)")
    with visit(single, color_scheme=scheme) as page:
        page.click("#help-button")
        assert axe.Axe().run(page).response["violations"] == []


WIDTH = "[document.documentElement.scrollWidth, innerWidth]"


@pytest.mark.parametrize(
    "window",
    [
        {"viewport": {"width": 320, "height": 640}},
        # a window of 1280 by 800 at 200 % zoom
        {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    ],
)
@pytest.mark.parametrize("view", VIEWS)
def test_no_sideways_scrolling(visit, request, view, window):
    form, fragment = VIEWS[view]
    with visit(request.getfixturevalue(form), fragment, **window) as page:
        for details in page.locator("details:visible").all():
            details.evaluate("(element) => { element.open = true }")
        needed, given = page.evaluate(WIDTH)
        assert needed <= given


def test_large_type_alone_needs_no_sideways_scrolling(visit, single):
    with visit(single, anchor := "#article-1") as page:
        assert anchor in page.url
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        needed, given = page.evaluate(WIDTH)
        assert needed <= given


def test_by_keyboard_alone(visit, single):
    """Use only Tab and Enter: filter, open an article, open a finding, copy, go back."""
    with visit(single) as page:

        def tab_to(selector):
            for _ in range(80):
                page.keyboard.press("Tab")
                if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                    assert outline != "none"
                    return
            raise AssertionError(f"Tab never reaches {selector}")

        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        tab_to("#f-search")
        page.keyboard.type("drip")
        tab_to("#articles a.open")
        page.keyboard.press("Enter")
        tab_to(".note summary")
        page.keyboard.press("Enter")
        assert page.locator(".note[open]").count() == 1
        tab_to(".copy")
        page.keyboard.press("Enter")
        page.keyboard.press("u")
        page.locator("#front").wait_for()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_by_itself(visit, single, motion):
    moving = """() => [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      return style.scrollBehavior !== 'auto' || style.transitionDuration !== '0s' || style.animationName !== 'none';
    }).length"""
    with visit(single, "#article-1", reduced_motion=motion) as page:
        assert page.evaluate(moving) == 0


def test_dark_and_light_differ(visit, single):
    grounds = []
    for scheme in ("light", "dark"):
        with visit(single, color_scheme=scheme) as page:
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds[0] != grounds[1]

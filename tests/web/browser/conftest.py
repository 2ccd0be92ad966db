"""A real browser on a running server: Debian's Chromium through Playwright, at desktop and phone width."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from support.builders import finish, make_dossier, start, step_of
from support.cast import TODAY, Cast
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations import clock, demo

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desktop": (1280, 800), "phone": (375, 740)}


ON_A_PHONE = ("test_accessibility", "test_administration_pages", "leader")
"""What the short tests look at on a phone too: every page once, and the leader's day; other journeys are long there."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    for item in items:
        if "/browser/" not in item.nodeid:
            continue
        item.add_marker(pytest.mark.browser)
        if "[phone" in item.nodeid and not any(name in item.nodeid for name in ON_A_PHONE):
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without it they are skipped, and fail where CI promised it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        words = "NO CHROMIUM: browser tests did not run; install it with `apt-get install chromium`"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    # Playwright keeps an event loop on this thread; Django would refuse the database for that.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, headless=True, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that provokes a refusal clears it."""
    return []


@pytest.fixture(params=WIDTHS)
def page(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer, complaints: list[str]
) -> Iterator[Page]:
    """A fresh window; the test fails for anything the browser complains of, a breach of the CSP first of all."""
    width, height = WIDTHS[request.param]
    context = browser.new_context(
        base_url=live_server.url,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        viewport={"width": width, "height": height},
    )
    context.set_default_timeout(10_000)
    window = context.new_page()
    window.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    window.on("pageerror", lambda error: complaints.append(str(error)))
    yield window
    context.close()
    assert not complaints


@pytest.fixture
def halfway(live_server: LiveServer, cast: Cast, unread: None) -> DossierView:
    """The drafter's dossier: first step done, second begun and late; the server lives on the same declared day."""
    clock.declare_simulation(TODAY)
    made = make_dossier(cast.drafter)
    start(cast.drafter, step_of(cast.drafter, made, 1))
    finish(cast.drafter, step_of(cast.drafter, made, 1))
    start(cast.drafter, step_of(cast.drafter, made, 2))
    return made


@pytest.fixture
def sign_in(page: Page, halfway: DossierView) -> Callable[[str], None]:
    """Goes through the door as the named person."""

    def signed_in(role: str = "drafter") -> None:
        username = next(part.username for part in demo.CAST if part.key == role)
        page.goto("/")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu").fill(demo.PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        page.locator(".who").wait_for()
        page.wait_for_load_state()

    return signed_in

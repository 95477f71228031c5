"""A real Chromium, where there is one."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FRONTEND = Path(__file__).parents[2] / "frontend"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    # The driver's own loop runs in this thread; Django takes it for a loop of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium, live_server):
    """Opens pages as a reader with these cookies, on a page this wide; keeps what went wrong."""
    contexts = []

    def open_page(path, *, width=1280, **manner):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            base_url=live_server.url,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.add_cookies(
            [{"name": name, "value": said, "url": live_server.url} for name, said in manner.items()]
        )
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda line: line.type == "error" and page.faults.append(line.text))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def session():
    """The cookie of a session in which this person has signed in."""

    def sign_in(person):
        client = Client()
        client.force_login(person)
        return {"sessionid": client.cookies[settings.SESSION_COOKIE_NAME].value}

    return sign_in


@pytest.fixture
def plain(chromium, live_server, session):
    """A page without scripts, for this person."""
    contexts = []

    def open_page(path, person):
        context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
        contexts.append(context)
        (cookie,) = session(person).items()
        context.add_cookies([{"name": cookie[0], "value": cookie[1], "url": live_server.url}])
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def barriers():
    """What axe-core finds against a page, by rule and place."""

    def find(page):
        page.evaluate((FRONTEND / "node_modules/axe-core/axe.min.js").read_text())
        found = page.evaluate("() => axe.run()")
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return find

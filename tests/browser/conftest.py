"""A real server on the loopback address and a real Chromium; a missing browser is a failure."""

import shutil
import threading
from dataclasses import dataclass, field

import pytest
import waitress
from playwright.sync_api import Page, sync_playwright

from app import Settings, create_app
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium():
    # The shell without a window draws the same pages for half of the computing.
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.fail("No Chromium found. Run `make test`, which installs it where it may.")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    app = create_app(Settings(), OpenShelf(stores))
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=6)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@dataclass
class Visit:
    """One open tab, with everything that went wrong in it."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self):
        self.page.on("console", lambda m: self._complain(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self._complain(str(e)))
        self.page.on("request", self._request)
        return self

    def _complain(self, text):
        self.complaints.append(text)

    def _request(self, request):
        self.requests.append(request.url)
        if not request.url.startswith((self.site, "blob:", "data:")):
            self.foreign.append(request.url)

    def open(self, search=""):
        self.page.goto(f"{self.site}/{search}")
        self.settle()
        return self.page

    def settle(self):
        """Wait until the choropleth is painted and nothing is under way."""
        self.page.wait_for_function(PAINTED, timeout=60_000)

    def rest(self):
        """Wait until all that is fetched ahead is here: from then on, nothing may be asked."""
        self.page.wait_for_function(AHEAD_BEGAN, timeout=60_000)
        self.page.evaluate(AHEAD_DONE)


AHEAD_BEGAN = """() => performance.getEntriesByType('resource')
  .some(({ name }) => name.includes('/conjuntos/'))"""
AHEAD_DONE = "async () => (await import('/assets/mirador/ahead.mjs')).ready()"

PAINTED = """() => {
  const legend = document.querySelector('#map-legend');
  const path = document.querySelector('path[data-territory][aria-label*=": "]');
  return legend?.textContent && path && !document.querySelector('[data-dash-is-loading=true]');
}"""


@pytest.fixture
def visit(browser, site):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="es-CO")
    tab = Visit(context.new_page(), site).watch()
    yield tab
    assert tab.complaints == []
    assert tab.foreign == []
    context.close()


@pytest.fixture(scope="module")
def tab(browser, site):
    """A page of the site without its program."""
    page = browser.new_page()
    page.goto(f"{site}/health")
    yield page
    page.close()


@pytest.fixture
def run(tab, site):
    """Evaluates an expression over a module ``m`` of the browser."""

    def call(module, expression):
        return tab.evaluate(
            f"async () => {{ const m = await import('{site}/assets/mirador/{module}.mjs');"
            f" return {expression}; }}"
        )

    return call

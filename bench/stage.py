"""The contenders, each served by its own process, and a browser that opens them."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from playwright.sync_api import Browser, Page, sync_playwright

# The benchmarks are a composition root, like app.py: they may import it.
from app import ROOT, Settings, prepare
from bench.figures import INDICATOR_KEYS, NATIONAL, WORKSPACE
from bench.rivals import ids as rival_ids
from layouts import ids

PROBE: Final = Path(__file__).with_name("probe.js")
VIEWPORT: Final = {"width": 1366, "height": 768}
LONGEST_MS: Final = 60_000

CHROMIUM_PATHS: Final = (
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
)  # fmt: skip
CHROMIUM_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--use-gl=angle",
    "--use-angle=swiftshader",  # the hard case: no usable graphics card
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contender:
    """One page in the race.

    Attributes:
        kind: name of its probes in ``probe.js``.
        path: query of the page at national scope, where every municipality is painted.
        period: id of the native drop-down that only changes what is shown.
        indicator: id of the control that changes the numbers; ``""`` where there is none.
    """

    kind: str
    path: str
    period: str
    indicator: str = ""


OURS: Final = Contender(
    "ours",
    f"/?espacio={WORKSPACE}&ambito={NATIONAL}&indicador={INDICATOR_KEYS[0]}",
    ids.Filter.YEAR,
    ids.Filter.INDICATOR,
)
OURS_DEFAULT: Final = Contender("ours", "/", ids.Filter.YEAR)
"""The page as it opens without a query."""
NAIVE: Final = Contender("naive", "/", rival_ids.PERIOD, rival_ids.INDICATOR)
BLANK: Final = Contender("blank", "/", rival_ids.PERIOD)


@dataclass(slots=True)
class Stage:
    """A running browser and the addresses of the contenders.

    Attributes:
        var: folder of the prepared snapshots.
        rounds: how many rounds were asked for; ``None`` lets each measurement choose.
    """

    browser: Browser
    addresses: Mapping[str, str]
    var: Path
    rounds: int | None = None
    _known: dict[str, object] = field(default_factory=dict)

    def url(self, contender: Contender) -> str:
        """Address of a contender's page."""
        return self.addresses[contender.kind] + contender.path

    @contextmanager
    def page(self) -> Iterator[Page]:
        """A page with the probes and an empty cache."""
        context = self.browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        context.set_default_timeout(LONGEST_MS)
        context.add_init_script(path=PROBE)
        try:
            yield context.new_page()
        finally:
            context.close()

    def settle(self, page: Page, contender: Contender) -> Page:
        """``page`` once a contender is painted in it and asks for nothing more."""
        page.goto(self.url(contender))
        page.evaluate("(kind) => window.bench.opened[kind]()", contender.kind)
        page.wait_for_load_state("networkidle")
        return page

    def once(self, name: str, measure: Callable[["Stage"], T]) -> T:
        """The result of ``measure``; rows that read the same race share it."""
        if name not in self._known:
            self._known[name] = measure(self)
        return self._known[name]  # type: ignore[return-value]


@contextmanager
def stage(rounds: int | None = None, prepared: Path | None = None) -> Iterator[Stage]:
    """Serve every contender and start the browser; the snapshots are made anew by default."""
    with ExitStack() as stack:
        var = str(prepared or stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        settings = Settings(var=Path(var))
        prepare(settings)
        commands = {
            OURS.kind: ["bench.ours", var],
            NAIVE.kind: ["bench.rivals.naive", var, str(settings.data / "geometry")],
            BLANK.kind: ["bench.rivals.blank"],
        }
        addresses = {
            kind: stack.enter_context(served(command)) for kind, command in commands.items()
        }
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=list(CHROMIUM_ARGUMENTS)
        )
        stack.callback(browser.close)
        yield Stage(browser, addresses, settings.var, rounds)


@contextmanager
def served(command: list[str]) -> Iterator[str]:
    """Address of a contender, while its process runs.

    Raises:
        RuntimeError: it ended before it said where it listens.
    """
    process = subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, "-m", *command], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        address = process.stdout.readline().strip() if process.stdout else ""
        if not address.startswith("http://127.0.0.1:"):
            raise RuntimeError(f"{command[0]} did not start; its own message is above.")
        yield address
    finally:
        process.terminate()
        process.wait()
        if process.stdout:
            process.stdout.close()


def chromium() -> str | None:
    """The system's browser; ``None`` lets Playwright use its own."""
    return next((path for path in CHROMIUM_PATHS if Path(path).exists()), None)

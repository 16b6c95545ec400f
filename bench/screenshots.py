"""Every view as a picture: ``python -m bench.screenshots [--only NAME] [--out DIR]``.

Both workspaces; on a projector, a large screen, a telephone, in the dark and on paper. Nothing is
compared: a person judges what the files of ``build/screenshots`` show.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from app import ROOT, Settings, prepare
from bench.stage import chromium, served

FOLDER: Final = ROOT / "build" / "screenshots"
LONGEST_MS: Final = 90_000
SETTLE_MS: Final = 900
A4_PX: Final = (794, 1123)


@dataclass(frozen=True, slots=True)
class View:
    """One address and what must be there before it is photographed.

    Attributes:
        path: address; ``{}`` stands for the rest of the query.
        ready: selector of what is there last.
    """

    name: str
    path: str
    ready: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a view is looked at."""

    name: str
    size: tuple[int, int]
    scheme: str = "light"
    media: str = "screen"

    @property
    def is_phone(self) -> bool:
        """Whether fingers are used."""
        return self.size[0] < A4_PX[0]


MAP: Final = "#map-legend h2"
READ: Final = "#data-body > *"
VIEWS: Final = (
    View("mapa", "/?{}", MAP),
    View("panel", "/?municipio=54874&{}", "#side-panel section"),
    View("capas", "/?capas=personas,unidades,centros,demanda&ambito=linea_venezuela&{}", MAP),
    View("varios", "/?seleccion=54874,54001,81001,44430&{}", "#side-chosen:not([hidden]) span"),
    View("pais", "/?ambito=pais&{}", MAP),
    View("periodos", "/?mapas=periodos&indicador=poblacion&{}", "dialog.many figure"),
    View("sectores", "/?mapas=sectores&indicador=vacantes_por_mil&{}", "dialog.many .classes"),
    View("ficha", "/municipio/54874?{}", READ),
    View("brechas", "/brechas?{}", READ),
    View("mesa", "/mesa?{}&seleccion=54874,44430&guion=portada~mapa~brechas~ficha", READ),
    View("programas", "/programas?{}", READ),
    View("quien", "/programas?vista=quien&{}", "#programme-map svg"),
    View("seguimiento", "/programas?vista=seguimiento&{}", "#percepcion"),
    View("lugares", "/lugares?{}", ".places-map .leaflet-marker-icon"),
    View("datos", "/datos?{}", READ),
    View("metodologia", "/metodologia?{}", READ),
)
LOOKS: Final = (
    Look("1366x768", (1366, 768)),
    Look("1920x1080", (1920, 1080)),
    Look("390x844", (390, 844)),
    Look("oscuro-1366x768", (1366, 768), "dark"),
    Look("oscuro-390x844", (390, 844), "dark"),
    Look("papel", A4_PX, "light", "print"),
)
WORKSPACES: Final = {"publicado": "", "demostracion": "espacio=demostracion"}


@contextmanager
def opened(browser: Browser, look: Look) -> Iterator[Page]:
    """A page of the size and theme of a look."""
    width, height = look.size
    options: dict[str, Any] = {"viewport": {"width": width, "height": height}}
    phone = {"has_touch": look.is_phone, "is_mobile": look.is_phone}
    context = browser.new_context(**options, **phone, color_scheme=look.scheme)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()


def photograph(page: Page, address: str, view: View, look: Look, file: Path) -> None:
    """Write one picture.

    Raises:
        playwright.sync_api.TimeoutError: the view never became ready.
    """
    page.goto(address)
    page.wait_for_selector(view.ready, state="attached", timeout=LONGEST_MS)
    page.wait_for_timeout(SETTLE_MS)
    if look.media == "print":
        page.emulate_media(media="print")
        page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=file, full_page=look.media == "print")


def take(browser: Browser, host: str, out: Path, only: str) -> Iterator[Path]:
    """Photograph all views whose file name contains ``only``, one after the other."""
    for workspace, query in WORKSPACES.items():
        for look in LOOKS:
            for view in VIEWS:
                file = out / f"{view.name}-{workspace}-{look.name}.png"
                if only not in file.name:
                    continue
                with opened(browser, look) as page:
                    photograph(page, host + view.path.format(query), view, look, file)
                yield file


def main(words: Sequence[str]) -> int:
    """Serve the application over its own snapshots and photograph it."""
    parser = argparse.ArgumentParser(prog="python -m bench.screenshots", description=__doc__)
    parser.add_argument("--only", default="", help="part of the file names, e.g. oscuro or ficha")
    parser.add_argument("--out", type=Path, default=FOLDER)
    asked = parser.parse_args(words)
    settings = Settings()
    prepare(settings)
    asked.out.mkdir(parents=True, exist_ok=True)
    command = ["bench.ours", str(settings.var)]
    with served(command) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for file in take(browser, host, asked.out, asked.only):
            print(file.relative_to(ROOT) if file.is_relative_to(ROOT) else file, flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

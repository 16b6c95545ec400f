"""Composition root: read settings, prepare and open the data, build the application, serve it.

Longer than other modules: it is the one place that knows all the others.
"""

import gc

# What libraries make while they load stays for good; looking for garbage in it takes a tenth of
# the start. It is set apart below, once and for all, and collecting goes on.
gc.disable()

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

import flask
import waitress
from pydantic_settings import BaseSettings, SettingsConfigDict

from callbacks import packing, register_all
from callbacks.ahead import draw_ahead, draw_for, draw_meanwhile, values_of
from callbacks.api import register as register_api
from callbacks.bundles import Bundles
from callbacks.desk import Desks
from callbacks.documents import Documents
from callbacks.downloads import register as register_downloads
from callbacks.errors import show_error
from callbacks.exports.kinds import OPTIONS
from callbacks.exports.routes import Exporting
from callbacks.exports.routes import register as register_exports
from callbacks.fichas import Fichas
from callbacks.finding import register as register_search
from callbacks.mesa import register as register_mesa
from callbacks.mesas import RECORDS, Mesas
from callbacks.minutes import register as register_minutes
from callbacks.mirador import Mirador
from callbacks.pages import Pages
from callbacks.participation import Kiosk, told
from callbacks.participation import register as register_participation
from callbacks.programmes import register as register_programmes
from callbacks.serve import Maps, serve_bundles, serve_files, serve_values, serve_words
from callbacks.styles import Styles, serve_styles
from geodata.defaults import carried, demo_inputs, kept_demo, kept_published, published_inputs
from geodata.errors import UserFacingError
from geodata.evidence import Evidence
from geodata.export_jobs import ExportJobs
from geodata.jobs import Jobs
from geodata.ledger import Ledger
from geodata.map_file import MapFile
from geodata.memory import spare_memory
from geodata.microdata import write_batches
from geodata.participation import FILE as PARTICIPATION
from geodata.participation import Participation
from geodata.shelf import FileShelf, Shelf
from geodata.snapshot import Workspace, current_folder
from geodata.store import Store
from indicators.demo import SEED, demo_tables, model_key
from indicators.demo.microdata import follow_up, vacancies
from indicators.registry import INDICATORS
from indicators.scopes import local_territories
from layouts.document import index_string

gc.freeze()
gc.enable()

ROOT: Final = Path(__file__).parent
HOST: Final = "127.0.0.1"
BROTLI_LEVEL: Final = 5
"""One more than usual: 7 % fewer bytes of numbers for the same time, measured."""
MAX_MICRODATA_ROWS: Final = 10_000_000
"""Folder of what roundtables record, inside that of the snapshots."""
FOLLOW_UP_INTERVIEWS: Final = 4
"""Interviews of each person who is followed up: at 3, 6, 12 and 24 months."""


class Settings(BaseSettings):
    """Configuration, read from environment variables that start with ``MIRADOR_``."""

    model_config = SettingsConfigDict(env_prefix="MIRADOR_", env_file=".env", frozen=True)

    port: int = 8050
    var: Path = ROOT / "var"
    """Folder of snapshots."""
    data: Path = ROOT / "data"
    home: str = ""
    """Municipality that the map opens on, as a five-digit code."""
    threads: int = 8
    edit: bool = False
    """Accept imports in the browser. Only on this computer: the server listens on loopback."""


def prepare(settings: Settings) -> None:
    """Make sure that both workspaces are there; quick when they already are.

    Raises:
        DataUnavailableError: a file of ``data`` is missing or damaged.
    """
    if not kept_published(settings.var, published_inputs(settings.data)):
        _make_published(settings)
    inputs = demo_inputs(settings.data, model_key(INDICATORS))
    if not kept_demo(settings.var, inputs):
        _say("Preparando el espacio de demostración (solo la primera vez)…")
        _make_demo(settings, inputs)


def _make_published(settings: Settings) -> None:
    from geodata.publish import prepare_published  # noqa: PLC0415 - serving needs no geometry

    prepare_published(settings.var, settings.data)


def _make_demo(settings: Settings, inputs: str) -> None:
    from geodata.publish import publish_demo, published_tables  # noqa: PLC0415 - as above

    real = published_tables(settings.data)
    made = demo_tables(INDICATORS, real["territories"], real["domains"], real["components"])
    publish_demo(
        settings.var, made | {"territories": real["territories"]}, inputs, carried(settings.data)
    )


def _say(sentence: str) -> None:
    """Tell whoever started the program."""
    print(sentence, flush=True)  # noqa: T201 - the reader is at a terminal


def _mesas(desks: Desks, maps: Maps, folder: Path) -> Mesas:
    """Roundtables, with what they record in ``folder``."""
    return Mesas(desks, maps.default, Ledger(folder), Evidence(folder / "evidencias"))


def create_app(settings: Settings, shelf: Shelf) -> Mirador:
    """Build a complete application over the snapshots of ``shelf``. Tests pass small ones."""
    desks = Desks.opening_on(settings.home, shelf, INDICATORS)
    maps = Maps(desks, MapFile.of(settings.data / "geometry"))
    modules = sorted(path.name for path in (ROOT / "assets" / "mirador").glob("*.mjs"))
    values, styles = values_of(desks, ROOT, settings.var), Styles.of(ROOT / "assets")
    participation = Participation(settings.var / PARTICIPATION)
    rounds = partial(told, participation)
    mesas = _mesas(desks, maps, settings.var / RECORDS)
    pages = Pages(desks, maps, values, Fichas(desks), settings.edit, rounds, mesas)
    documents = Documents(pages, styles)
    server = flask.Flask(__name__)
    server.config.update(packing.CONFIG, COMPRESS_BR_LEVEL=BROTLI_LEVEL)
    app = Mirador(
        ROOT,
        documents,
        server=server,
        title="Mirador de Frontera",
        assets_ignore=r".*\.(mjs|css)$",
        index_string=index_string(modules),
        on_error=show_error,
        # Validation in the browser would put all views into every document; tests/wiring does it.
        suppress_callback_exceptions=True,
        health_endpoint="health",
        enable_mcp=False,
        update_title="",
        compress=True,
    )
    packing.close_files(server)
    app.layout = pages.current
    register_all(app, desks)
    serve_files(app.server, maps)
    serve_styles(app.server, styles)
    register_downloads(app.server, pages.found_profile, pages.found_comparison, desks)
    serve_values(app.server, values)
    serve_words(app.server, documents.words)
    serve_bundles(app.server, Bundles(desks, values.version))
    register_search(app.server, desks)
    register_programmes(app.server, desks, rounds)
    register_participation(app.server, Kiosk(participation, desks), editing=settings.edit)
    register_mesa(app.server, mesas, pages.at)
    register_minutes(app.server, mesas, editing=settings.edit)
    register_api(app.server, desks)
    _register_jobs(app.server, settings)
    # Dash prepares its scripts on the first request; two first requests at once break each other.
    app.server.test_client().get("/")
    return app


def _register_jobs(server: flask.Flask, settings: Settings) -> None:
    """Attach what works in processes of its own: exports and, where it is allowed, imports."""
    jobs = ExportJobs(settings.var, ROOT)
    register_exports(server, Exporting(jobs, settings.var, settings.data))
    if settings.edit:
        from callbacks.importing import Importing, register  # noqa: PLC0415 - readers never need it

        register(server, Importing(Jobs(settings.var), Workspace.PUBLISHED, INDICATORS))


def create_server() -> flask.Flask:
    """Entry point for a WSGI server with several workers: ``'app:create_server()'``.

    Each worker reads the same snapshots, which never change. It prepares none of them:
    ``python app.py --prepare`` does it once, before the server starts.

    Raises:
        DataUnavailableError: nothing is prepared, or a file of it is missing or damaged.
    """
    spare_memory()
    settings = Settings()
    current_folder(settings.var, Workspace.PUBLISHED)
    server: flask.Flask = create_app(settings, FileShelf(settings.var)).server
    return server


def _serve(server: flask.Flask, settings: Settings, start: str) -> None:
    """Listen on the loopback address; ``start`` is the view that is announced.

    Raises:
        UserFacingError: the port is taken.
    """
    try:
        listener = waitress.create_server(
            server, host=HOST, port=settings.port, threads=settings.threads, ident=None
        )
    except OSError as error:
        raise UserFacingError(
            f"El puerto {settings.port} ya está en uso. Cierre el otro programa o elija otro: "
            f"MIRADOR_PORT={settings.port + 1} make run"
        ) from error
    _say(f"Mirador de Frontera: http://{HOST}:{settings.port}{start}")
    listener.run()


def main(arguments: Sequence[str] = ()) -> int:
    """Prepare what is missing, then serve on the loopback address until interrupted.

    Args:
        arguments: see ``--help``.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    chosen = _parser().parse_args(arguments)
    spare_memory()
    settings = Settings()
    try:
        if chosen.draw_for:
            draw_for(chosen.draw_for, ROOT, settings.var)
            return 0
        prepare(settings)
        if chosen.microdata:
            _write_microdata(chosen.microdata, chosen.rows, settings)
        elif chosen.export is not None:
            _export(chosen, settings)
        elif chosen.prepare:
            draw_ahead(ROOT, settings.var)
        else:
            app = create_app(settings, FileShelf(settings.var))
            later = [sys.executable, __file__, "--draw-for", str(os.getpid())]
            draw_meanwhile(app.pages.values, later)
            _serve(app.server, settings, f"/?espacio={Workspace.DEMO}" if chosen.demo else "")
    except UserFacingError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the reader is at a terminal
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="Mirador de Frontera")
    parser.add_argument("--demo", action="store_true", help="anuncia el espacio de demostración")
    parser.add_argument(
        "--prepare", action="store_true", help="prepara los datos que falten y termina"
    )
    parser.add_argument("--draw-for", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument(
        "--microdata", type=Path, metavar="CARPETA", help="escribe microdatos sintéticos y termina"
    )
    parser.add_argument(
        "--rows", type=int, default=100_000, help="vacantes que se escriben, hasta 10.000.000"
    )
    for name, words in OPTIONS.items():
        parser.add_argument(f"--{name}", help=words)
    return parser


def _export(chosen: argparse.Namespace, settings: Settings) -> None:
    """Make one file.

    Raises:
        UserFacingError: one sentence on what is wrong with the order.
    """
    from callbacks.exports.command import Order, export  # noqa: PLC0415 - serving draws nothing

    order = Order(chosen.export, chosen.territory or "", chosen.out or "", chosen.query or "")
    _say(f"Escrito {export(order, settings.var, settings.data)}")


def _write_microdata(folder: Path, rows: int, settings: Settings) -> None:
    """Write synthetic vacancies and follow-up interviews as Parquet.

    Raises:
        UserFacingError: too many rows, or none.
    """
    if not 0 < rows <= MAX_MICRODATA_ROWS:
        raise UserFacingError("Pida entre 1 y 10.000.000 de vacantes con --rows.")
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(settings.var, Workspace.DEMO)
    codes = local_territories(store.territories).index.tolist()
    written = write_batches(folder / "vacantes.parquet", vacancies(rows, codes, SEED))
    people = max(1, rows // FOLLOW_UP_INTERVIEWS)
    interviews = write_batches(folder / "seguimiento.parquet", follow_up(people, codes, SEED))
    _say(f"Escritas {written} vacantes y {interviews} entrevistas sintéticas en {folder}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The kit for a meeting without a network: a folder of pages and figures, as one ZIP."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from callbacks.downloads import CODE, as_csv
from callbacks.exports.batch import Heard
from callbacks.exports.maker import ExportError, Made, Maker, Subject
from callbacks.exports.roundtable import roundtable
from callbacks.rows import table_of
from geodata.exports.archive import as_zip
from geodata.exports.geographic import as_geopackage
from layouts import map_rows
from layouts.drawing import picture
from layouts.ficha.row import COLUMNS
from layouts.ficha.rows import ficha_rows
from layouts.kit.pages import MAPS, SHOW, START, KitMap, ficha_page, maps_page, start_page
from layouts.kit.standalone import standalone
from layouts.mesa.scenes import all_shown
from layouts.mesa.show import show_document
from layouts.mesa.view import MesaView
from layouts.place import municipality
from layouts.profile import Profile
from layouts.text import in_language
from layouts.text.kit_words import KIT_WORDS

ALWAYS: Final = (
    *("migrantes_por_mil", "poblacion_migrante_venezolana", "unidades_productivas"),
    *("vacantes_por_mil", "tasa_desocupacion", "tasa_informalidad"),
)
"""Maps of every kit, beside those of its running order."""
LARGEST: Final = 5_000_000
"""Bytes of one page: an old laptop opens it from a slow stick in seconds."""
BYTES_PER_MB: Final = 1_000_000
DATA: Final = "datos"
SHAPES: Final = "mapa.gpkg"
ASSETS: Final = Path(__file__).parents[2] / "assets"

Profiles = Mapping[str, Profile]
"""Places of a kit by their code in names of files."""


def kit(maker: Maker, path: str, query: str, heard: Heard) -> Made:
    """The kit of an address.

    Args:
        maker: makes what the kit holds.
        path: address of a place, or that of a roundtable.
        query: what was chosen; without a running order the proposed one is taken.
        heard: told how far it is; may raise to stop.

    Raises:
        ExportError: the address names no place, or a page would be too large.
    """
    subject = maker.subject(path, query)
    view = roundtable(maker, subject)
    maps = list(_maps(maker, subject, view, heard))
    profiles = _profiles(maker, subject, view)
    texts = _pages(view, maps, profiles) | _data(maps, profiles)
    files = {name: text.encode() for name, text in texts.items()}
    files |= {one.file: one.picture for one in maps}
    files[f"{DATA}/{SHAPES}"] = _shapes(maker, subject, view)
    name = f"maletin-{subject.code}-{view.snapshot}"
    _refuse_large(files, subject)
    return Made(as_zip(name, files), f"{name}.zip")


def _pages(view: MesaView, maps: Sequence[KitMap], profiles: Profiles) -> dict[str, str]:
    fichas = {f"ficha-{code}.html": profile.name for code, profile in profiles.items()}
    named = [*(f"mapa-{one.key}.csv" for one in maps), *(f"ficha-{c}.csv" for c in profiles)]
    data = [f"{DATA}/{name}" for name in (*named, SHAPES)]
    documents = {
        START: start_page(view, fichas, data),
        SHOW: show_document(all_shown(view, view.order), view, START),
        MAPS: maps_page(maps, view),
        **{f"ficha-{code}.html": ficha_page(one, view) for code, one in profiles.items()},
    }
    return {name: standalone(document, _text) for name, document in documents.items()}


def _text(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _data(maps: Sequence[KitMap], profiles: Profiles) -> dict[str, str]:
    """The figures of every map and ficha, as their own downloads have them."""
    drawn = {f"{DATA}/mapa-{one.key}.csv": as_csv(map_rows.COLUMNS, one.rows) for one in maps}
    fichas = {
        f"{DATA}/ficha-{code}.csv": as_csv(COLUMNS, ficha_rows(profile))
        for code, profile in profiles.items()
    }
    return drawn | fichas


def _shapes(maker: Maker, subject: Subject, view: MesaView) -> bytes:
    """The lines of the territories with the figures of the first map, for a map program."""
    selection = replace(subject.selection, indicador=_keys(view)[0], periodo="", tabla="")
    sheet = table_of(selection, maker.desks).sheet()
    return as_geopackage(sheet, subject.desk.store.shapes, CODE)


def _profiles(maker: Maker, subject: Subject, view: MesaView) -> dict[str, Profile]:
    """The municipalities that the kit is about, else the department or the border."""
    if not view.chosen:
        return {subject.code: maker.profile(subject)}
    return {code: replace(maker.profile(subject), place=municipality(code)) for code in view.chosen}


def _keys(view: MesaView) -> list[str]:
    """Indicators with a map in the kit: those of the order first."""
    ordered = [scene.get("indicador") for scene in view.order.scenes if scene.kind == "mapa"]
    known = [key for key in (*ordered, *ALWAYS) if key in view.map.indicators]
    return list(dict.fromkeys(known))


def _maps(maker: Maker, subject: Subject, view: MesaView, heard: Heard) -> Iterator[KitMap]:
    language, keys = view.texts.language, _keys(view)
    for done, key in enumerate(keys):
        heard(done, len(keys))
        rows = list(_rows(maker, subject, key))
        if not rows:
            continue
        indicator = view.map.indicators[key]
        drawing = maker.drawing(replace(subject.selection, indicador=key, periodo=""), subject)
        yield KitMap(
            key=key,
            title=in_language(indicator.title, language),
            picture=picture.as_png(drawing),
            alternative=drawing.alternative,
            rows=rows,
            unit=in_language(indicator.unit.symbol, language).strip(),
            decimals=indicator.decimals,
        )


def _rows(maker: Maker, subject: Subject, key: str) -> Iterator[dict[str, str]]:
    selection = replace(subject.selection, indicador=key, periodo="")
    return map_rows.map_rows(maker.desks.view(selection), "")


def _refuse_large(files: Mapping[str, bytes], subject: Subject) -> None:
    words = KIT_WORDS[subject.selection.idioma]
    for name, body in files.items():
        if len(body) > LARGEST:
            raise ExportError(words.too_large.format(name=name, limit=LARGEST // BYTES_PER_MB))

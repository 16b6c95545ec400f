"""The scenes that are words and tables; ``SCENES`` makes each kind of the running order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pandas as pd

from geodata.schema import SECTIONS
from indicators import cube
from indicators.gaps.items import ITEMS
from indicators.states import State
from layouts.ficha.headlines import headlines
from layouts.ficha.row import Row
from layouts.format import numbers
from layouts.gap_matrix import shade, signed
from layouts.gap_sectors import SHOWN_TERMS
from layouts.gap_sources import origins
from layouts.gap_view import AXES
from layouts.mesa.commitment_scene import commitment_scene
from layouts.mesa.map_scene import map_scene
from layouts.mesa.order import Order, Scene
from layouts.mesa.programme_scene import programme_scene
from layouts.mesa.shown import Cell, Grid, Shown
from layouts.mesa.view import MesaView
from layouts.profile import Profile
from layouts.text import in_language

MOST_COLUMNS: Final = 4
MOST_SECTORS: Final = 5
POSTS: Final = "places"


def cover(scene: Scene, view: MesaView) -> Shown:
    """The first scene: who meets about what, with which figures."""
    words = view.words
    lines = (scene.get("texto"), words.cover_frozen.format(day=view.cut_off))
    return Shown(
        kind=scene.kind,
        title=scene.get("titulo") or words.cover_title.format(view.place),
        lines=tuple(line for line in lines if line),
        sources=(words.each_scene,),
        filters=(view.place,),
        notes=scene.get("nota"),
    )


def own_text(scene: Scene, view: MesaView) -> Shown:
    """A text of whoever presents, said to be one."""
    return Shown(
        kind=scene.kind,
        title=scene.get("titulo") or view.words.kinds["texto"],
        lines=tuple(line for line in scene.get("texto").split("\n") if line),
        sources=(view.words.own_words,),
        filters=(view.place,),
        notes=scene.get("nota"),
    )


def gaps(scene: Scene, view: MesaView) -> Shown:
    """Axes by municipality: those chosen, or those with the largest gaps."""
    codes = _compared(scene, view)
    ids = _gap_sources(codes, view)
    return Shown(
        kind=scene.kind,
        title=view.words.kinds["brechas"],
        lines=tuple(_gap_words(codes, view)),
        kick=view.place,
        grid=_gap_grid(codes, view) if codes else None,
        sources=view.publishers(ids),
        publications=view.publications(ids),
        filters=(view.scope, view.words.up_to.format(view.gaps.year)),
        notes=scene.get("nota"),
    )


def _compared(scene: Scene, view: MesaView) -> list[str]:
    """At most as many municipalities as a room can read, the largest gaps first."""
    matrix = view.gaps.matrix
    known = [str(code) for code in view.gaps.order if matrix.axes.loc[code].notna().any()]
    asked = {scene.get("municipio")} - {""} or set(view.chosen)
    return [code for code in known if not asked or code in asked][:MOST_COLUMNS]


def _gap_words(codes: list[str], view: MesaView) -> list[str]:
    words, gap_words = view.words, view.gaps.words
    if not codes:
        return [gap_words.lacking_lead]
    known = int(view.gaps.matrix.total.notna().sum())
    whole = (
        []
        if view.chosen
        else [words.largest_gaps.format(n=len(codes), of=numbers(view.texts)(known))]
    )
    return [*whole, words.gap_unit]


def _gap_grid(codes: list[str], view: MesaView) -> Grid:
    names = [view.engine.name(code) for code in codes]
    head = (view.texts.axis, *names)
    total = (view.gaps.words.total, view.gaps.matrix.total)
    axes = [(view.texts.axes[axis], view.gaps.matrix.axes[axis]) for axis in AXES]
    rows = [(Cell(name), *(_gap(column[code], view) for code in codes))
            for name, column in (total, *axes)]  # fmt: skip
    return Grid(head, tuple(rows))


def _gap(gap: float, view: MesaView) -> Cell:
    if pd.isna(gap):
        return Cell(view.gaps.words.none, "none")
    return Cell(signed(gap, view.gaps), f"number {shade(gap)}")


def _gap_sources(codes: list[str], view: MesaView) -> list[str]:
    if not codes:
        return []
    index, year = pd.Index(codes), view.gaps.year
    items = [item for inside in ITEMS.values() for item in inside]
    found = [view.engine.at(i, cube.Cell.of(i), index, year).source_ids for i in items]
    counted = pd.Series([one for ids in found for one in ids], dtype=str).value_counts()
    return [str(one) for one in counted.index]


def sectors(scene: Scene, view: MesaView) -> Shown:
    """The sectors of a municipality that lack most training places, in people."""
    code = scene.get("municipio") or next(iter(view.chosen), "") or view.gaps.code
    gap_view = view.gaps_of(code)
    known = [s for s in SECTIONS if gap_view.code and _state(s, view, code) is not State.NO_DATA]
    ids = [one for term in SHOWN_TERMS for one, _ in origins(term, gap_view)] if known else []
    return Shown(
        kind=scene.kind,
        title=view.words.kinds["sectores"],
        lines=(view.words.sector_unit if known else view.words.no_sectors,),
        kick=view.engine.name(code) if code else view.place,
        grid=_sector_grid(known, view, code) if known else None,
        sources=view.publishers(ids),
        publications=view.publications(ids),
        filters=(view.engine.name(code) if code else view.scope,
                 view.words.up_to.format(gap_view.year)),
        notes=scene.get("nota"),
    )  # fmt: skip


def _state(section: str, view: MesaView, code: str) -> State:
    return view.gaps_of(code).sectors.state(code, section, POSTS)


def _sector_grid(known: list[str], view: MesaView, code: str) -> Grid:
    table = view.gaps_of(code).sectors
    low, high = (table.gaps[f"{POSTS}_{end}"][code] for end in ("low", "high"))
    middle = ((low + high) / 2).reindex(known).sort_values(ascending=False)
    language = view.texts.language
    rows = [
        (Cell(view.texts.sections[s]), Cell(in_language(table.sentence(code, s), language)))
        for s in map(str, middle.index[:MOST_SECTORS])
    ]
    return Grid((view.gaps.words.sector, view.gaps.words.terms["gap"]), tuple(rows))


def ficha(scene: Scene, view: MesaView) -> Shown:
    """The sentences of a place; where none is sure, that is said."""
    profile = view.profile(scene.get("municipio") or next(iter(view.chosen), ""))
    told = headlines(profile)
    rows = [row for one in told for row in one.rows]
    return Shown(
        kind=scene.kind,
        title=profile.name,
        lines=tuple(one.sentence for one in told) or (_nothing(profile),),
        kick=profile.words.kinds[profile.place.kind],
        sources=_editors(rows),
        publications=tuple(dict.fromkeys(filter(None, map(_publication, rows)))),
        filters=(profile.name,),
        notes=scene.get("nota"),
    )


def _editors(rows: Sequence[Row]) -> tuple[str, ...]:
    """Who published the figures of some lines, each once."""
    named = (name for row in rows for name in row["editor"].split("; "))
    return tuple(dict.fromkeys(filter(None, named)))


def _nothing(profile: Profile) -> str:
    return profile.view.texts.lead_none.format(place=profile.name)


def _publication(row: Row) -> str:
    return ". ".join(part for part in (row["editor"], row["titulo"]) if part)


Make = Callable[[Scene, MesaView], Shown]
SCENES: Final[Mapping[str, Make]] = {
    "portada": cover,
    "mapa": map_scene,
    "brechas": gaps,
    "sectores": sectors,
    "ficha": ficha,
    "programas": programme_scene,
    "compromisos": commitment_scene,
    "texto": own_text,
}


def all_shown(view: MesaView, order: Order) -> list[Shown]:
    """Every scene of an order, in its order."""
    return [SCENES[scene.kind](scene, view) for scene in order.scenes]

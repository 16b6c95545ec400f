"""The scene of a map: an indicator with its layers, its sentence and its legend with counts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from geodata.schema import TOTAL, Level
from indicators.evaluate import Result
from indicators.states import State
from layouts.mesa.drawing import Box, Drawn, Mark, marks_of
from layouts.mesa.order import Scene
from layouts.mesa.shades import COUNT_FILL, STATE_FILL, palette, shades, tally, year_index
from layouts.mesa.shown import Key, MapPicture, Shown
from layouts.mesa.view import MesaView
from layouts.payload import Question, finest, payload
from layouts.points import map_points
from layouts.slice import LAYER_INDICATORS, MapView, layer, units_are_points
from layouts.slice import scene as map_scene_facts

DEFAULT_INDICATOR: Final = "migrantes_por_mil"
SIGNS: Final = {"centro_integrate": "▲", "punto_orientacion": "●"}
UNIT_RADIUS: Final = 3.0
MOST_IMPORTANT: Final = 14
"""Most populated municipalities that are named where there is room, beside those chosen."""
EDGES: Final = {State.EARLIER: "earlier", State.UNRELIABLE: "unreliable"}


def map_scene(scene: Scene, view: MesaView) -> Shown:
    """The map that a scene asks for, in its year or the newest."""
    asked = asked_map(scene, view)
    fill = payload(asked.question, asked.engine, asked.texts)
    index = year_index(fill["years"], scene.get("periodo"))
    told = fill["answers"][index] if index >= 0 else fill["none"]
    ids = result_of(asked, fill["years"][index]).source_ids if index >= 0 else []
    return Shown(
        kind=scene.kind,
        title=_title(fill, index),
        lines=(told,),
        kick=" · ".join(part for part in (view.place, _heading(fill, view)) if part),
        picture=MapPicture(_drawn(scene, view, fill, index), tuple(_keys(fill, index, asked))),
        sources=view.publishers(ids),
        publications=view.publications(ids),
        filters=tuple(_filters(fill, index, view)),
        notes=scene.get("nota"),
    )  # fmt: skip


def asked_map(scene: Scene, view: MesaView) -> MapView:
    """The state of the map that a scene asks for."""
    indicator = view.map.indicators[scene.get("indicador") or DEFAULT_INDICATOR]
    layers = tuple(filter(None, scene.get("capas").split("-")))
    sex, sector = scene.get("sexo") or TOTAL, scene.get("sector") or TOTAL
    base = replace(view.map, layers=layers, sex=sex, sector=sector)
    old = base.question
    question = Question(indicator, old.cell, old.scope, old.department)
    cell = replace(base.cell_of(indicator), population_group=indicator.own_group)
    return replace(base, question=replace(question, cell=cell))


def result_of(asked: MapView, year: int) -> Result:
    """What the map shows in a year."""
    return finest(asked.question, asked.engine)[0].at(year)


def _title(fill: Mapping[str, Any], index: int) -> str:
    year = f" · {fill['years'][index]}" if index >= 0 else ""
    return f"{fill['title']}{year}"


def _heading(fill: Mapping[str, Any], view: MesaView) -> str:
    by = view.texts.by_department if fill["level"] == Level.DEPARTMENT else ""
    return " · ".join(part for part in (fill["heading"], by) if part)


def _filters(fill: Mapping[str, Any], index: int, view: MesaView) -> Iterator[str]:
    yield view.scope
    if fill["heading"]:
        yield fill["heading"]
    if index >= 0:
        yield str(fill["years"][index])


def _drawn(scene: Scene, view: MesaView, fill: Mapping[str, Any], index: int) -> Drawn:
    asked, facts = asked_map(scene, view), map_scene_facts(asked_map(scene, view))
    order = [*view.chosen, *facts["important"][:MOST_IMPORTANT]]
    near = bool(scene.get("cerca") and view.chosen)
    return Drawn(
        shades=shades(fill, index),
        scope=frozenset(facts["scope"]) | frozenset(view.chosen),
        chosen=view.chosen,
        names={code: asked.engine.name(code) for code in dict.fromkeys(order)},
        box=_around(view) if near else _box(asked.bounds),
        title=f"{fill['title']}. {view.place}",
        marks=tuple(_marks(asked, fill, index, view)),
        small_maps=view.words.small_maps,
    )


def _box(bounds: list[list[float]]) -> Box:
    (south, west), (north, east) = bounds
    return (west, south, east, north)


def _around(view: MesaView) -> Box:
    """The municipalities chosen with as much again around them."""
    box = _box(view.engine.ground.bounds(list(view.chosen)))
    wide, high = box[2] - box[0], box[3] - box[1]
    return (box[0] - wide / 2, box[1] - high / 2, box[2] + wide / 2, box[3] + high / 2)


def _marks(asked: MapView, fill: Mapping[str, Any], index: int, view: MesaView) -> Iterator[Mark]:
    """Circles of counts and layers, then points."""
    if fill["count"]:
        yield from marks_of(fill, index, view.outlines, "principal")
    for name in asked.layers:
        points = name == "unidades" and units_are_points(asked)
        if name in LAYER_INDICATORS and not points:
            circles = layer(name, asked)
            yield from marks_of(circles, len(circles["years"]) - 1, view.outlines, name)
    yield from _points(asked)


def _points(asked: MapView) -> Iterator[Mark]:
    found = map_points(asked)
    units = found["units"]
    if units and units_are_points(asked):
        rows = zip(units["lon"], units["lat"], units["sector"], strict=True)
        yield from (Mark((lon, lat), "unit", UNIT_RADIUS) for lon, lat, section in rows
                    if asked.sector in (TOTAL, section))  # fmt: skip
    for centre in found["centres"]:
        lon, lat = centre["geometry"]["coordinates"]
        facts = centre["properties"]
        sign = SIGNS.get(facts["kind"], "●")
        yield Mark((lon, lat), f"centre mark-{facts['status']}", sign=sign)


def _keys(fill: Mapping[str, Any], index: int, asked: MapView) -> Iterator[Key]:
    """Classes and states with their counts, as the legend of the screen has them; then layers."""
    classes, states = tally(shades(fill, index), len(fill["labels"]))
    if any(classes):
        kind = "circle" if fill["count"] else ""
        fills = [COUNT_FILL] * len(classes) if fill["count"] else palette(fill)
        for i, (colour, label, n) in enumerate(zip(fills, fill["labels"], classes, strict=True)):
            yield Key(colour, label, str(n), kind, level=i + 1, levels=len(classes))
    for state, n in states.items():
        if state is not State.VALUE and n:
            words = asked.texts.states[state]
            yield Key(STATE_FILL.get(state, "var(--card)"), words, str(n), EDGES.get(state, ""))
    for name in asked.layers:
        yield Key(name, _layer_words(name, asked), "", "layer")


def _layer_words(name: str, asked: MapView) -> str:
    """A layer by its name and, for circles, what they count."""
    if name not in LAYER_INDICATORS or (name == "unidades" and units_are_points(asked)):
        return asked.texts.layer_names[name]
    made = layer(name, asked)
    words = str(made["words"]).rstrip(".")
    return f"{words}, {made['years'][-1]}" if made["years"] else words

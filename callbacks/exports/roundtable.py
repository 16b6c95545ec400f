"""A running order as slides and on paper, in the words and numbers of its show."""

from collections.abc import Callable
from dataclasses import replace

from callbacks.exports.maker import Made, Maker, Subject
from callbacks.mesas import read_order
from callbacks.state import Selection
from geodata.exports.pdf import as_pdf
from geodata.exports.pptx import as_pptx
from layouts.drawing import picture
from layouts.mesa.map_scene import DEFAULT_INDICATOR
from layouts.mesa.order import Scene, proposed
from layouts.mesa.printed import printed
from layouts.mesa.scenes import SCENES
from layouts.mesa.slides import deck_of
from layouts.mesa.view import MesaView
from layouts.paper import FACES
from layouts.slides import Deck, Picture

Draw = Callable[[Selection], Picture]


def roundtable(maker: Maker, subject: Subject) -> MesaView:
    """The roundtable of an address, about the place that it names; the proposed order if empty."""
    selection = subject.selection
    place = subject.asked.place
    if not selection.seleccion and place is not None and not place.many:
        selection = replace(selection, municipio=place.code)
    parsed = replace(subject.parsed, selection=selection)
    view = maker.mesas.view(parsed)
    if view.order.scenes:
        return view
    offered = replace(parsed, selection=replace(selection, guion=proposed(view.chosen)))
    return replace(view, order=read_order(offered, subject.desk))


def slides(maker: Maker, path: str, query: str) -> Made:
    """The running order of an address as a presentation that can be edited.

    Raises:
        ExportError: the address names no place, or a snapshot that is gone.
    """
    subject = maker.subject(path, query)
    deck = _deck(maker, subject)
    return Made(as_pptx(deck), f"mesa-{subject.code}.pptx")


def on_paper(maker: Maker, path: str, query: str) -> Made:
    """The same, a scene on each page.

    Raises:
        ExportError: as ``slides``.
        PaperError: the machine lacks what sets type.
    """
    subject = maker.subject(path, query)
    return Made(as_pdf(printed(_deck(maker, subject)), (1.0,), FACES), f"mesa-{subject.code}.pdf")


def _deck(maker: Maker, subject: Subject) -> Deck:
    view = roundtable(maker, subject)
    scenes = view.order.scenes
    shown = [SCENES[scene.kind](scene, view) for scene in scenes]
    of = {id(one): scene for one, scene in zip(shown, scenes, strict=True)}

    def draw(selection: Selection) -> Picture:
        drawing = maker.drawing(selection, subject)
        return Picture(picture.as_png(drawing, picture.SLIDE), drawing.alternative)

    return deck_of(shown, view, lambda one: draw(map_of(of[id(one)], subject.selection)))


def map_of(scene: Scene, selection: Selection) -> Selection:
    """The map that a scene shows, as the choice of a view."""
    return replace(
        selection,
        indicador=scene.get("indicador") or DEFAULT_INDICATOR,
        capas=tuple(filter(None, scene.get("capas").split("-"))),
        periodo=scene.get("periodo"),
        sector=scene.get("sector") or Selection().sector,
        sexo=scene.get("sexo") or Selection().sexo,
        segundo="",
        medida="",
    )

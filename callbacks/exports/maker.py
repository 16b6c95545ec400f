"""Makes a file of a view: the kind of file, and the address of the view, are all that it needs."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from callbacks.desk import Desk, Desks
from callbacks.exports.kinds import Kind
from callbacks.fichas import ADDRESS, Asked, Fichas
from callbacks.mesas import RECORDS, Mesas
from callbacks.state import Parsed, Selection
from geodata.errors import UserFacingError
from geodata.exports.pdf import as_pdf
from geodata.exports.pptx import as_pptx
from geodata.ledger import Ledger
from geodata.map_file import MapFile
from geodata.shelf import FileShelf
from indicators.registry import INDICATORS
from indicators.scopes import NATIONAL
from layouts import paper
from layouts.deck.territory import territory_deck
from layouts.drawing import picture
from layouts.drawing.geography import Geography
from layouts.drawing.plan import Extras, MapDrawing
from layouts.place import PlaceKind
from layouts.profile import Profile
from layouts.slides import Picture
from layouts.text import catalogue
from layouts.text.export_words import EXPORT_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DECK_LAYERS: Final = ("centros",)
"""Over the map of a deck: circles would hide the municipality that it is about."""


class ExportError(UserFacingError):
    """A file cannot be made of what was asked for."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its content, and its name with the ending that says what it is."""

    body: bytes
    name: str

    @property
    def ending(self) -> str:
        """Its kind; see ``callbacks.exports.kinds``."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a file is about: a valid choice and, for all but maps, a place."""

    parsed: Parsed
    desk: Desk
    asked: Asked

    @property
    def selection(self) -> Selection:
        """The choice."""
        return self.parsed.selection

    @property
    def code(self) -> str:
        """Code of the place in names of files."""
        place = self.asked.place
        return place.code if place is not None and place.code else "frontera"

    @property
    def watermark(self) -> str:
        """What says that figures are synthetic; empty for published ones."""
        return catalogue(self.selection.idioma).watermark if self.desk.store.is_demo else ""


@dataclass(frozen=True)
class Maker:
    """Makes files from the snapshots of a server."""

    desks: Desks
    fichas: Fichas
    default_map: MapFile
    mesas: Mesas
    _geographies: dict[str, Geography] = field(default_factory=dict, repr=False)

    @classmethod
    def over(cls, var: Path, data: Path) -> Self:
        """A maker over the folder of snapshots ``var``; ``data`` is what the project ships."""
        desks = Desks(FileShelf(var), INDICATORS)
        default = MapFile.of(data / "geometry")
        mesas = Mesas(desks, default, Ledger(var / RECORDS))
        return cls(desks, Fichas(desks), default, mesas)

    def make(self, kind: Kind, path: str, query: str) -> Made:
        """The file of an address.

        Raises:
            ExportError: the address names no place, or asks for what does not exist.
        """
        subject = self.subject(path, query)
        makers: Mapping[Kind, Callable[[], Made]] = {
            Kind.PPTX: lambda: self._deck(subject),
            Kind.FICHA: lambda: self.sheet(subject),
            Kind.PDF: lambda: self._document(subject),
            Kind.PNG: lambda: self._map(path, subject, Kind.PNG),
            Kind.SVG: lambda: self._map(path, subject, Kind.SVG),
        }
        return makers[kind]()

    def subject(self, path: str, query: str) -> Subject:
        """What an address is about; of a map, the municipality, department or border chosen."""
        parsed = self.desks.parse(query)
        place = path.rstrip("/") if ADDRESS.fullmatch(path.rstrip("/")) else _place_of(parsed)
        asked = self.fichas.asked(place, query)
        if asked is None or asked.place is None:
            words = EXPORT_WORDS[parsed.selection.idioma]
            raise ExportError(words.no_place.format(place.rpartition("/")[2][:40]))
        _refuse_dropped(asked.parsed)
        return Subject(asked.parsed, self.desks.of(asked.parsed.selection), asked)

    def profile(self, subject: Subject) -> Profile:
        """The place as its page knows it."""
        found = self.fichas.profile(subject.asked, catalogue(subject.selection.idioma))
        if found is None:
            raise ExportError(EXPORT_WORDS[subject.selection.idioma].no_place.format(""))
        return found

    def _deck(self, subject: Subject) -> Made:
        profile = self.profile(subject)
        drawing = self.drawing(self._framed(subject), subject)
        deck = territory_deck(profile, drawing, picture.as_png(drawing, picture.SLIDE))
        return Made(as_pptx(deck), f"presentacion-{profile.place.code}.pptx")

    def sheet(self, subject: Subject) -> Made:
        """The ficha of a place on one sheet."""
        profile = self.profile(subject)
        made = paper.sheet(profile, subject.watermark)
        return Made(set_on_paper(made), f"{profile.place.file}.pdf")

    def _document(self, subject: Subject) -> Made:
        profile = self.profile(subject)
        drawing = self.drawing(self._framed(subject), subject)
        shown = Picture(picture.as_png(drawing, picture.PAPER), drawing.alternative)
        caption = f"{drawing.title}. {drawing.source} {drawing.boundaries}."
        made = paper.document(profile, shown, caption, subject.watermark)
        return Made(set_on_paper(made), f"{profile.place.file}-completa.pdf")

    def _map(self, path: str, subject: Subject, kind: Kind) -> Made:
        """The map of a view as it is or, of a ficha, the one around its place."""
        own = ADDRESS.fullmatch(path.rstrip("/"))
        selection = self._framed(subject) if own else subject.selection
        whole = self.desks.parse(selection.to_url()).selection
        drawing = self.drawing(whole, subject)
        make = picture.as_png if kind is Kind.PNG else picture.as_svg
        return Made(make(drawing), f"mapa-{selection.indicador}.{kind}")

    def _framed(self, subject: Subject) -> Selection:
        """The selection whose map shows a place and what is around it."""
        selection, place = subject.selection, subject.asked.place
        if place is None or place.kind is PlaceKind.BORDER:
            return replace(selection, capas=DECK_LAYERS)
        department = place.code[:2]
        inside = subject.desk.engine.codes(selection.ambito, department)
        scope = selection.ambito if place.members[0] in inside else NATIONAL
        chosen = "" if place.many else place.code
        return replace(selection, ambito=scope, departamento=department, municipio=chosen,
                       capas=DECK_LAYERS)  # fmt: skip

    def drawing(self, selection: Selection, subject: Subject) -> MapDrawing:
        """The map of a selection, for a picture."""
        second = replace(selection, indicador=selection.segundo) if selection.segundo else None
        extras = Extras(
            period=selection.periodo,
            measure=selection.medida,
            second=self.desks.view(second) if second else None,
            selected=selection.municipio,
        )
        geography = self._geography(subject.desk)
        return MapDrawing.of(self.desks.view(selection), extras, geography, subject.watermark)

    def _geography(self, desk: Desk) -> Geography:
        """The map of a snapshot, decoded once."""
        drawn = desk.map or self.default_map
        if drawn.name not in self._geographies:
            self._geographies[drawn.name] = Geography.read(drawn.gzipped)
        return self._geographies[drawn.name]


def set_on_paper(made: paper.Paper) -> bytes:
    """A document as PDF."""
    return as_pdf(made.markup, made.sizes, paper.FACES, made.most_pages)


def _place_of(parsed: Parsed) -> str:
    """Address of the ficha of what a map looks at."""
    selection = parsed.selection
    if selection.municipio:
        return f"/{PlaceKind.MUNICIPALITY}/{selection.municipio}"
    if selection.departamento:
        return f"/{PlaceKind.DEPARTMENT}/{selection.departamento}"
    return f"/{PlaceKind.BORDER}"


def _refuse_dropped(parsed: Parsed) -> None:
    """A file of something else than was asked for is never made: it would be carried along."""
    if not parsed.dropped:
        return
    words = EXPORT_WORDS[parsed.selection.idioma]
    name, value = parsed.dropped[0]
    sentence = words.no_snapshot if name == "corte" else words.not_understood
    raise ExportError(sentence.format(name=name, value=value))

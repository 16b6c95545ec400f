"""What a map picture shows, before anything is drawn: numbers, words and layers of one view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from geodata.schema import TOTAL
from indicators.scopes import SCOPES
from layouts.drawing.geography import Geography
from layouts.drawing.shown import TIMES, Shown, shown
from layouts.format import numbers, plain
from layouts.payload import payload
from layouts.points import map_points
from layouts.slice import MapView, map_slice
from layouts.slides import source_line
from layouts.text import in_language
from layouts.text.export_words import EXPORT_WORDS, ExportWords


@dataclass(frozen=True, slots=True)
class Extras:
    """What an address adds to the view of a map: see ``callbacks.state.Selection``.

    Attributes:
        second: the view of the indicator that it is crossed with.
    """

    period: str = ""
    measure: str = ""
    second: MapView | None = None
    selected: str = ""


@dataclass(frozen=True)
class MapDrawing:
    """A map with everything that is written around it.

    Attributes:
        slice: what the browser gets for the same view (``layouts.slice.map_slice``).
        points: what it gets for the layers of points.
    """

    view: MapView
    extras: Extras
    geography: Geography
    slice: Mapping[str, Any]
    points: Mapping[str, Any]
    shown: Shown
    watermark: str

    @classmethod
    def of(cls, view: MapView, extras: Extras, geography: Geography, watermark: str = "") -> Self:
        """Prepare the drawing of a view; ``watermark`` is for synthetic figures."""
        answer = map_slice(view)
        crossed = extras.second
        second = payload(crossed.question, view.engine, view.texts) if crossed else None
        seen = shown(answer["fill"], second, extras.period, extras.measure, view.texts)
        return cls(view, extras, geography, answer, map_points(view), seen, watermark)

    @property
    def words(self) -> ExportWords:
        """Sentences of exports."""
        return EXPORT_WORDS[self.view.texts.language]

    @cached_property
    def scope(self) -> frozenset[str]:
        """Territories that are coloured; the others are grey."""
        return frozenset(self.slice["scope"])

    @property
    def by_department(self) -> bool:
        """Whether the figures are of whole departments."""
        return bool(self.shown.fill["level"] == "departamento")

    @property
    def title(self) -> str:
        """Indicator and year."""
        fill, texts = self.shown.fill, self.view.texts
        year = f" · {self.shown.year}" if self.shown.year else ""
        level = f" {texts.by_department}" if self.by_department else ""
        if self.shown.second is None:
            return f"{fill['title']}{year}{level}"
        other, index = self.shown.second
        of_other = "" if index is None else f" · {other['years'][index]}"
        return f"{fill['title']}{year} {TIMES} {other['title']}{of_other}{level}"

    @property
    def place(self) -> str:
        """Scope, and the department that it is limited to."""
        question, engine = self.view.question, self.view.engine
        scope = in_language(SCOPES[question.scope].title, self.view.texts.language)
        return f"{scope} · {engine.name(question.department)}" if question.department else scope

    @property
    def filters(self) -> list[str]:
        """What the figures are limited to, in words."""
        heading = str(self.shown.fill["heading"])
        sector = self.view.sector
        layered = sector != TOTAL and self.view.texts.sections[sector] not in heading
        return [
            self.place,
            *([heading] if heading else []),
            *([f"{sector} · {self.view.texts.sections[sector]}"] if layered else []),
        ]

    @property
    def answer(self) -> str:
        """The sentence that the map opens with."""
        index, fill = self.shown.index, self.slice["fill"]
        return plain(str(fill["none"] if index is None else fill["answers"][index]))

    @property
    def notes(self) -> list[str]:
        """What the reader must know: filters not followed to the letter, and what is not shown."""
        return [*self.slice["notes"], *([self.shown.said] if self.shown.said else [])]

    @property
    def sources(self) -> list[str]:
        """Publications behind the figures of the year, the most used first."""
        known = _of_year(self.shown.fill, self.shown.index)
        if self.shown.second is not None:
            known += _of_year(*self.shown.second)
        return known

    @property
    def source(self) -> str:
        """The line that begins with ``Fuente``."""
        return source_line(
            self.sources, self.filters, str(self.shown.year or ""),
            str(self.slice["snapshot"]), self.view.texts.language,
        )  # fmt: skip

    @property
    def boundaries(self) -> str:
        """Who published the lines of the map."""
        return self.view.texts.attribution

    @property
    def alternative(self) -> str:
        """The map in words, for who does not see it."""
        known = [entry for entry in self.shown.entries if entry.value is not None]
        first = sorted(known, key=lambda entry: (-(entry.value or 0.0), entry.code))[:3]
        write = numbers(self.view.texts)
        decimals, unit = self.shown.fill["decimals"], self.shown.fill["unit"]
        told = "; ".join(
            f"{self.name(entry.code)}: {write(entry.value or 0.0, decimals)} {unit}"
            for entry in first
        )
        highest = self.words.highest.format(told) if told else ""
        return " ".join(part for part in (f"{self.title}.", self.answer, highest) if part)

    def name(self, code: str) -> str:
        """Name of a territory."""
        return self.view.engine.name(code)


def _of_year(fill: Mapping[str, Any], index: int | None) -> list[str]:
    known: Sequence[Sequence[str]] = fill["sources"]
    return [] if index is None else list(known[index])

"""One table as it was asked for: filtered, sorted, with its heading and its notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from geodata.exports.sheet import Row as AnyRow
from geodata.exports.sheet import Sheet, SheetColumn
from geodata.schema import TOTAL
from indicators.scopes import SCOPES
from indicators.states import State
from layouts.format import numbers
from layouts.rows.columns import COLUMNS
from layouts.rows.figures import Row, sector_words
from layouts.rows.filters import Condition, Order, kept
from layouts.rows.tables import TABLES, Asked, TableKind
from layouts.text import in_language

MOST_ROWS: Final = 20_000
"""Rows of a table, on the screen or in a file: a spreadsheet stays usable, and so does a phone."""

MAP_TABLES: Final = ("mapa", "serie")
MOST_SOURCES: Final = 400


@dataclass(frozen=True)
class Table:
    """The rows of one view.

    Attributes:
        name: one of ``TABLES``.
        address: of the same view on this server, for the notes.
        created: when the snapshot was made, ISO 8601.
    """

    name: str
    asked: Asked
    filters: Sequence[Condition]
    order: Order | None
    address: str
    created: str

    @property
    def kind(self) -> TableKind:
        """Its columns and fields."""
        return TABLES[self.name]

    @cached_property
    def whole(self) -> list[Row]:
        """All rows, in the order of the view."""
        return self.kind.rows(self.asked)

    @cached_property
    def rows(self) -> list[AnyRow]:
        """The rows that the filters leave, in the order asked for."""
        return kept(self.whole, self.filters, self.order)

    @property
    def title(self) -> str:
        """What the rows are, in words."""
        asked, words = self.asked, self.asked.writer.words
        if self.name in MAP_TABLES:
            return in_language(asked.view.question.indicator.title, asked.view.texts.language)
        if self.name == "ficha" and asked.profile is not None:
            return asked.profile.name
        names = [asked.view.engine.name(code) for code in asked.chosen]
        return ", ".join(names) if self.name == "comparar" and names else words.tables[self.name]

    def told(self) -> str:
        """What is equal in all rows, in one line: unit, cell, scope and year."""
        asked, texts = self.asked, self.asked.view.texts
        parts = []
        if self.name in MAP_TABLES:
            question = asked.view.question
            parts = [
                in_language(question.indicator.unit.symbol, texts.language).strip(),
                texts.groups[question.cell.population_group],
                texts.sexes[question.cell.sex] if question.cell.sex != TOTAL else "",
                sector_words(question.cell.sector, texts) if question.cell.sector != TOTAL else "",
            ]
        if "ambito" in self.kind.fields:
            parts.append(self.scope_words())
        if self.name == "lugares":
            parts += asked.places.filter_words
        parts.append(self._years())
        return " · ".join(part for part in parts if part)

    def scope_words(self) -> str:
        """The scope, or the department, in words."""
        question, language = self.asked.view.question, self.asked.view.texts.language
        if question.department:
            return self.asked.view.engine.name(question.department)
        return in_language(SCOPES[question.scope].title, language)

    def _years(self) -> str:
        words, asked = self.asked.writer.words, self.asked
        if self.name == "mapa" and asked.shown_year:
            return words.year.format(asked.shown_year)
        if self.name == "serie" and asked.board.years:
            return words.years.format(asked.board.years[0], asked.board.years[-1])
        return words.year.format(asked.gaps.year) if self.name == "brechas" else ""

    def sheet(self) -> Sheet:
        """The rows as they leave, with notes."""
        language, words = self.asked.view.texts.language, self.asked.writer.words
        snapshot = self.asked.view.engine.snapshot.snapshot_id
        columns = [
            SheetColumn(column.key, column.nature, in_language(column.meaning, language))
            for column in self.kind.columns
        ]
        return Sheet(
            name=f"mirador-{self.name}-{snapshot[:6]}",
            title=self.title,
            columns=columns,
            rows=self.rows,
            notes=self.notes(),
            titles=words.sheets,
            watermark=self.asked.view.texts.watermark if self.asked.demo else "",
        )

    def notes(self) -> list[tuple[str, str]]:
        """What must be known of the rows: filters, cut-offs, publications, states, edition."""
        names, texts = self.asked.writer.words.notes, self.asked.view.texts
        snapshot = self.asked.view.engine.snapshot.snapshot_id
        made = f"{snapshot} · {self.created[:16].replace('T', ' ')} UTC"
        states = [f"{texts.states[s]}: {texts.state_explained[s]}" for s in State]
        return [
            (names["table"], self.asked.writer.words.tables[self.name]),
            (names["what"], self.asked.writer.words.about[self.name]),
            (names["filters"], self.filter_words()),
            (names["rows"], numbers(texts)(len(self.rows))),
            (names["period"], self._periods()),
            (names["snapshot"], made),
            (names["workspace"], str(self.asked.writer.signature["espacio"])),
            (names["suppression"], names["suppression_words"]),
            (names["states"], " ".join(states)),
            (names["crs"], names["crs_words"]),
            (names["view"], self.address),
            *((names["source"], source) for source in self._sources()),
        ]

    def filter_words(self) -> str:
        """What was chosen and the conditions on columns, in words."""
        names, language = self.asked.writer.words, self.asked.view.texts.language
        told = [self.title, self.told()]
        for condition in self.filters:
            title = in_language(COLUMNS[condition.column].title, language)
            test = names.tests[condition.test]
            told.append(" ".join([title, test, ", ".join(condition.operands)]).strip())
        return "; ".join(part for part in told if part)

    def _periods(self) -> str:
        """The periods of the rows, in order and in words."""
        words = {
            str(row["periodo_iso"]): str(row["periodo"])
            for row in self.rows
            if row.get("periodo_iso")
        }
        return "; ".join(words[period] for period in sorted(words))

    def _sources(self) -> list[str]:
        """The publications of the rows, with licence and address, the most used first."""
        told: dict[str, int] = {}
        for row in self.rows:
            parts = (row.get(key) for key in ("fuente", "licencia", "enlace"))
            words = ". ".join(str(part) for part in parts if part)
            if words:
                told[words] = told.get(words, 0) + 1
        return sorted(told, key=lambda words: -told[words])[:MOST_SOURCES]

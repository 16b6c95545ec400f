"""Rows of evaluated indicators: one for each territory of a result."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from geodata.exports.sheet import Cell as Written
from geodata.schema import TOTAL, Level
from indicators.details import SENTENCES, Reason, details
from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.figures import NONE
from indicators.proof import Reference
from indicators.states import State
from layouts.format import numbers, period_words
from layouts.provenance import caution_words, source_words
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS, DataWords

Row = dict[str, Written]

SIGNIFICANT = 10
"""Digits of a figure that is not rounded."""


@dataclass(frozen=True)
class Writer:
    """Writes rows of one snapshot in one language.

    Attributes:
        demo: whether every figure is invented.
    """

    engine: Engine
    texts: Catalogue
    demo: bool
    _sources: dict[str, Row] = field(default_factory=dict, repr=False)

    @property
    def words(self) -> DataWords:
        """Sentences of the view of data."""
        return DATA_WORDS[self.texts.language]

    @cached_property
    def signature(self) -> Row:
        """What every row carries: the snapshot and the workspace."""
        space = self.texts.watermark if self.demo else self.texts.workspace_published
        return {"corte": self.engine.snapshot.snapshot_id, "espacio": space}

    def rows(self, result: Result) -> list[Row]:
        """One row for each territory of ``result``, in its order."""
        known, shared = details(result), self._shared(result)
        flags = _flags(result)
        return [
            {
                **self.place(str(code)),
                **shared,
                **self._figure(result, one),
                **self.source(str(one["source_id"])),
                "advertencias": ", ".join(caution_words(caution, self.texts)) or None,
                "cifra": _proof(result, str(code), str(one["period"])),
                **self.signature,
            }
            for (code, one), caution in zip(_by_code(known), flags, strict=True)
        ]

    def place(self, code: str) -> Row:
        """What is told of a territory."""
        row = self.engine.territory(code)
        level = str(row["level"])
        return {
            "territorio_codigo": code,
            "territorio": str(row["name"]),
            "nivel": self.words.levels[level],
            "departamento": _department(row, level),
        }

    def source(self, source_id: str) -> Row:
        """What is told of a publication; nothing where there is none."""
        if source_id not in self._sources:
            self._sources[source_id] = self._told(source_id) if source_id else dict(NO_SOURCE)
        return self._sources[source_id]

    def _told(self, source_id: str) -> Row:
        source = self.engine.source(source_id)
        return {
            "fuente": source_words(source, self.texts).removeprefix(
                self.texts.source_by.format("")
            ),
            "enlace": str(source["url"] or "") or None,
            "licencia": str(source["licence"] or "") or None,
            "fuente_clave": source_id,
        }

    def _shared(self, result: Result) -> Row:
        indicator, texts, language = result.indicator, self.texts, self.texts.language
        sector = result.cell.sector
        return {
            "indicador_clave": indicator.key,
            "indicador": in_language(indicator.title, language),
            "eje": texts.axes[indicator.axis],
            "sexo": texts.sexes[result.cell.sex],
            "poblacion": texts.groups[result.cell.population_group],
            "sector": texts.all_sectors if sector == TOTAL else sector_words(sector, texts),
            "unidad": in_language(indicator.unit.symbol, language).strip() or None,
            "universo": in_language(indicator.universe, language),
            "anio": str(result.year) if result.year else None,
        }

    def _figure(self, result: Result, one: Mapping[str, Any]) -> Row:
        state = State(int(one["state"]))
        period = str(one["period"] or "")
        return {
            **self.value(one["value"], state, result.indicator.decimals),
            "motivo": in_language(SENTENCES[Reason(int(one["reason"]))], self.texts.language),
            "periodo": period_words(period, self.texts) or None,
            "periodo_iso": period or None,
            "numerador": _known(one["numerator"]),
            "denominador": _known(one["denominator"]),
            "muestra": _known(one["sample_size"]),
            "margen": str(one["margin"] or "") or None,
            "serie": str(one["series"] or "") or None,
        }

    def value(self, value: float, state: State, decimals: int) -> Row:
        """A figure as it is shown, or the word of its state."""
        shown = _known(value)
        rounded = None if shown is None else round(shown, decimals)
        words = self.texts.states[state]
        return {
            "valor": rounded,
            "valor_mostrado": words if rounded is None else numbers(self.texts)(rounded, decimals),
            "valor_exacto": shown,
            "estado": words,
            "estado_clave": state.code,
        }


NO_SOURCE: Row = {"fuente": None, "enlace": None, "licencia": None, "fuente_clave": None}


def sector_words(sector: str, texts: Catalogue) -> str:
    """The letter of a section with its name."""
    return f"{sector} · {texts.sections[sector]}"


def _by_code(table: pd.DataFrame) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return zip(table.index.tolist(), table.to_dict("records"), strict=True)  # type: ignore[arg-type]


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(f"{value:.{SIGNIFICANT}g}")


def _flags(result: Result) -> list[str]:
    rows = result.table["row"].tolist()
    flags = result.observations["flags"]
    return ["" if row == NONE else str(flags.iloc[row] or "") for row in rows]


def _proof(result: Result, code: str, period: str) -> str | None:
    return Reference(result.indicator.key, code, period, result.cell).written() if period else None


def _department(row: pd.Series, level: str) -> str | None:
    if level == Level.DEPARTMENT:
        return str(row["name"])
    return str(row["department_name"] or "") or None

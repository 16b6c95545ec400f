"""The rows of a comparison as a file: what is downloaded is what is read."""

from collections.abc import Iterator
from typing import Final

from indicators.contrast import Contrast
from indicators.nearest import Figure, Origin
from indicators.side_by_side import Mark, Row
from indicators.spec import Axis
from layouts.compare_view import Comparison
from layouts.text import in_language

COLUMNS: Final = (
    "indicador", "clave", "eje", "territorio", "codigo", "cifra_de", "codigo_cifra", "referencia",
    "periodo", "serie", "valor", "unidad", "estado", "diferencia_primero", "motivo_primero",
    "diferencia_referencia", "motivo_referencia", "advertencias", "editor", "titulo", "enlace",
    "corte",
)  # fmt: skip
MEDIAN: Final = "mediana"


def compare_rows(view: Comparison) -> Iterator[dict[str, str]]:
    """A row for each territory and one for each reference, in the order of the screen."""
    for axis in Axis:
        for row in view.of_axis(axis):
            yield from (_territory(row, code, view) for code in row.codes)
            yield from (_reference(row, mark, view) for mark in row.marks)


def _blank(row: Row, view: Comparison) -> dict[str, str]:
    texts, indicator = view.view.texts, row.indicator
    return dict.fromkeys(COLUMNS, "") | {
        "indicador": in_language(indicator.title, texts.language),
        "clave": indicator.key,
        "eje": texts.axes[indicator.axis],
        "unidad": in_language(indicator.unit.symbol, texts.language).strip(),
        "corte": view.view.engine.snapshot.snapshot_id,
    }


def _territory(row: Row, code: str, view: Comparison) -> dict[str, str]:
    figure, place = row.figure(code), row.codes.index(code)
    named = _blank(row, view) | {"territorio": view.name(code), "codigo": code}
    if figure is None:
        return named | {"estado": "sin_dato"}
    first, against = row.first[place], row.against[place]
    return (
        named
        | _figure(figure, view)
        | _apart("primero", first if figure.origin is Origin.OWN else None, view)
        | _apart("referencia", against, view)
    )


def _figure(figure: Figure, view: Comparison) -> dict[str, str]:
    row = figure.observation
    source = view.view.engine.source(str(row["source_id"]))
    return {
        "cifra_de": view.name(figure.territory_code),
        "codigo_cifra": figure.territory_code,
        "periodo": str(row["period"]),
        "serie": str(row["series"]),
        "valor": "" if figure.value is None else f"{figure.value:.10g}",
        "estado": figure.state.code,
        "advertencias": str(row["flags"] or ""),
        "editor": str(source["publisher"]),
        "titulo": str(source["title"]),
        "enlace": str(source["url"] or ""),
    }


def _apart(name: str, found: Contrast | None, view: Comparison) -> dict[str, str]:
    """A difference only where it may be claimed; else the reason, as on the screen."""
    if found is None:
        return {}
    if found.reason is not None:
        return {f"motivo_{name}": in_language(found.reason, view.view.texts.language)}
    return {f"diferencia_{name}": f"{found.difference or 0.0:.10g}"}


def _reference(row: Row, mark: Mark, view: Comparison) -> dict[str, str]:
    lead = row.figure(row.lead)
    same = {} if lead is None else {"periodo": str(lead.observation["period"])}
    whose = view.name(mark.code) if mark.code else f"{MEDIAN} ({mark.n})"
    told = {"referencia": mark.reference.value, "cifra_de": whose, "codigo_cifra": mark.code}
    return _blank(row, view) | same | told | {"valor": f"{mark.value:.10g}"}

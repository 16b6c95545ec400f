"""The figures that a map shows as rows: its equivalent table, for a spreadsheet."""

from collections.abc import Iterator
from typing import Final

from indicators.states import State
from layouts.payload import payload
from layouts.slice import MapView
from layouts.text import in_language

COLUMNS: Final = (
    "indicador", "clave", "codigo", "territorio", "periodo", "valor", "unidad", "estado",
    "fuentes", "corte",
)  # fmt: skip


def map_rows(view: MapView, year: str) -> Iterator[dict[str, str]]:
    """One row for each territory of the map; a missing figure is empty, and its state says why.

    Args:
        view: what the map shows.
        year: the chosen one; ``""`` for the newest. No rows where there is no figure of it.
    """
    shown = payload(view.question, view.engine, view.texts)
    years = [str(each) for each in shown["years"]]
    wanted = year or (years[-1] if years else "")
    if wanted not in years:
        return
    at = years.index(wanted)
    same = {
        "indicador": in_language(view.question.indicator.title, view.texts.language),
        "clave": view.question.indicator.key,
        "unidad": shown["unit"].strip(),
        "fuentes": " | ".join(shown["sources"][at]),
        "corte": view.engine.snapshot.snapshot_id,
    }
    for code, value, state in zip(
        shown["codes"], shown["values"][at], shown["states"][at], strict=True
    ):
        own = State(int(state))
        yield same | {
            "codigo": code,
            "territorio": view.engine.name(code),
            "periodo": str(shown["used"][at].get(code, wanted)),
            "valor": "" if value is None or not own.has_value else f"{value:.10g}",
            "estado": own.code,
        }

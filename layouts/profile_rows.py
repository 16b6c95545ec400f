"""The figures of a ficha as rows: what is downloaded is what is read."""

from collections.abc import Iterator, Mapping
from typing import Final

from indicators.benchmark import Reference, marks
from indicators.nearest import Figure
from layouts.profile_view import Profile
from layouts.text import in_language

COLUMNS: Final = (
    "indicador", "clave", "eje", "territorio", "codigo", "referencia", "periodo", "valor",
    "unidad", "estado", "advertencias", "editor", "titulo", "enlace", "corte",
)  # fmt: skip
REFERENCES: Final[Mapping[Reference, str]] = {
    Reference.DEPARTMENT: "departamento",
    Reference.SCOPE: "mediana del ámbito",
    Reference.NATION: "nación",
    Reference.PEERS: "mediana de municipios parecidos",
}


def profile_rows(profile: Profile) -> Iterator[dict[str, str]]:
    """One row for each figure and for each reference beside it, in the order of the axes."""
    for figure in profile.known.values():
        own = _row(figure, profile)
        yield own
        for mark in marks(profile.view.engine, figure, profile.view.codes, profile.peers):
            beside = {"referencia": REFERENCES[mark.reference], "valor": f"{mark.value:.10g}"}
            yield own | beside | {"editor": "", "titulo": "", "enlace": "", "advertencias": ""}


def _row(figure: Figure, profile: Profile) -> dict[str, str]:
    engine, texts, indicator = profile.view.engine, profile.view.texts, figure.indicator
    source = engine.source(str(figure.observation["source_id"]))
    return {
        "indicador": in_language(indicator.title, texts.language),
        "clave": indicator.key,
        "eje": texts.axes[indicator.axis],
        "territorio": engine.name(figure.territory_code),
        "codigo": figure.territory_code,
        "referencia": "",
        "periodo": str(figure.observation["period"]),
        "valor": "" if figure.value is None else f"{figure.value:.10g}",
        "unidad": in_language(indicator.unit.symbol, texts.language).strip(),
        "estado": figure.state.code,
        "advertencias": str(figure.observation["flags"] or ""),
        "editor": str(source["publisher"]),
        "titulo": str(source["title"]),
        "enlace": str(source["url"] or ""),
        "corte": engine.snapshot.snapshot_id,
    }

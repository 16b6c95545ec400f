"""The rows of the view of programmes as they leave: what is downloaded is what is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.exports.sheet import Cell, Nature, Sheet, SheetColumn
from indicators.frameworks import RULES, Framework, Line, Part, progress
from indicators.spec import Text
from layouts.format import numbers, period_words
from layouts.programmes.people_rows import actor_rows, follow_rows
from layouts.programmes.view import CROSS, FOLLOW, RESULTS, WHO, ProgrammeView
from layouts.provenance import source_words
from layouts.text import in_language
from layouts.text.data_words import DATA_WORDS

Row = dict[str, Cell]

MEANINGS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "programa": Text("Programa.", "Programme."),
        "tipo": Text("Qué es: componente, fase, eje…", "What it is: component, phase, axis…"),
        "componente": Text("Componente del programa.", "Component of the programme."),
        "eje": Text("Eje de la estrategia regional.", "Axis of the regional strategy."),
        "indicador": Text("Qué se mide.", "What is measured."),
        "regla": Text("Qué cuenta la cifra.", "What the figure counts."),
        "regla_fuente": Text("La regla como la escribe la fuente.", "The rule of the source."),
        "poblacion": Text("Población.", "Population."),
        "sexo": Text("Sexo.", "Sex."),
        "linea_base": Text("Línea base.", "Baseline."),
        "meta": Text("Meta.", "Target."),
        "resultado": Text("Resultado.", "Actual."),
        "avance": Text("Porcentaje de la meta.", "Percentage of the target."),
        "motivo": Text("Por qué no hay avance.", "Why there is no progress."),
        "estado": Text("Estado del resultado.", "State of the result."),
        "periodo": Text("Periodo, en palabras.", "Period, in words."),
        "periodo_iso": Text("Periodo, ISO 8601.", "Period, ISO 8601."),
        "territorio_codigo": Text("Códigos, unidos por |.", "Codes, joined by |."),
        "territorio": Text("Territorio.", "Territory."),
        "organizacion": Text("Organización.", "Organisation."),
        "parte": Text("De qué es la fila.", "What it is a row of."),
        "destino_codigo": Text("Municipio de destino.", "Municipality of destination."),
        "destino": Text("Nombre del destino.", "Name of the destination."),
        "cohorte": Text("Año de la cohorte.", "Year of the cohort."),
        "momento": Text("Meses después, o rondas.", "Months after, or rounds."),
        "respuesta": Text("Respuesta a una pregunta.", "Answer to a question."),
        "valor": Text("Porcentaje, o puntos de cambio.", "Percentage, or points of change."),
        "bajo": Text("Límite inferior del 95 %.", "Lower end of the 95 %."),
        "alto": Text("Límite superior del 95 %.", "Upper end of the 95 %."),
        "margen": Text("Margen del cambio, en puntos.", "Margin of the change, in points."),
        "personas": Text("Personas que respondieron o fueron.", "People who answered or went."),
        "base": Text("Personas al comienzo.", "People at the beginning."),
        "perdida": Text("Porcentaje que se perdió.", "Percentage lost."),
        "nota": Text("Nota de la fuente.", "Note of the source."),
        "fuente": Text("Quién lo publica.", "Who publishes it."),
        "enlace": Text("Dirección de la publicación.", "Address of the publication."),
        "licencia": Text("Licencia.", "Licence."),
        "corte": Text("Corte.", "Snapshot."),
        "espacio": Text("Espacio: publicado o de demostración.", "Workspace."),
    }
)  # fmt: skip
"""What each column means."""

NUMBERS: Final = frozenset(
    {"linea_base", "meta", "resultado", "avance", "valor", "bajo", "alto", "margen", "personas",
     "base", "perdida"}
)  # fmt: skip
CODES: Final = frozenset({"territorio_codigo", "destino_codigo"})
SOURCE: Final = ("fuente", "enlace", "licencia", "corte", "espacio")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        RESULTS: (
            *("programa", "tipo", "componente", "eje", "indicador", "regla", "regla_fuente"),
            *("poblacion", "sexo", "linea_base", "meta", "resultado", "avance", "motivo"),
            *("estado", "periodo", "periodo_iso", "territorio_codigo", "territorio", "nota"),
            *SOURCE,
        ),
        CROSS: ("programa", "tipo", "componente", "eje", *SOURCE),
        WHO: (
            *("organizacion", "tipo", "programa", "eje", "territorio_codigo", "territorio"),
            *("periodo", "periodo_iso", *SOURCE),
        ),
        FOLLOW: (
            *("parte", "territorio_codigo", "territorio", "destino_codigo", "destino"),
            *(
                "poblacion",
                "sexo",
                "cohorte",
                "momento",
                "indicador",
                "respuesta",
                "valor",
                "bajo",
                "alto",
            ),
            *("margen", "personas", "base", "perdida", "estado", "motivo", *SOURCE),
        ),
    }
)


def result_rows(view: ProgrammeView) -> Iterator[Row]:
    """A row for each result of the chosen place and sex, and one for a component without any."""
    for framework in view.shown:
        for part in framework.parts:
            if view.chosen.component in ("", part.key):
                yield from _part_rows(framework, part, view)
        if not view.chosen.component:
            for line in framework.loose:
                yield from _line_rows(line, _named(framework, None, view), view)


def _part_rows(framework: Framework, part: Part, view: ProgrammeView) -> Iterator[Row]:
    named = _named(framework, part, view)
    rows = [row for line in part.lines for row in _line_rows(line, named, view)]
    absent = {"estado": "sin_dato", **source_fields(part.source_id, view)}
    yield from rows or [named | absent]


def _named(framework: Framework, part: Part | None, view: ProgrammeView) -> Row:
    if part is None:
        return {"programa": framework.programme, "componente": view.words.loose}
    return {
        "programa": framework.programme,
        "tipo": view.words.kinds.get(part.kind, part.kind) or None,
        "componente": view.name_of(part),
        "eje": view.texts.axes.get(part.axis),
    }


def _line_rows(line: Line, named: Row, view: ProgrammeView) -> Iterator[Row]:
    """The results of one line, the newest period first."""
    for one in (line, *line.earlier):
        shown = view.show(one)
        for place in range(len(shown.rows)):
            yield named | _result(shown.rows.iloc[[place]], view)


def _result(row: pd.DataFrame, view: ProgrammeView) -> Row:
    line, found, texts = Line(row), progress(row), view.texts
    period = line.word("period")
    return {
        "indicador": line.word("indicator"),
        "regla": in_language(RULES[line.rule], texts.language),
        "regla_fuente": line.word("unit_rule"),
        "poblacion": texts.groups[line.word("population_group")],
        "sexo": texts.sexes[line.word("sex")],
        "linea_base": found.baseline,
        "meta": found.target,
        "resultado": found.actual,
        "avance": found.percent,
        "motivo": in_language(found.reason, texts.language) if found.reason else None,
        "estado": "sin_dato" if found.actual is None else "valor",
        "periodo": period_words(period, texts) or None,
        "periodo_iso": period or None,
        "territorio_codigo": line.word("territory_code"),
        "territorio": view.where(line.word("territory_code")),
        "nota": line.word("note") or None,
        **source_fields(line.word("source_id"), view),
    }


def cross_rows(view: ProgrammeView) -> Iterator[Row]:
    """A row for each component."""
    for framework in view.every:
        for part in framework.parts:
            yield _named(framework, part, view) | source_fields(part.source_id, view)


def source_fields(source_id: str, view: ProgrammeView) -> Row:
    """Publication, snapshot and workspace."""
    texts, snapshot = view.texts, view.engine.snapshot
    space = texts.watermark if view.demo else texts.workspace_published
    signature: Row = {"corte": snapshot.snapshot_id, "espacio": space}
    if source_id not in snapshot.sources.index:
        return signature
    source = view.engine.source(source_id)
    return signature | {
        "fuente": source_words(source, texts).removeprefix(texts.source_by.format("")),
        "enlace": str(source["url"] or "") or None,
        "licencia": str(source["licence"] or "") or None,
    }


def presence_rows(view: ProgrammeView) -> Iterator[Row]:
    """A row for each organisation on record; see ``people_rows``."""
    return (row | source_fields(source, view) for row, source in actor_rows(view))


def following_rows(view: ProgrammeView) -> Iterator[Row]:
    """Cohorts, flows and changes of perception; see ``people_rows``."""
    return (row | source_fields(source, view) for row, source in follow_rows(view))


ROWS: Final[Mapping[str, Callable[[ProgrammeView], Iterator[Row]]]] = MappingProxyType(
    {RESULTS: result_rows, CROSS: cross_rows, WHO: presence_rows, FOLLOW: following_rows}
)


def sheet_of(view: ProgrammeView, further: Iterable[Row] = ()) -> Sheet:
    """The rows of the part of the view that is shown, with notes.

    Args:
        view: what is shown.
        further: rows that are not of the snapshot: what people answered in rounds that are over.
    """
    what, language = view.chosen.what, view.texts.language
    rows = [*ROWS[what](view), *(row | source_fields("", view) for row in further)]
    columns = [
        SheetColumn(key, _nature(key), in_language(MEANINGS[key], language))
        for key in COLUMNS[what]
    ]
    return Sheet(
        name=f"mirador-programas-{what}-{view.engine.snapshot.snapshot_id[:6]}",
        title=f"{view.words.title}: {view.words.views[what]}",
        columns=columns,
        rows=rows,
        notes=_notes(view, rows),
        titles=DATA_WORDS[language].sheets,
        watermark=view.texts.watermark if view.demo else "",
    )


def _nature(key: str) -> Nature:
    return Nature.NUMBER if key in NUMBERS else Nature.CODE if key in CODES else Nature.TEXT


def _notes(view: ProgrammeView, rows: list[Row]) -> list[tuple[str, str]]:
    """Place, number of rows, snapshot, what protects people, address and publications."""
    names = DATA_WORDS[view.texts.language].notes
    sources = dict.fromkeys(str(row["fuente"]) for row in rows if row.get("fuente"))
    created = view.created[:16].replace("T", " ")
    return [
        (names["filters"], view.place_words()),
        (names["rows"], numbers(view.texts)(len(rows))),
        (names["snapshot"], f"{view.engine.snapshot.snapshot_id} · {created} UTC"),
        (names["suppression"], view.words.suppression),
        (names["view"], view.address),
        *((names["source"], source) for source in sources),
    ]

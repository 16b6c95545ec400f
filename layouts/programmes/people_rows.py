"""Rows of who does what where and of follow-up: the very ones that the page shows."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from geodata.exports.sheet import Cell
from indicators.follow_up import OUTCOMES
from indicators.follow_up.flows import Flow
from indicators.states import State
from layouts.format import period_words
from layouts.programmes.follow import change_words
from layouts.programmes.follow_view import Asked, FollowUp
from layouts.programmes.presence import found_in
from layouts.programmes.presence import words_of as presence_words
from layouts.programmes.view import ProgrammeView
from layouts.text import in_language

Row = dict[str, Cell]
COHORT, FLOW, PERCEPTION = "cohorte", "movilidad", "percepcion"
SHARES: Final[Mapping[str, str]] = {
    "valor": "value", "bajo": "low", "alto": "high", "personas": "n", "base": "base",
    "perdida": "attrition",
}  # fmt: skip
"""Column of the file by that of ``indicators.follow_up.cohorts``."""


def actor_rows(view: ProgrammeView) -> Iterator[tuple[Row, str]]:
    """A row for each organisation, programme, axis and territory, with its source."""
    words, texts, found = presence_words(view), view.texts, found_in(view)
    for row in pd.concat([found.local, found.wider]).to_dict("records"):
        period = str(row["period"] or "")
        yield (
            {
                "organizacion": str(row["organisation"]),
                "tipo": words.kinds.get(str(row["kind"]), str(row["kind"])),
                "programa": str(row["programme"]),
                "eje": texts.axes.get(str(row["axis"])),
                "territorio_codigo": str(row["territory_code"]),
                "territorio": view.engine.name(str(row["territory_code"])),
                "periodo": period_words(period, texts) or None,
                "periodo_iso": period or None,
            },
            str(row["source_id"]),
        )


def follow_rows(view: ProgrammeView) -> Iterator[tuple[Row, str]]:
    """Cohorts, flows and changes of perception, each with what it is a row of."""
    up = FollowUp(view)
    for group, rows in up.cohorts.items():
        for row in rows.to_dict("records"):
            yield _cohort(row, str(group), up), ""
    for flow in up.flows:
        yield _flow(flow, up), ""
    for asked in up.perception:
        yield _change(asked, up), ""


def _cohort(row: Mapping[Any, Any], group: str, up: FollowUp) -> Row:
    texts = up.view.texts
    known: Row = {
        name: None if pd.isna(row[column]) else float(row[column])
        for name, column in SHARES.items()
    }
    return {
        "parte": COHORT,
        "territorio_codigo": up.code,
        "territorio": up.view.engine.name(up.code),
        "poblacion": texts.groups[group],
        "sexo": texts.sexes[up.view.chosen.sex],
        "cohorte": str(row["cohort"]),
        "momento": up.words.moments.get(int(row["months"]), up.words.months.format(row["months"])),
        "indicador": in_language(OUTCOMES[row["outcome"]], texts.language),
        **known,
        "estado": State(row["state"]).code,
        "motivo": in_language(row["reason"], texts.language),
    }


def _flow(flow: Flow, up: FollowUp) -> Row:
    name = up.view.engine.name
    withheld = flow.people is None
    return {
        "parte": FLOW,
        "territorio_codigo": flow.origin,
        "territorio": name(flow.origin),
        "destino_codigo": flow.to,
        "destino": name(flow.to),
        "personas": None if flow.people is None else float(flow.people),
        "estado": State.SUPPRESSED.code if withheld else State.VALUE.code,
    }


def _change(asked: Asked, up: FollowUp) -> Row:
    texts, change = up.view.texts, asked.change
    groups = asked.indicator.groups
    return {
        "parte": PERCEPTION,
        "territorio_codigo": asked.code,
        "territorio": up.view.engine.name(asked.code),
        "poblacion": texts.groups[groups[0]] if groups else None,
        "indicador": in_language(asked.indicator.title, texts.language),
        "momento": up.words.from_to.format(before=change.before, after=change.after),
        "valor": change.points,
        "margen": change.margin,
        "estado": State.VALUE.code,
        "motivo": f"{change_words(change, up)} {in_language(change.label, texts.language)}",
    }

"""What a form wants recorded: what it says, to be kept, or what is refused of each field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.ledger import Item, Kind, Status
from indicators.proof import Reference
from layouts.format import numbers, period_words
from layouts.mesa.order import tidy
from layouts.mesa.view import MesaView
from layouts.text import in_language
from layouts.text.record_words import RECORD_WORDS

LONGEST: Final[Mapping[str, int]] = MappingProxyType(
    {"que": 300, "oficina": 120, "meta": 80, "motivo": 400, "propone": 60, "enlace": 500,
     "nota": 300}
)  # fmt: skip
FIELDS: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {
        Kind.COMMITMENT: ("que", "oficina", "fecha", "municipio", "indicador", "meta", "revision"),
        Kind.DISPUTE: ("municipio", "indicador", "periodo", "motivo", "propone", "enlace"),
        Kind.STATE: ("estado", "nota", "revision"),
    }
)
REQUIRED: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {
        Kind.COMMITMENT: ("que", "oficina", "fecha"),
        Kind.DISPUTE: ("municipio", "indicador", "motivo"),
        Kind.STATE: ("estado",),
    }
)
DATES: Final = ("fecha", "revision")
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
PERSONAL: Final = re.compile(
    r"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}|(?<![\d.,])(?:\+?57[ -]?)?3\d{2}[ -]?\d{3}[ -]?\d{4}(?!\d)"
    r"|\b(?:c\.?c\.?|cédula|cedula|ppt|pasaporte)\.? *(?:n\.?º?|no\.?|número)? *\d[\d.]{5,}",
    re.IGNORECASE,
)
"""An e-mail, a telephone or a document with its name. Figures of people are no document."""
LINK: Final = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Record:
    """What a form says.

    Attributes:
        body: what is kept, by field; empty fields are left out.
        refusals: a sentence by field; something is kept only where there is none.
    """

    body: Mapping[str, str]
    refusals: Mapping[str, str]


def read_record(kind: Kind, form: Mapping[str, str], view: MesaView) -> Record:
    """Read a form; what a figure was when it was disputed is looked up, never taken from it."""
    said = {name: tidy(form.get(name, "")) for name in FIELDS[kind]}
    said = {name: text for name, text in said.items() if text}
    words = RECORD_WORDS[view.texts.language].refusals
    missing = {name: words[name] for name in REQUIRED[kind] if name not in said}
    wrong = {name: _refused(name, text, view) for name, text in said.items()}
    refusals = missing | {name: sentence for name, sentence in wrong.items() if sentence}
    if kind is Kind.DISPUTE and not refusals:
        said |= shown_figure(said, view)
    question = view.map.question
    said |= {"ambito": question.scope, "departamento": question.department}
    return Record({name: text for name, text in said.items() if text}, refusals)


def _refused(name: str, text: str, view: MesaView) -> str:
    """What is wrong with a field, in words; empty where nothing is."""
    words = RECORD_WORDS[view.texts.language].refusals
    if len(text) > LONGEST.get(name, len(text)):
        return words["long"].format(limit=LONGEST[name])
    if name in DATES:
        return _date_refused(text, view.today, words)
    if name == "enlace":
        return "" if LINK.fullmatch(text) else words["enlace"]
    if name in LONGEST:
        return words["personal"] if PERSONAL.search(text) else ""
    return "" if _known(name, text, view) else words["unknown"]


def _date_refused(text: str, today: str, words: Mapping[str, str]) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        return words["date"]
    if not DATE.fullmatch(text):
        return words["date"]
    return words["past"] if text < today else ""


def _known(name: str, text: str, view: MesaView) -> bool:
    if name == "municipio":
        return text in view.engine.ground.names and len(text) == 5  # noqa: PLR2004 - DIVIPOLA
    if name == "indicador":
        return text in view.map.indicators
    if name == "estado":
        return text in tuple(Status)
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}", text, re.ASCII))


def shown_figure(said: Mapping[str, str], view: MesaView) -> dict[str, str]:
    """What this snapshot shows of a figure: value, period, source, and its name as a proof."""
    indicator = view.map.indicators[said["indicador"]]
    cell = view.map.cell_of(indicator)
    board = view.engine.board(indicator, cell, pd.Index([said["municipio"]]))
    year = int(said.get("periodo") or (board.years[-1] if board.years else 0))
    result = board.at(year) if year else None
    observation = result.observation(said["municipio"]) if result is not None else None
    if result is None or observation is None or not result.known.any():
        return {}
    written = numbers(view.texts)(float(result.numbers[0]), indicator.decimals)
    unit = in_language(indicator.unit.symbol, view.texts.language).strip()
    period = str(observation["period"] or "")
    proof = Reference(indicator.key, said["municipio"], period, cell).written()
    return {
        "valor": f"{written} {unit}".strip(),
        "periodo_cifra": period_words(period, view.texts),
        "fuente": " · ".join(view.publications([str(observation["source_id"])])),
        "cifra": proof,
    }


def concerns(item: Item, view: MesaView) -> bool:
    """Whether something recorded is of this roundtable: of its places, or of all of its scope."""
    place = item.entry.body.get("municipio", "")
    if place:
        return place in view.codes
    same = item.entry.body.get("ambito", "") == view.map.question.scope
    return same and item.entry.body.get("departamento", "") == view.map.question.department


def title_of(item: Item, view: MesaView) -> str:
    """What is recorded, in a few words."""
    body = item.entry.body
    if item.entry.kind is Kind.COMMITMENT:
        return body.get("que", "")
    indicator = view.map.indicators.get(body.get("indicador", ""))
    title = in_language(indicator.title, view.texts.language) if indicator else ""
    return f"{title}: {body.get('motivo', '')}"


def place_of(item: Item, view: MesaView) -> str:
    """Where it is, or the whole roundtable."""
    code = item.entry.body.get("municipio", "")
    whole = RECORD_WORDS[view.texts.language].whole
    return view.engine.ground.names.get(code, code) if code else whole

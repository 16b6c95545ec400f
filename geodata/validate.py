"""Check a table against the schema: every fault is named in a sentence, with its row."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.schema import (
    FLAGS,
    SECTIONS,
    SURVEY_BRANCHES,
    TABLES,
    TOTAL,
    Column,
)

HEADER_LINES: Final = 2
"""A file's first data row is its second line."""

SHOWN_FAULTS: Final = 5
"""Faults of one kind that are spelled out; the rest are counted."""

NO_CODES: Final[Mapping[str, frozenset[str]]] = MappingProxyType({})

CODE: Final = re.compile(r"00|\d{2}|\d{5}|[A-Z]+\d*")
"""Nation, department, municipality, or a domain that starts with a letter."""

DATED_COLUMNS: Final = ("period", "valid_from", "valid_to", "last_verified", "published")

PERIOD: Final = re.compile(r"\d{4}(-\d{2}){0,2}")

SECTORS: Final = frozenset({TOTAL, *SECTIONS, *SURVEY_BRANCHES})


def problems(
    table: str, frame: pd.DataFrame, known: Mapping[str, frozenset[str]] = NO_CODES
) -> list[str]:
    """Faults of ``frame`` as rows of ``table``; empty when there is none.

    Args:
        table: a name in ``geodata.schema.TABLES``.
        frame: its rows, as text or typed.
        known: codes that exist, by column (``territory_code``, ``source_id``); columns that are
            not given are checked for their form only.
    """
    columns = TABLES[table]
    absent = [c.name for c in columns if c.name not in frame.columns and c.kind != "shape"]
    if absent:
        return [f"{table}: faltan las columnas {', '.join(absent)}."]
    found = (fault for column in columns for fault in _column_faults(table, frame, column, known))
    return list(found)


def is_period(text: str) -> bool:
    """Whether ``text`` is a year, ``YYYY-MM``, ``YYYY-MM-DD`` or a range of those in order."""
    start, _, end = text.partition("/")
    return all(_is_moment(part) for part in text.split("/")) and (not end or start[:4] <= end[:4])


def _is_moment(text: str) -> bool:
    if not PERIOD.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[: len("2000-01-01")])
    except ValueError:
        return False
    return True


def _column_faults(
    table: str, frame: pd.DataFrame, column: Column, known: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    if column.name not in frame.columns:
        return
    cells = frame[column.name]
    empty = cells.isna() | (cells.astype(str) == "")
    if column.required:
        yield from _spelled(table, column.name, cells[empty], "está vacía")
    filled = cells[~empty]
    if column.kind in ("number", "whole"):
        wrong = filled[pd.to_numeric(filled, errors="coerce").isna()]
        yield from _spelled(table, column.name, wrong, "no es un número")
        return
    for sentence, accepts in _rules(column, known):
        wrong = filled[~filled.astype(str).map(accepts).astype(bool)]
        yield from _spelled(table, column.name, wrong, sentence)


Rule = tuple[str, Callable[[str], bool]]


def _rules(column: Column, known: Mapping[str, frozenset[str]]) -> Iterator[Rule]:
    name = column.name
    if column.allowed:
        yield f"no es ninguno de {', '.join(w for w in column.allowed if w)}", _in(column.allowed)
    if name == "territory_code":
        yield "no tiene forma de código de territorio", _each(CODE.fullmatch)
    if name in known:
        yield "no existe en la tabla correspondiente", _each(known[name].__contains__)
    if name in DATED_COLUMNS:
        yield "no es una fecha o periodo ISO 8601", is_period
    if name == "flags":
        yield "tiene una advertencia desconocida", _each(FLAGS.__contains__)
    if name == "sector":
        yield "no es una sección CIIU Rev. 4 ni una agrupación publicada", SECTORS.__contains__


def _in(words: Iterable[str]) -> Callable[[str], bool]:
    return frozenset(str(word) for word in words).__contains__


def _each(accepts: Callable[[str], object]) -> Callable[[str], bool]:
    """Rule for cells that join several codes with ``|``."""
    return lambda text: all(accepts(part) for part in text.split("|"))


def _spelled(table: str, column: str, wrong: pd.Series, sentence: str) -> Iterator[str]:
    for label, cell in wrong.head(SHOWN_FAULTS).items():
        row = int(str(label)) + HEADER_LINES
        yield f"{table}, fila {row}, columna {column}: {cell!r} {sentence}."
    rest = len(wrong) - SHOWN_FAULTS
    if rest > 0:
        yield f"{table}, columna {column}: {rest} filas más en las que el valor {sentence}."

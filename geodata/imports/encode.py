"""A shaped file as compact columns: words become codes, so a million rows stay small and quick."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geodata.imports.amounts import HIDDEN, amounts, decimal_mark
from geodata.imports.catalogue import BETWEEN
from geodata.imports.context import Context
from geodata.imports.fields import Field, Nature
from geodata.imports.kinds import Kind
from geodata.imports.mended import Word
from geodata.imports.shape import Shaped
from geodata.imports.understand import understand
from geodata.reading.numbers import COMMA, POINT

LARGEST_KEY: Final = 2**62
CODE: Final = "territory_code"
DEPARTMENT: Final = "department"
PERIOD: Final = "period"

Codes = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A file as two kinds of tables.

    Attributes:
        cells: one row per row of the file: its place ``n``, a code for each column of words,
            numbers as they were read, free text, ``<field>_is`` of both (see ``amounts``), and
            ``cell``, equal for rows that fill the same cell.
        words: by field, the distinct words by code with their meaning.
        texts: by field, the same words as the file writes them.
    """

    cells: pa.Table
    words: Mapping[str, tuple[Word, ...]]
    texts: Mapping[str, tuple[str, ...]]

    def values(self, name: str) -> pd.Series:
        """The meaning of every cell of a column of words."""
        meanings = pa.array([word.value for word in self.words[name]], pa.large_string())
        codes = self.cells[name].combine_chunks()
        return pd.Series(meanings.take(codes).to_pandas()).astype("str")

    def numbers(self, name: str) -> pd.Series:
        """A column of numbers, ``NaN`` where there is none."""
        return pd.Series(self.cells[name].to_numpy(), dtype="float64")

    def withheld(self, name: str) -> pd.Series:
        """Where the source hides the number."""
        return pd.Series(self.cells[f"{name}_is"].to_numpy() == HIDDEN)

    def repeated(self) -> pa.Table:
        """The values of ``cell`` that several rows have."""
        ordered = np.sort(self.cells["cell"].to_numpy())
        twice = ordered[1:][ordered[1:] == ordered[:-1]]
        return pa.table({"cell": np.unique(twice)})

    def table_of(self, name: str) -> pa.Table:
        """The words of a field as the rules see them."""
        words = self.words[name]
        return pa.table(
            {
                "code": pa.array(range(len(words)), pa.int32()),
                "text": [text.partition(BETWEEN)[0].strip() for text in self.texts[name]],
                "value": [word.value for word in words],
                "mend": [word.mend.value for word in words],
                "detail": [word.detail for word in words],
            }
        )


def encode(shaped: Shaped, kind: Kind, context: Context, decimal: str = "") -> Encoded:
    """Compact form of ``shaped``, every distinct word understood.

    Args:
        shaped: the cells of a file by field.
        kind: what the file is.
        context: what exists already.
        decimal: decimal mark where it is known; otherwise all numbers of the file show it.
    """
    words: dict[str, tuple[Word, ...]] = {}
    texts: dict[str, tuple[str, ...]] = {}
    columns: dict[str, pa.Array] = {"n": pa.array(np.arange(len(shaped.cells), dtype=np.int32))}
    mark = decimal or decimal_mark(
        [_text(shaped, f, context) for f in kind.fields if f.is_number and f.name in shaped.cells]
    )
    for field in (entry for entry in kind.fields if entry.name in shaped.cells):
        text = _text(shaped, field, context)
        if field.is_plain:
            columns |= _plain_columns(field, text, mark)
            continue
        coded = text.dictionary_encode()
        columns[field.name] = coded.indices
        texts[field.name] = tuple(coded.dictionary.to_pylist())
        words[field.name] = tuple(understand(field, context, texts[field.name]))
    columns["cell"] = pa.array(_cell(columns, words, kind))
    return Encoded(pa.table(columns), words, texts)


def _plain_columns(field: Field, text: pa.Array, decimal: str) -> dict[str, pa.Array]:
    """Numbers or free text, and what each cell is."""
    states = f"{field.name}_is"
    if field.is_number:
        read = amounts(text, decimal or _degrees_mark(field, text))
        return {field.name: pa.array(read.values, from_pandas=True), states: pa.array(read.states)}
    empty = pc.equal(pc.utf8_trim_whitespace(text), "") if field.required else None
    marked = {states: pc.cast(empty, pa.int8())} if empty is not None else {}
    return {field.name: text, **marked}


def _degrees_mark(field: Field, text: pa.Array) -> str:
    """Degrees never reach a thousand: their separator is a decimal mark."""
    if field.nature not in (Nature.LONGITUDE, Nature.LATITUDE):
        return ""
    return COMMA if pc.any(pc.match_substring(text, COMMA)).as_py() else POINT


def _text(shaped: Shaped, field: Field, context: Context) -> pa.Array:
    cells = shaped.cells[field.name]
    if field.nature is Nature.TERRITORY:
        cells = _with_hints(cells, shaped, context)
    array = pa.array(cells.array, type=pa.large_string())
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _with_hints(cells: pd.Series, shaped: Shaped, context: Context) -> pd.Series:
    """Names with their department, and retired codes with the period of their figure."""
    if DEPARTMENT in shaped.cells and _named(cells, context):
        cells = cells + BETWEEN + shaped.cells[DEPARTMENT].str.strip()
    retired = cells.isin(context.catalogue.retired)
    if PERIOD in shaped.cells and retired.any():
        cells = cells.mask(retired, cells + BETWEEN + BETWEEN + shaped.cells[PERIOD].str.strip())
    return cells


def _named(cells: pd.Series, context: Context) -> bool:
    """Whether some cell is a name, which needs its department."""
    distinct = pd.Series(cells.unique()).str.strip()
    codes = distinct.str.fullmatch(r"\d*(?:\.0+)?") | distinct.isin(context.catalogue.names)
    return not bool(codes.all())


def _cell(
    columns: Mapping[str, pa.Array], words: Mapping[str, tuple[Word, ...]], kind: Kind
) -> Codes:
    """One number per row, equal where every column of the key is equal.

    Records never are, and several polygons may make one territory.
    """
    size = len(columns["n"])
    if kind.single or kind.shapes:
        return np.arange(size, dtype=np.int64)
    key = np.zeros(size, dtype=np.int64)
    span = 1
    for name in kind.key:
        if name not in columns:
            continue
        codes = _meanings(columns[name], words.get(name))
        width = int(codes.max(initial=0)) + 1
        if span * width > LARGEST_KEY:
            key, distinct = pd.factorize(key)
            span = len(distinct)
        key = key * width + codes
        span *= width
    return key


def _meanings(column: pa.Array, words: tuple[Word, ...] | None) -> Codes:
    """Codes that are equal where the meaning is; words without one differ from each other."""
    if words is None and pa.types.is_floating(column.type):
        codes, _ = pd.factorize(np.asarray(column))
        return codes.astype(np.int64) + 1
    if words is None:
        column = pc.utf8_trim_whitespace(column).dictionary_encode().indices
        return np.asarray(column).astype(np.int64)
    texts = [word.value or f"{BETWEEN}{place}" for place, word in enumerate(words)]
    codes, _ = pd.factorize(np.array(texts, dtype=object))
    found: Codes = codes.astype(np.int64)[np.asarray(column)]
    return found

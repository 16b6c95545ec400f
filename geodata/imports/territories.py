"""Files about the territories themselves: official boundaries, and the DIVIPOLA list.

Neither makes or retires a border: see ``geodata.boundaries``. A list names municipalities, adds
those that are new and never drops one that it lacks.
"""

import gzip
import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd

from geodata import web_map
from geodata.backdrop import Backdrop
from geodata.borders import BorderError
from geodata.boundaries import (
    Fitted,
    border_faults,
    drawn,
    fit,
    misplaced,
    missing_units,
    replaced,
    reviewed_lists,
)
from geodata.coverage import CoverageError
from geodata.findings import Finding, Severity
from geodata.imports.context import Context
from geodata.imports.fields import Field, Nature
from geodata.imports.kinds import KINDS, Kind
from geodata.imports.listing import finding
from geodata.imports.pipeline import NOTHING, ImportOptions, Staged, judge
from geodata.imports.shape import recognise
from geodata.imports.snapshot_tables import NO_FILES, read_table_of
from geodata.imports.words import plain
from geodata.reading.raw import RawTable
from geodata.reading.vector import RawBoundaries, VectorOptions, read_boundaries
from geodata.schema import Level
from geodata.store import Store
from geodata.territories import current_units

log = logging.getLogger(__name__)

KIND: Final = "territorios"
LIST: Final = "divipola"
"""What the record of an imported list says: it draws no boundary."""

CODE: Final = "territory_code"
NAME: Final = "territory_name"
MOST_NAMED: Final = 12
"""Municipalities that one sentence names; the rest are counted."""

SMALL_WORDS: Final = frozenset(("de", "del", "la", "las", "los", "el", "y", "e"))


def stage_boundaries(path: Path, options: ImportOptions, context: Context, store: Store) -> Staged:
    """Read a file of boundaries, judge its codes, and fit its shapes together.

    Raises:
        UserFacingError: it cannot be read, or the snapshot lacks what lies around Colombia.
    """
    found = read_boundaries(
        path, VectorOptions(options.read.sheet, options.crs, options.read.encoding)
    )
    staged = judge(_attributes(found), KINDS[KIND], options, context)
    if staged.counts["errors"]:
        return staged
    territories = gpd.GeoDataFrame(read_table_of(store, "territories"))
    codes = pd.Index(staged.rows[CODE])
    shapes = gpd.GeoSeries(found.frame.geometry.to_numpy(), index=codes, crs=found.frame.crs)
    faults = [*_absent(codes, territories, context), *_repeated(codes, context)]
    if any(fault.severity is Severity.ERROR for fault in faults):
        return _with(staged, faults)
    return _fitted(_with(staged, faults), shapes, territories, store)


def _fitted(
    staged: Staged, shapes: gpd.GeoSeries, territories: gpd.GeoDataFrame, store: Store
) -> Staged:
    """``staged`` with the whole table and the map, or with what the shapes fail at."""
    backdrop = Backdrop.read(store.folder)
    try:
        fitted = fit(shapes, backdrop)
    except (CoverageError, BorderError) as error:
        log.warning("Boundaries of %s do not fit: %s", staged.file, error)
        return _with(staged, [finding("limites_no_encajan", Severity.ERROR)])
    faults = [*_elsewhere(fitted, territories), *_borders(fitted, territories, backdrop)]
    if any(fault.severity is Severity.ERROR for fault in faults):
        return _with(staged, faults)
    table = replaced(territories, read_table_of(store, "domains"), fitted)
    return replace(
        _with(staged, faults), rows=table, carried=drawn(table, fitted, backdrop),
        options=_signed(staged),
    )  # fmt: skip


def _signed(staged: Staged) -> ImportOptions:
    """The options with the source of the file: its record names it, and so does the map."""
    source = str(staged.rows["source_id"].iloc[0])
    return replace(staged.options, constants={**staged.options.constants, "source_id": source})


def _attributes(found: RawBoundaries) -> RawTable:
    """The attributes as the table that they are, one row per polygon."""
    texts = pd.DataFrame(found.frame.drop(columns=found.frame.geometry.name))
    cells = texts.astype("object").where(texts.notna(), "").astype("str")
    return RawTable(
        found.path,
        cells.set_axis(pd.Index(found.frame.index, name="fila"), axis="index"),
        sheets=found.layers,
        encoding=found.encoding,
        findings=found.findings,
    )


def _with(staged: Staged, faults: Iterable[Finding]) -> Staged:
    """``staged`` with more findings; without rows when one of them is an error."""
    notices = (*staged.notices, *faults)
    wrong = any(notice.severity is Severity.ERROR for notice in notices)
    return replace(staged, notices=notices, rows=NOTHING if wrong else staged.rows)


def _absent(codes: pd.Index, territories: pd.DataFrame, context: Context) -> Iterator[Finding]:
    absent = missing_units(codes, territories)
    if absent:
        yield finding("limites_faltantes", Severity.ERROR, detail=_named(absent, context))


def _repeated(codes: pd.Index, context: Context) -> Iterator[Finding]:
    for code in codes[codes.duplicated()].unique():
        named = _named([code], context)
        yield finding("poligonos_unidos", Severity.WARNING, value=str(code), detail=named)


def _elsewhere(fitted: Fitted, territories: gpd.GeoDataFrame) -> Iterator[Finding]:
    names = territories.set_index(CODE)["name"]
    for code in misplaced(fitted.shapes, territories):
        yield finding(
            "limite_en_otro_lugar", Severity.ERROR, value=code, detail=f"{names[code]} ({code})"
        )


def _borders(fitted: Fitted, territories: pd.DataFrame, backdrop: Backdrop) -> Iterator[Finding]:
    countries = dict(zip(backdrop.countries["country"], backdrop.countries["name"], strict=True))
    for found, near in border_faults(fitted, reviewed_lists(territories)):
        codes = ", ".join((*found.only_listed, *found.only_measured))
        where = countries.get(found.name, "franja de 50 km")
        rule = "franja_distinta" if near else "frontera_distinta"
        severity = Severity.WARNING if near else Severity.ERROR
        yield finding(rule, severity, detail=codes if near else f"{where}, {codes}")


def _named(codes: list[str], context: Context) -> str:
    names = context.catalogue.names
    shown = ", ".join(f"{names[code]} ({code})" for code in codes[:MOST_NAMED])
    rest = len(codes) - MOST_NAMED
    return f"{shown} y {rest} más" if rest > 0 else shown


def stage_list(raw: RawTable, options: ImportOptions, context: Context, store: Store) -> Staged:
    """Judge a DIVIPOLA list: names and types of the municipalities that exist.

    Raises:
        MappingError: a column or a field that was named does not exist.
    """
    known = context.catalogue.names
    wider = _with_new(raw, options, context)
    staged = judge(raw, _list_kind(), options, wider)
    if staged.rows.empty:
        return staged
    new = sorted(set(staged.rows[CODE]) - set(known))
    faults = [*_twice(staged), *_listed_anew(new), *_unlisted(staged.rows[CODE], store, context)]
    noted = _with(staged, faults)
    if noted.rows.empty:
        return noted
    table = _listed(staged.rows, gpd.GeoDataFrame(read_table_of(store, "territories")))
    return replace(noted, rows=table, carried=_renamed_map(table, store), options=_signed(staged))


def _list_kind() -> Kind:
    """The kind whose names are taken, not compared."""
    kind = KINDS[KIND]
    return replace(kind, name=LIST, fields=tuple(map(_taken, kind.fields)))


def _taken(entry: Field) -> Field:
    return replace(entry, nature=Nature.TEXT, required=True) if entry.name == NAME else entry


def _with_new(raw: RawTable, options: ImportOptions, context: Context) -> Context:
    """``context`` with the codes of the file that are new, in departments that exist."""
    columns = recognise((str(c) for c in raw.cells.columns), KINDS[KIND], options.mapping)
    if not {CODE, NAME} <= columns.keys():
        return context
    codes = raw.cells[columns[CODE]].str.strip().str.removesuffix(".0")
    codes = codes[codes.str.fullmatch(r"\d{4,5}")].str.zfill(5)
    known = context.catalogue.names
    new = codes[~codes.isin(known) & codes.str[:2].isin(known)].drop_duplicates()
    rows = pd.DataFrame({
        CODE: new, "name": raw.cells[columns[NAME]].reindex(new.index).map(cased),
        "level": Level.MUNICIPALITY.value, "successor": "", "valid_to": "",
    })  # fmt: skip
    return replace(context, territories=pd.concat([context.territories, rows], ignore_index=True))


def _twice(staged: Staged) -> Iterator[Finding]:
    codes = staged.rows[CODE]
    first = {code: row for row, code in reversed([*zip(staged.original.index, codes, strict=True)])}
    for row, code, again in zip(staged.original.index, codes, codes.duplicated(), strict=True):
        if again:
            yield finding(
                "clave_repetida", Severity.ERROR, row=int(row), column=staged.columns[CODE],
                value=str(code), detail=str(first[code]),
            )  # fmt: skip


def _listed_anew(new: list[str]) -> Iterator[Finding]:
    return (finding("municipio_nuevo", Severity.WARNING, value=code) for code in new)


def _unlisted(codes: pd.Series, store: Store, context: Context) -> Iterator[Finding]:
    gone = sorted(set(current_units(store.territories)[CODE]) - set(codes))
    if gone:
        yield finding("municipio_ausente", Severity.WARNING, detail=_named(gone, context))


def _listed(rows: pd.DataFrame, territories: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The table with the names and types of the list, and its new municipalities."""
    listed = rows.set_index(CODE)
    table = territories.set_index(CODE, drop=False)
    known = listed.index.intersection(table.index)
    names = listed.loc[known, NAME].map(cased)
    differing = names.map(plain) != table.loc[known, "name"].map(plain)
    table.loc[known[differing], "name"] = names[differing]
    levels = listed.loc[known, "level"]
    table.loc[levels.index[levels != ""], "level"] = levels[levels != ""]
    new = listed.loc[listed.index.difference(table.index)]
    whole = pd.concat([table, _new_rows(new, table)]) if len(new) else table
    return gpd.GeoDataFrame(whole.reset_index(drop=True), geometry="geometry", crs=territories.crs)


def _new_rows(new: pd.DataFrame, table: pd.DataFrame) -> gpd.GeoDataFrame:
    """Municipalities without a shape: they touch nothing that is known."""
    code = new.index.to_series()
    facts: dict[str, Any] = {
        c: False for c in map(str, table) if c.startswith(("touches_", "within_"))
    }
    rows = new.reindex(columns=["lon", "lat"]).assign(
        territory_code=code,
        name=new[NAME].map(cased),
        level=new["level"].where(new["level"] != "", Level.MUNICIPALITY.value),
        department_code=code.str[:2],
        department_name=code.str[:2].map(table["name"]),
        has_geometry=False,
        geometry=None,
        note="de la lista DIVIPOLA importada",
        **dict.fromkeys(("valid_from", "valid_to", "successor"), ""),
        **facts,
    )
    return gpd.GeoDataFrame(rows.reindex(columns=table.columns), geometry="geometry", crs=None)


def _renamed_map(table: pd.DataFrame, store: Store) -> dict[str, bytes]:
    """The map with the names of ``table``; nothing when it has them already."""
    if store.map is None:
        return dict(NO_FILES)
    topology = json.loads(gzip.decompress(store.map.gzipped))
    names = table.set_index(CODE)["name"]
    units = topology["objects"][web_map.UNITS]["geometries"]
    changed = [unit for unit in units if unit["properties"]["n"] != names[unit["id"]]]
    for unit in changed:
        unit["properties"]["n"] = names[unit["id"]]
    text = json.dumps(topology, ensure_ascii=False, separators=(",", ":"))
    return web_map.packed(text.encode()) if changed else {}


def cased(name: str) -> str:
    """A name that the list shouts, as it is written in a sentence."""
    text = " ".join(name.split())
    if not text.isupper():
        return text
    words = text.title().split(" ")
    return " ".join(
        word.lower() if place and word.lower() in SMALL_WORDS else word
        for place, word in enumerate(words)
    )

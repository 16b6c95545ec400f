"""The resources: what each address answers."""

from typing import Any, Final

import orjson

from callbacks.api.asked import Asked
from callbacks.api.problems import unknown_name
from callbacks.api.questions import (
    GeometryQuestion,
    IndicatorsQuestion,
    Listed,
    PlacesQuestion,
    Question,
    ResultsQuestion,
    SourcesQuestion,
    TerritoriesQuestion,
)
from callbacks.api.replies import Notice, Reply, envelope, listing, single
from callbacks.api.where import conditions, drawn_by_default, in_force, territories_of
from callbacks.desk import Desk
from geodata.disclosure.places import PUBLIC
from geodata.schema import RESULTS, SOURCES, Column
from geodata.snapshot import Manifest, Workspace
from indicators.paging import Cursor, Wanted, page, span
from indicators.records import (
    TERRITORY_COLUMNS,
    feature_properties,
    indicator_record,
    records,
)
from indicators.spec import Text
from layouts.provenance import boundaries_words
from layouts.text import catalogue

INDICATOR: Final = Text("el indicador", "indicator")
SOURCE: Final = Text("la fuente", "source")
NO_SHAPE: Final = Text(
    "Estos territorios no tienen polígono publicado.", "These territories have no published shape."
)


def territories(asked: Asked[TerritoriesQuestion]) -> Reply:
    """A page of territories, those retired included."""
    codes, notices = territories_of(asked.question, asked.desk)
    table = asked.desk.engine.snapshot.territories
    return _rows(asked, table, TERRITORY_COLUMNS, Wanted(conditions(codes)), notices)


def territory(asked: Asked[Question]) -> Reply:
    """One territory; for a retired code, the one that replaced it."""
    code, notices = in_force(asked.name, asked.desk)
    table = asked.desk.engine.snapshot.territories.loc[[code]]
    return single(asked, records(table, TERRITORY_COLUMNS)[0], notices)


def geometry(asked: Asked[GeometryQuestion]) -> Reply:
    """The shapes of territories."""
    codes, notices = territories_of(asked.question, asked.desk)
    chosen = sorted(codes) if codes is not None else drawn_by_default(asked.desk)
    shapes = asked.desk.store.shapes
    without = [code for code in chosen if code not in shapes]
    missing = Notice("no_geometry", NO_SHAPE, ",".join(without))
    drawn = [code for code in chosen if code in shapes]
    return _collection(asked, drawn, (*notices, *([missing] if without else [])))


def one_geometry(asked: Asked[Question]) -> Reply:
    """The shape of one territory; ``null`` where none is published."""
    code, notices = in_force(asked.name, asked.desk)
    return _collection(asked, [code], notices)


def _collection(asked: Asked[Any], codes: list[str], notices: tuple[Notice, ...]) -> Reply:
    texts, store = catalogue(asked.language), asked.desk.store
    body = {
        "type": "FeatureCollection",
        "attribution": boundaries_words(store.manifest.imports, store.sources, texts),
        "features": _features(asked.desk, codes),
    }
    return body | envelope(asked, notices)


def _features(desk: Desk, codes: list[str]) -> list[dict[str, Any]]:
    shapes = desk.store.shapes
    told = feature_properties(desk.engine.snapshot.territories.loc[codes])
    return [
        {
            "type": "Feature",
            "id": code,
            "properties": properties,
            "geometry": orjson.Fragment(shapes.get(code, b"null")),
        }
        for code, properties in zip(codes, told, strict=True)
    ]


def indicators(asked: Asked[IndicatorsQuestion]) -> Reply:
    """A page of the registry."""
    question, known = asked.question, asked.desks.indicators
    for key in question.indicator:
        if key not in known:
            raise unknown_name(INDICATOR, key, list(known), "indicator")
    found = [
        entry
        for key, entry in known.items()
        if (not question.indicator or key in question.indicator)
        and (not question.axis or entry.axis in question.axis)
    ]
    shown, following = span(Cursor.parse(question.cursor), question.limit, len(found))
    return listing(asked, [indicator_record(entry) for entry in found[shown]], following)


def indicator(asked: Asked[Question]) -> Reply:
    """One entry of the registry."""
    known = asked.desks.indicators
    if asked.name not in known:
        raise unknown_name(INDICATOR, asked.name, list(known), "indicator")
    return single(asked, indicator_record(known[asked.name]))


def places(asked: Asked[PlacesQuestion]) -> Reply:
    """A page of centres and other points."""
    question = asked.question
    codes, notices = territories_of(question, asked.desk)
    words = {
        "kind": question.kind,
        "status": question.status,
        "sector": question.sector,
        "programme": question.programme,
        "formalisation": question.formalisation,
    }
    wanted = Wanted(conditions(codes, words))
    return _rows(asked, asked.desk.engine.snapshot.places, PUBLIC, wanted, notices)


def results(asked: Asked[ResultsQuestion]) -> Reply:
    """A page of programme results."""
    question = asked.question
    codes, notices = territories_of(question, asked.desk)
    words = {
        "programme": question.programme,
        "sex": question.sex,
        "population_group": question.group,
    }
    wanted = Wanted(conditions(codes, words), question.period or "")
    return _rows(asked, asked.desk.engine.snapshot.results, RESULTS, wanted, notices)


def sources(asked: Asked[SourcesQuestion]) -> Reply:
    """A page of publications."""
    table = asked.desk.engine.snapshot.sources
    for name in asked.question.source:
        if name not in table.index:
            raise unknown_name(SOURCE, name, table.index.tolist(), "source")
    wanted = Wanted(conditions(None, {"source_id": asked.question.source}))
    return _rows(asked, table, SOURCES, wanted)


def source(asked: Asked[Question]) -> Reply:
    """One publication: where an observation leads back to."""
    table = asked.desk.engine.snapshot.sources
    if asked.name not in table.index:
        raise unknown_name(SOURCE, asked.name, table.index.tolist(), "source")
    return single(asked, records(table.loc[[asked.name]], SOURCES)[0])


def snapshots(asked: Asked[Listed]) -> Reply:
    """A page of the editions of a workspace, the newest first."""
    workspace, shelf = Workspace(asked.question.workspace), asked.desks.shelf
    history, current = shelf.history(workspace), shelf.current(workspace)
    question = asked.question
    shown, following = span(Cursor.parse(question.cursor), question.limit, len(history))
    return listing(asked, [_edition(one, current) for one in history[shown]], following)


def _edition(manifest: Manifest, current: str) -> dict[str, Any]:
    """An edition; who published it stays inside: it may be the name of a person."""
    imports = [
        {
            "file": one.file,
            "kind": one.kind,
            "when": one.when,
            "sha256": one.sha256,
            "sources": list(one.sources),
        }
        for one in manifest.imports
    ]
    return {
        "id": manifest.id,
        "parent": manifest.parent or None,
        "workspace": str(manifest.workspace),
        "current": manifest.id == current,
        "created": manifest.created,
        "note": manifest.note or None,
        "rows": dict(manifest.rows),
        "imports": imports,
    }


def _rows(
    asked: Asked[Any],
    table: Any,  # noqa: ANN401 - a frame; callbacks hold no data code
    columns: tuple[Column, ...],
    wanted: Wanted,
    notices: tuple[Notice, ...] = (),
) -> Reply:
    question = asked.question
    start = Cursor.parse(question.cursor)
    parts, following = page([""], lambda _: table, wanted, start, question.limit)
    items = [record for part in parts for record in records(part, columns)]
    return listing(asked, items, following, notices)

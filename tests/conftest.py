"""Fixtures shared by every folder of tests.

``published`` is the snapshot that the project ships, prepared once for the run from ``data/``.
``figures`` and ``world`` write small tables by hand: the first turns a table drawn as text into
observations, the second an engine over them, with a handful of territories around Cúcuta.
"""

from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from app import Settings, prepare
from geodata.publish import prepare_published
from geodata.schema import OBSERVATIONS, Level
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.compute import observed
from indicators.engine import Engine
from indicators.registry import INDICATORS
from indicators.spec import Need

DATA = Path(__file__).parents[1] / "data"

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The published workspace, opened. Its tables are shared: never change one in place."""
    var = tmp_path_factory.mktemp("var")
    prepare_published(var, DATA)
    return Store.open(var, Workspace.PUBLISHED)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The demonstration workspace, generated in full."""
    settings = Settings(var=tmp_path_factory.mktemp("demo"))
    prepare(settings)
    return Store.open(settings.var, Workspace.DEMO)


@pytest.fixture(scope="session")
def engine(published):
    """An engine over ``published``."""
    return Engine(published)


def observations(table, **constant):
    """Observations from a table drawn as text: a header, one line per row, ``-`` for empty."""
    drawn = pd.read_csv(StringIO(table), sep=r"\s+", dtype=str, keep_default_na=False)
    given = drawn.replace("-", "").assign(**constant)
    usual = {
        "indicator": "x",
        "sex": "total",
        "population_group": "total",
        "sector": "total",
        "unit": "persons",
        "source_id": "S",
        "series": "s",
    }
    columns = {}
    for column in OBSERVATIONS:
        cells = given.get(column.name, pd.Series(usual.get(column.name, ""), index=given.index))
        columns[column.name] = pd.to_numeric(cells) if column.kind == "number" else cells
    return pd.DataFrame(columns).astype({"value": float})


@pytest.fixture(scope="session")
def figures():
    """``observations``: see there."""
    return observations


TERRITORIES = """
territory_code level        department_code touches_venezuela
54001          municipio    54              True
54874          municipio    54              True
44430          municipio    44              True
44001          municipio    44              False
54             departamento 54              False
44             departamento 44              False
00             nacion       -               False
AM54001        dominio      -               False
AM44001        dominio      -               False
G23            dominio      -               False
"""


@dataclass(frozen=True)
class HandMade:
    """A snapshot in memory; ``tables`` holds its observations by key."""

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    snapshot_id: str = "handmade"
    survey_sets: tuple[str, ...] = ("G23",)

    @property
    def domains(self):
        metropolitan = ("AM54001", "G23")
        return {"54001": metropolitan, "54874": metropolitan, "44001": ("AM44001",)}

    @property
    def territories(self):
        table = pd.read_csv(StringIO(TERRITORIES), sep=r"\s+", dtype=str).replace("-", "")
        named = table.assign(name=table["territory_code"], valid_to="", level=table["level"])
        assert set(named["level"]) <= set(Level)
        return named.set_index("territory_code", drop=False)

    @property
    def places(self):
        return pd.DataFrame({"kind": [], "territory_code": []}, dtype=str)

    results = places
    actors = places
    components = places

    @property
    def sources(self):
        return pd.DataFrame({"source_id": ["S"]}, index=["S"])

    @property
    def imported(self):
        return {}

    def observations(self, key):
        return self.tables.get(key, observations("territory_code period value\n"))


@pytest.fixture(scope="session")
def world():
    """A factory: observations by key in, an engine over ten hand-made territories out."""
    return lambda **tables: Engine(HandMade(tables))


@pytest.fixture(scope="session")
def dictionaries():
    """A function that keeps a frame's words as codes, as a store does."""
    words = ["territory_code", "sex", "population_group", "sector", "quality", "flags"]
    return lambda frame: frame.astype(dict.fromkeys(words, "category"))


@pytest.fixture(scope="session")
def counted():
    """A factory of indicators that show the observations of one key, ``x``, two years back."""
    entry = INDICATORS["poblacion_migrante_venezolana"]
    plain = replace(
        entry, key="x", needs=(Need("x"),), compute=observed("x"), groups=("total",),
        tolerance_years=2,
    )  # fmt: skip
    return lambda **changes: replace(plain, **changes)

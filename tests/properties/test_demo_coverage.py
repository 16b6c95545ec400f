"""The demonstration at full scale: every choice on screen finds a figure, and parts add up."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geodata.publish import publish_demo, territory_table
from geodata.schema import SECTIONS
from geodata.snapshot import Workspace
from geodata.sources.published import read
from geodata.store import Store
from indicators.cube import Cell
from indicators.demo import demo_tables
from indicators.engine import Engine
from indicators.follow_up import cohorts, mobility
from indicators.follow_up.cohorts import MOBILITY
from indicators.gaps import gap_matrix, sensitivity
from indicators.registry import INDICATORS
from indicators.scopes import local_territories
from indicators.sector_gap import sector_gaps
from indicators.spec import Kind
from indicators.states import State
from indicators.unit_figures import KEYS

DATA = Path(__file__).parents[2] / "data"
PLAIN = ["44430", "54874", "81001"]
YEARS = [str(year) for year in range(2018, 2026)]
SEXES = ("total", "mujeres", "hombres")
LOCAL_TERRITORIES = 1122
CELL = ["sex", "population_group", "sector"]


def asked_cells():
    """Cells that a reader can ask of each key: group and section are not crossed."""
    asked = {}
    for indicator in INDICATORS.values():
        for need in (need for need in indicator.needs if not need.series):
            sexes = SEXES if indicator.by_sex and "sex" in need.keeps else ("total",)
            groups = indicator.groups if "population_group" in need.keeps else ("total",)
            groups = (need.group,) if need.group else groups
            cells = asked.setdefault(need.key, set())
            cells |= {(sex, str(group), "total") for sex in sexes for group in groups}
            if indicator.by_sector and "sector" in need.keeps:
                cells |= {("total", str(groups[0]), section) for section in SECTIONS}
    return asked


ASKED = asked_cells()
SERIES = {n.key for i in INDICATORS.values() for n in i.needs if n.series}
FOLLOWED = SERIES - set(KEYS) | {MOBILITY}
"""Keys of follow-up, which only the municipalities that programmes serve have."""
OWN = [key for key in sorted(ASKED) if key in INDICATORS]
COUNTS = [key for key in sorted(ASKED) if key not in OWN or INDICATORS[key].kind is Kind.COUNT]
each_key = pytest.mark.parametrize("key", sorted(ASKED))


def wide_by(rows, dimension, index):
    """One column for each word of ``dimension``; rows of which any is missing are left out."""
    known = rows[rows["value"].notna()].astype(dict.fromkeys([*index, dimension], "str"))
    return known.pivot(index=index, columns=dimension, values="value").dropna()  # noqa: PD010


@pytest.fixture(scope="module")
def territories():
    domains = read(DATA)["domains"]
    return territory_table(DATA / "geometry" / "territories.parquet", domains)


@pytest.fixture(scope="module")
def tables(territories):
    shipped = read(DATA)
    return demo_tables(INDICATORS, territories, shipped["domains"], shipped["components"])


@pytest.fixture(scope="module")
def local(territories):
    return local_territories(territories)["territory_code"].tolist()


@pytest.fixture(scope="module")
def rows_of(tables):
    by_key = dict(iter(tables["observations"].groupby("indicator")))
    return by_key.__getitem__


@pytest.fixture(scope="module")
def engine(tables, territories, tmp_path_factory):
    root = tmp_path_factory.mktemp("demo")
    publish_demo(root, {**tables, "territories": territories}, "")
    return Engine(Store.open(root, Workspace.DEMO))


def test_no_key_is_forgotten_and_none_is_added(tables):
    assert set(tables["observations"]["indicator"].unique()) == set(ASKED) | FOLLOWED
    assert len(tables["observations"]) < 4_200_000


@each_key
def test_every_territory_has_the_key_in_every_year_but_the_absences_on_purpose(rows_of, local, key):
    assert len(local) == LOCAL_TERRITORIES
    rows = rows_of(key)
    present = pd.crosstab(rows["territory_code"].astype(str), rows["period"]).gt(0)
    there = present.reindex(index=local, columns=YEARS, fill_value=False)
    assert (there.sum(axis=1) >= 3).all()
    assert there.loc[PLAIN].all(axis=None)
    absent = 1 - there.to_numpy().mean()
    assert absent < 0.05
    assert (absent > 0.02) == (key not in ("poblacion", "unidades_productivas"))


@each_key
def test_every_cell_that_a_reader_can_ask_for_is_there_once(rows_of, key):
    rows = rows_of(key)
    cells = rows[CELL].drop_duplicates().astype(str).itertuples(index=False, name=None)
    assert set(cells) == ASKED[key]
    place = rows["territory_code"].cat.codes.to_numpy(np.int64) * 10_000
    counts = np.unique(place + rows["period"].astype(int), return_counts=True)[1]
    assert set(counts) == {len(ASKED[key])}
    assert not rows.duplicated(["territory_code", "period", *CELL]).any()


@each_key
def test_departments_and_the_nation_are_whole(rows_of, territories, key):
    rows = rows_of(key)
    wholes = territories.loc[territories["level"].isin(["departamento", "nacion"])]
    found = rows[rows["territory_code"].isin(wholes["territory_code"])]
    assert len(found) == len(wholes) * len(YEARS) * len(ASKED[key])
    assert found["value"].notna().all()


@each_key
def test_values_lie_in_their_range(rows_of, key):
    low, high = INDICATORS[key].valid_range if key in INDICATORS else (0.0, np.inf)
    assert rows_of(key)["value"].dropna().between(low, high).all()


@pytest.mark.parametrize("key", [key for key in COUNTS if len({c[0] for c in ASKED[key]}) > 1])
def test_women_and_men_add_up(rows_of, key):
    by = ["territory_code", "period", "population_group"]
    wide = wide_by(rows_of(key), "sex", by)
    assert len(wide) > LOCAL_TERRITORIES
    assert (wide["mujeres"] + wide["hombres"] == wide["total"]).all()


@pytest.mark.parametrize("key", [key for key in ASKED if len({c[2] for c in ASKED[key]}) > 1])
def test_sections_add_up(rows_of, key):
    rows = rows_of(key)
    first = rows[rows["population_group"].isin(rows.loc[rows["sector"] == "A", "population_group"])]
    wide = wide_by(first, "sector", ["territory_code", "period"])
    assert len(wide) > LOCAL_TERRITORIES
    np.testing.assert_allclose(wide[list(SECTIONS)].sum(axis=1), wide["total"], atol=1e-9)


@pytest.mark.parametrize("key", COUNTS)
def test_counts_are_whole_numbers(rows_of, key):
    values = rows_of(key)["value"].dropna()
    assert (values == values.round()).all()


def test_every_indicator_has_a_value_in_the_plain_municipalities(engine):
    codes = pd.Index(PLAIN)
    for indicator in (i for i in INDICATORS.values() if not i.needs[0].series):
        group = str(indicator.groups[0])
        cells = [Cell(population_group=group)]
        cells += [Cell(population_group=group, sector="G")] if indicator.by_sector else []
        cells += [Cell("mujeres", group)] if indicator.by_sex else []
        for cell in cells:
            states = engine.at(indicator, cell, codes, 2025).table["state"]
            assert (states == State.VALUE).all(), (indicator.key, cell)


def test_each_of_the_six_states_is_seen_on_the_first_map(engine, local):
    shares = engine.at(
        INDICATORS["migrantes_por_mil"], Cell(population_group="migrante_venezolana"),
        pd.Index(local), 2025,
    ).table["state"].value_counts(normalize=True)  # fmt: skip
    assert set(shares.index) == set(State)
    assert shares[State.VALUE] > 0.8


@pytest.mark.parametrize("key", ["migrantes_por_mil", "tasa_desocupacion", "participacion_rural"])
def test_values_of_every_year_reach_the_map(engine, local, key):
    indicator = INDICATORS[key]
    cell = Cell(population_group=str(indicator.groups[0]))
    assert engine.board(indicator, cell, pd.Index(local)).years == tuple(map(int, YEARS))


def test_every_followed_key_has_figures_in_the_plain_municipalities(engine):
    codes = pd.Index(PLAIN)
    for indicator in (i for i in INDICATORS.values() if i.needs[0].key in FOLLOWED):
        for group in ("migrante_venezolana", "acogida"):
            states = engine.at(indicator, Cell(population_group=group), codes, 2024).table["state"]
            assert states.isin((State.VALUE, State.SUPPRESSED)).all(), (indicator.key, group)


def test_followed_people_add_up_by_sex_and_are_never_few(tables):
    rows = tables["observations"]
    followed = rows[rows["indicator"] == "seguimiento_personas"]
    counts = followed["value"].dropna()
    assert not counts.between(1, 4).any()
    wide = wide_by(followed, "sex", ["territory_code", "period", "population_group", "series"])
    assert len(wide) > 100
    assert (wide["mujeres"] + wide["hombres"] == wide["total"]).all()


def test_the_sector_gap_has_every_term_in_the_plain_municipalities(engine):
    found = sector_gaps(engine, pd.Index(PLAIN), 2025)
    assert found.gaps.notna().all(axis=None)
    assert len(found.gaps) == len(PLAIN) * len(SECTIONS)
    assert "cupo" in found.sentence("54874", "G").es


def test_the_matrix_of_gaps_has_every_axis_in_the_plain_municipalities(engine):
    matrix = gap_matrix(engine, engine.codes("frontera_venezuela", ""), 2025)
    assert matrix.axes.loc[PLAIN].notna().all(axis=None)
    places = sensitivity(matrix).loc[PLAIN]
    assert (places["first"] <= places["last"]).all()


def test_cohorts_and_moves_of_the_demonstration(engine):
    tables = {key: engine.snapshot.observations(key) for key in FOLLOWED}
    rows = cohorts(tables, "54874", Cell(population_group="migrante_venezolana"))
    assert set(rows["months"]) == {3, 6, 12, 24}
    assert rows["attrition"].notna().all()
    assert (rows.groupby(["cohort", "outcome"])["n"].diff().dropna() <= 0).all()
    moves = mobility(tables[MOBILITY], PLAIN)
    assert not ((moves.matrix >= 1) & (moves.matrix < 5)).any(axis=None)
    assert moves.matrix.notna().any(axis=None)


def test_what_is_added_up_from_the_units_has_figures_in_the_plain_municipalities(engine):
    """Nothing of it is stored: it follows from the places."""
    codes = pd.Index(PLAIN)
    for indicator in (i for i in INDICATORS.values() if i.needs[0].key in KEYS):
        board = engine.board(indicator, Cell(), codes)
        assert len(board.years) in (1, len(YEARS)), indicator.key
        states = board.at(board.years[-1]).table["state"]
        assert states.isin((State.VALUE, State.SUPPRESSED, State.UNRELIABLE)).all(), indicator.key

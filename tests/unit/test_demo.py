"""The demonstration on a few departments: its parts, its words and its promises."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geodata.publish import territory_table
from geodata.schema import TABLES, Level
from geodata.sources.published import read
from geodata.validate import problems
from indicators import demo
from indicators.access import great_circle_km
from indicators.demo.cells import cell_values
from indicators.demo.model import Model, dealt
from indicators.demo.places import (
    CENTRE_KINDS,
    CENTRE_STATUSES,
    FARTHEST_KM,
    lives,
    open_units,
)
from indicators.demo.plan import YEARS, plans
from indicators.demo.rules import RULES
from indicators.demo.tables import demo_tables, model_key
from indicators.demo.world import stream, world
from indicators.registry import INDICATORS
from layouts.text import catalogue

DATA = Path(__file__).parents[2] / "data"
BORDER = ("20", "44", "54", "81", "94", "99")
DEPARTMENTS = (*BORDER, "11", "27", "88")
PARTS = sorted(set(TABLES) - {"territories"})


@pytest.fixture(scope="module")
def shipped():
    return read(DATA)


@pytest.fixture(scope="module")
def territories(shipped):
    whole = territory_table(DATA / "geometry" / "territories.parquet", shipped["domains"])
    inside = whole["territory_code"].str[:2].isin(DEPARTMENTS) | (whole["territory_code"] == "00")
    domain = whole["level"] == Level.SURVEY_DOMAIN
    return pd.DataFrame(whole[inside | domain].drop(columns="geometry"))


@pytest.fixture(scope="module")
def make(shipped, territories):
    return lambda seed=demo.SEED: demo_tables(
        INDICATORS, territories, shipped["domains"], shipped["components"], seed
    )


@pytest.fixture(scope="module")
def tables(make):
    return make()


@pytest.fixture(scope="module")
def units(tables):
    places = tables["places"]
    return places[places["kind"] == "unidad_productiva"]


@pytest.fixture(scope="module")
def centres(tables):
    places = tables["places"]
    return places[places["kind"] != "unidad_productiva"]


@pytest.fixture(scope="module")
def totals(tables):
    """Totals of one key in 2025, by territory."""
    figures = tables["observations"]
    newest = figures[(figures["period"] == "2025") & (figures["sex"] == "total")]
    newest = newest[newest["sector"] == "total"].assign(code=newest["territory_code"].astype(str))
    by_key = dict(iter(newest.groupby("indicator")))

    def of(key):
        rows = by_key[key]
        first = rows["population_group"] == rows["population_group"].iloc[0]
        return rows[first].set_index("code")["value"]

    return of


def digest(table):
    return pd.util.hash_pandas_object(table, index=False).sum()


@pytest.mark.parametrize("name", PARTS)
def test_columns_are_those_of_the_schema_in_order(tables, name):
    assert list(tables[name].columns) == [column.name for column in TABLES[name]]


@pytest.mark.parametrize("name", PARTS)
def test_every_table_obeys_its_schema(tables, name):
    table = tables[name]
    assert problems(name, table.sample(min(len(table), 5000), random_state=1)) == []


@pytest.mark.parametrize("name", PARTS)
def test_same_seed_same_tables(tables, make, name):
    assert digest(make()[name]) == digest(tables[name])


@pytest.mark.parametrize("name", ["observations", "places", "results", "actors"])
def test_another_seed_gives_another_country(tables, make, name):
    assert digest(make(seed=1)[name]) != digest(tables[name])


def test_the_arguments_are_left_as_they_were(make, territories, shipped):
    before = {"territories": territories.copy(), **{k: shipped[k].copy() for k in ("domains",)}}
    make()
    pd.testing.assert_frame_equal(territories, before["territories"])
    pd.testing.assert_frame_equal(shipped["domains"], before["domains"])


@pytest.mark.parametrize("name", [name for name in PARTS if "source_id" in dict.fromkeys(
    column.name for column in TABLES[name])])  # fmt: skip
def test_nothing_comes_from_a_real_source(tables, name):
    assert set(tables[name]["source_id"]) == {"DEMO"}


def test_the_source_says_that_it_is_synthetic(tables):
    source = tables["sources"].iloc[0]
    assert source["licence"] == "sintético"
    assert "sintéticos" in source["title"]


def test_the_model_key_follows_seed_and_registry():
    fewer = dict(list(INDICATORS.items())[:-1])
    keys = {model_key(INDICATORS), model_key(INDICATORS, seed=1), model_key(fewer)}
    assert len(keys) == 3


def test_every_rule_is_a_step_or_a_key_of_the_registry():
    known = {plan.key for plan in plans(INDICATORS)} | {"poblacion"}
    assert {key for key in RULES if not key.startswith("_")} <= known


def test_a_key_without_a_rule_gets_figures_too(monkeypatch, make):
    without = {k: v for k, v in RULES.items() if k not in ("nbi", "atenciones_salud")}
    monkeypatch.setattr("indicators.demo.model.RULES", without)
    figures = make()["observations"]
    for key in ("nbi", "atenciones_salud"):
        assert figures.loc[figures["indicator"] == key, "value"].notna().any()


@pytest.mark.parametrize("total", [0.0, 1.0, 7.0, 1000.0])
def test_a_count_is_dealt_without_losing_any(total):
    shares = stream(1, "test").dirichlet(np.ones(5), size=3).T
    parts = dealt(np.full((3, 2), total), shares)
    assert (parts.sum(axis=0) == total).all()
    assert (parts >= 0).all()
    assert (parts == np.rint(parts)).all()


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("poblacion_migrante_venezolana", "poblacion"),
        ("migrantes_irregulares", "poblacion_migrante_venezolana"),
        ("ppt_entregados", "registrados_rumv"),
        ("ocupados", "poblacion_edad_trabajar"),
        ("colocaciones", "buscadores_inscritos"),
        ("unidades_productivas_fortalecidas", "unidades_productivas"),
        ("matricula_estudiantes_venezolanos", "matricula_total"),
        ("tasa_ocupacion", "tasa_global_participacion"),
        ("tasa_desocupacion", "tasa_desocupacion_juvenil"),
    ],
)
def test_a_part_never_exceeds_its_whole(totals, part, whole):
    both = pd.concat([totals(part), totals(whole)], axis=1, keys=["part", "whole"]).dropna()
    assert len(both) > 100
    assert (both["part"] <= both["whole"]).all()


def test_regular_in_process_and_irregular_are_all_the_migrants(totals):
    parts = ("migrantes_regulares", "migrantes_en_proceso", "migrantes_irregulares")
    summed = sum(totals(part) for part in parts)
    gap = (summed - totals("poblacion_migrante_venezolana")).dropna()
    assert (gap == 0).all()


def test_the_base_of_a_net_rate_is_its_first_cell(territories):
    country = world(territories, demo.SEED)
    asked = {plan.key: plan for plan in plans(INDICATORS)}
    model = Model(country, asked, open_units(country, lives(country)))
    first = cell_values(asked["tasa_ocupacion"], model)[0]
    np.testing.assert_allclose(model.base("tasa_ocupacion"), first)


def test_migrants_concentrate_near_the_line(totals, territories):
    rate = totals("poblacion_migrante_venezolana") / totals("poblacion")
    near = territories.set_index("territory_code")["within_50km_venezuela"].astype(bool)
    local = rate[[code for code in rate.dropna().index if len(code) == 5]]
    on_belt = near.reindex(local.index).to_numpy(dtype=bool)
    assert local[on_belt].median() > 1.5 * local[~on_belt].median()


def test_neighbours_resemble_each_other(totals, territories):
    seats = territories.set_index("territory_code")[["lon", "lat"]].dropna()
    values = totals("nbi").dropna()
    seats = seats.loc[[code for code in seats.index if code in values.index and len(code) == 5]]
    values = values[seats.index].to_numpy()
    apart = [great_circle_km(x, y, seats["lon"], seats["lat"]) for x, y in seats.to_numpy()]
    nearest = np.argsort(apart, axis=1)[:, 1]
    assert np.corrcoef(values, values[nearest])[0, 1] > 0.3


def test_labour_surveys_change_frame_and_registers_do_not(tables):
    figures = tables["observations"]
    survey = figures[figures["indicator"] == "tasa_desocupacion"]
    by_year = survey.groupby("period")["series"].unique().map(list).to_dict()
    assert by_year["2021"] == ["demo_marco_1"]
    assert by_year["2022"] == ["demo_marco_2"]
    assert set(figures.loc[figures["indicator"] == "poblacion", "series"]) == {"demo"}


def test_survey_domains_have_labour_figures_every_year(tables):
    figures = tables["observations"]
    survey = figures[figures["indicator"] == "tasa_desocupacion"]
    for code in ("AM54001", "CI44001", "CI81001"):
        own = survey[(survey["territory_code"] == code) & (survey["sex"] == "total")]
        assert set(own["period"]) == {str(year) for year in YEARS}
        assert own["value"].notna().all()


def test_a_metropolitan_area_is_the_sum_of_its_municipalities(tables, shipped):
    domains = shipped["domains"].set_index("territory_code")
    members = domains.loc["AM54001", "members"].split("|")
    figures = tables["observations"]
    chosen = figures["indicator"].isin(["ocupados", "desocupados"])
    rows = figures[chosen & (figures["population_group"] == "total")]
    rows = rows[rows["territory_code"].isin([*members, "AM54001"])]
    wide = rows.astype({"territory_code": "str"}).pivot_table(
        index=["indicator", "period"], columns="territory_code", values="value"
    )
    known = wide.dropna()
    assert len(known) > 3
    assert (known[members].sum(axis=1) == known["AM54001"]).all()


def test_a_department_is_the_sum_of_its_municipalities(totals):
    people = totals("poblacion")
    inside = people[[code for code in people.index if len(code) == 5 and code[:2] == "54"]]
    assert people["54"] == inside.sum()
    assert people["00"] == people[list(DEPARTMENTS)].sum()


def test_no_department_has_a_single_suppressed_territory(tables):
    figures = tables["observations"]
    hidden = figures[(figures["quality"] == "suprimido") & (figures["sector"] == "total")]
    hidden = hidden[~hidden["series"].str.contains("|", regex=False)]  # no totals of follow-up
    hidden = hidden.assign(department=hidden["territory_code"].astype(str).str[:2])
    by = ["indicator", "period", "department"]
    assert hidden.groupby(by)["territory_code"].nunique().min() >= 2


def test_units_are_named_by_number_and_supported_by_programmes(units, shipped):
    assert units["id"].iloc[0] == "UP-00001"
    assert units["id"].is_unique
    assert units["name"].str.fullmatch(r"Unidad productiva \d{5}").all()
    assert set(units["operator"]) == {""}
    assert set(units["programme"]) == {"", *shipped["components"]["programme"]}


def test_every_formalisation_occurs_and_only_open_units_have_workers(units):
    assert set(units["formalisation"]) == {"registrada", "en_tramite", "sin_registro", ""}
    closed = units["status"] == "cerrada"
    assert units.loc[closed, "jobs"].isna().all()
    known = units.loc[~closed, "jobs"]
    assert 0 < known.isna().sum() < len(known) / 8
    assert known.min() == 1
    assert 2 < known.mean() < 5


def test_three_quarters_of_the_units_are_on_the_border(units):
    inside = units["territory_code"].str[:2].isin(BORDER)
    assert inside.mean() == pytest.approx(0.75, abs=0.04)
    assert {"44430", "54874", "81001"} <= set(units["territory_code"])


def test_units_stand_close_to_the_middle_of_their_municipality(units, territories):
    seats = territories.set_index("territory_code").loc[units["territory_code"]]
    known = seats["lon"].notna().to_numpy()
    away = [
        great_circle_km(x, y, [lon], [lat])[0]
        for x, y, lon, lat in zip(
            units["lon"][known], units["lat"][known], seats["lon"][known], seats["lat"][known],
            strict=True,
        )
    ]  # fmt: skip
    side_km = np.sqrt(seats["area_km2"].to_numpy()[known])
    assert (np.array(away) <= np.minimum(0.081 * side_km, FARTHEST_KM + 0.01)).all()


def test_only_closed_units_have_an_end(units):
    assert set(units["status"]) == {"activa", "en_riesgo", "cerrada"}
    assert ((units["valid_to"] != "") == (units["status"] == "cerrada")).all()
    ended = units[units["valid_to"] != ""]
    assert (ended["valid_to"] > ended["valid_from"]).all()
    assert units["valid_from"].str[:4].astype(int).between(2018, 2025).all()


def test_the_list_and_the_map_count_the_same_units(tables, units):
    figures = tables["observations"]
    counted = figures[(figures["indicator"] == "unidades_productivas")]
    for year in YEARS:
        last = f"{year}-12-31"
        is_open = (units["valid_from"] <= last) & (
            (units["valid_to"] == "") | (units["valid_to"] > last)
        )
        expected = units[is_open].groupby(["territory_code", "sector"]).size()
        rows = counted[(counted["period"] == str(year)) & (counted["sector"] != "total")]
        rows = rows[rows["territory_code"].astype(str).str.len() == 5]
        found = rows.assign(territory_code=rows["territory_code"].astype(str)).astype(
            {"sector": "str"}
        )
        found = found.set_index(["territory_code", "sector"])["value"]
        assert found[found > 0].sort_index().to_dict() == expected.sort_index().to_dict()


def test_centres_show_every_status_and_words_exist_for_all(centres):
    texts = catalogue("es")
    assert set(centres["status"]) == set(CENTRE_STATUSES) == set(texts.centre_status)
    assert set(CENTRE_KINDS) <= set(texts.centre_kinds)
    assert set(centres["kind"]) == set(CENTRE_KINDS)


def test_centres_are_numbered_not_named_after_real_ones(centres):
    assert centres["name"].str.fullmatch(r"Centro de demostración \d{2}").all()
    assert ((centres["status"] == "cerrado") == (centres["valid_to"] != "")).all()


def test_every_component_has_results_by_municipality_and_sex(tables, shipped):
    results, components = tables["results"], shipped["components"]
    by = ["programme", "component"]
    places = results.groupby(by)["territory_code"].nunique()
    assert len(places) == len(components)
    assert places.min() >= 10
    cells = results.groupby([*by, "territory_code", "period"])["sex"].nunique()
    assert (cells == 3).all()


def test_women_and_men_add_up_to_each_result(tables):
    results = tables["results"]
    by = ["programme", "component", "territory_code", "period", "sex"]
    figures = results.set_index(by)[["baseline", "target", "actual"]]
    women, men, total = (figures.xs(sex, level="sex") for sex in ("mujeres", "hombres", "total"))
    pd.testing.assert_frame_equal((women + men).sort_index(), total.sort_index())


def test_a_mayors_office_takes_part_everywhere(tables):
    actors = tables["actors"]
    assert "Alcaldía de Maicao" in set(actors["organisation"])
    offices = actors[actors["kind"] == "gobierno local"]
    assert set(offices["territory_code"]) == set(tables["results"]["territory_code"])

"""Figures read off the publications: they stay what they were."""

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from geodata.schema import FLAGS
from geodata.sources.published import read
from geodata.validate import problems

DATA = Path(__file__).parents[2] / "data"
COLLECTED_ROWS = 3098
ROWS_CARRIED_TO_RESULTS = 3

LABOUR_SURVEY = (
    "tasa_desocupacion",
    "tasa_ocupacion",
    "tasa_global_participacion",
    "tasa_informalidad",
    "tasa_desocupacion_juvenil",
    "ocupados",
    "ocupados_por_rama",
    "desocupados",
    "poblacion_edad_trabajar",
    "participacion_rama_publicada",
)


@pytest.fixture(scope="module")
def tables():
    return read(DATA)


@pytest.fixture(scope="module")
def observations(tables):
    return tables["observations"]


def local(frame):
    return frame[frame["territory_code"].str.fullmatch(r"\d{5}")]


def chosen(observations, **cell):
    rows = observations
    for column, value in {"sex": "total", "sector": "total", **cell}.items():
        rows = rows[rows[column] == value]
    return rows


def test_the_25_municipalities_of_cesar_add_up_to_the_department(observations):
    migrants = chosen(observations, indicator="poblacion_migrante_venezolana", period="2026-01")
    municipal = local(migrants)
    municipal = municipal[municipal["territory_code"].str.startswith("20")]
    assert len(municipal) == 25
    assert municipal["value"].sum() == 70_212
    assert migrants.set_index("territory_code").loc["20", "value"] == 70_212


@pytest.mark.parametrize(
    ("year", "codes", "people"), [("2018", 1122, 48_258_494), ("2025", 1122, 53_057_212)]
)
def test_municipal_population_adds_up_to_the_nation(observations, year, codes, people):
    rows = chosen(observations, indicator="poblacion", period=year)
    assert (rows["territory_code"].nunique(), rows["value"].sum()) == (codes, people)


def test_population_knows_1123_codes(observations):
    assert chosen(observations, indicator="poblacion")["territory_code"].nunique() == 1123


@pytest.mark.parametrize(
    ("indicator", "code", "period", "expected"),
    [
        pytest.param("tasa_desocupacion", "AM54001", "2025-10/2025-12", 11.1, id="cucuta td"),
        pytest.param("tasa_desocupacion", "AM54001", "2020", 23.7, id="cucuta td 2020"),
        pytest.param("tasa_informalidad", "AM54001", "2025-10/2025-12", 63.6, id="cucuta ti"),
        pytest.param("tasa_desocupacion", "CI44001", "2024-01/2024-03", 21.8, id="riohacha td"),
        pytest.param("tasa_desocupacion", "CI81001", "2023", 29.1, id="arauca td"),
        pytest.param("tasa_desocupacion", "54", "2021", 18.1, id="norte de santander td"),
        pytest.param("ipm", "44", "2024", 39.3, id="la guajira ipm"),
        pytest.param("nbi", "20001", "2018", 17.83, id="valledupar nbi"),
        pytest.param("avance_matricula", "81065", "2025", 97.0, id="arauquita matricula"),
    ],
)
def test_published_anchors(observations, indicator, code, period, expected):
    rows = chosen(observations, indicator=indicator, territory_code=code, period=period)
    assert set(rows["value"]) == {expected}


def test_branches_of_cucuta_in_2023(observations):
    rows = observations[
        (observations["indicator"] == "ocupados_por_rama")
        & (observations["territory_code"] == "AM54001")
        & (observations["period"] == "2023")
    ]
    expected = {"B": 4e3, "C": 57e3, "F": 33e3, "G": 109e3, "I": 34e3, "OPQ": 48e3, "RST": 35e3}
    assert dict(zip(rows["sector"], rows["value"], strict=True)) == expected


@pytest.mark.parametrize("indicator", LABOUR_SURVEY)
def test_a_survey_domain_never_carries_the_code_of_a_municipality(observations, indicator):
    assert local(chosen(observations, indicator=indicator)).empty


def test_the_migration_survey_speaks_of_23_cities_only(observations):
    epm = observations[observations["source_id"].str.startswith("EPM")]
    assert set(epm["territory_code"]) == {"G23"}


def test_the_chamber_of_cucuta_is_not_its_municipality(observations):
    rows = chosen(observations, indicator="matriculas_venezolanas")
    assert set(rows["territory_code"]) == {"CC54001"}


def test_metropolitan_areas_name_their_municipalities(tables):
    domains = tables["domains"].set_index("territory_code")
    assert domains.loc["AM54001", "members"] == "54001|54261|54405|54874"


def test_series_break_where_the_statute_made_people_visible(observations):
    rows = chosen(observations, indicator="poblacion_migrante_venezolana", territory_code="00")
    by_period = rows.drop_duplicates("period").set_index("period")["series"]
    assert by_period["2021-08-31"] == "mc_antes_etpv"
    assert by_period["2022-02-28"] == "mc_etpv"


def test_informality_before_2021_is_another_series(observations):
    rows = chosen(observations, indicator="tasa_informalidad")
    old = rows[rows["series"].str.startswith("geih2005")]
    assert old["series"].str.endswith("definicion_anterior").all()


def test_the_repeated_estimate_of_300_is_never_mapped(observations):
    rows = chosen(observations, indicator="poblacion_migrante_venezolana")
    repeated = local(rows[rows["value"] == 300])
    flags = repeated["flags"].str.split("|")
    assert len(repeated) == 9
    assert all(any(not FLAGS[flag].in_map for flag in row) for row in flags)


@pytest.mark.parametrize(
    ("code", "value", "flag"),
    [("44", 300_000, "political_claim"), ("44", 124_481, "conflict"), ("44", 159_760, "conflict")],
)
def test_competing_figures_of_la_guajira_keep_their_caution(observations, code, value, flag):
    rows = chosen(observations, territory_code=code, indicator="poblacion_migrante_venezolana")
    found = rows[rows["value"] == value]
    assert not found.empty
    assert found["flags"].str.contains(flag).all()


def test_the_suspicious_poverty_of_bogota_is_flagged(observations):
    rows = chosen(observations, indicator="ipm", territory_code="11", period="2025")
    assert rows["flags"].str.contains("value_doubtful").all()


def test_eleven_integrate_centres_in_nine_cities_and_one_announced(tables):
    places = tables["places"]
    centres = places[places["kind"] == "centro_integrate"]
    opened = centres[centres["status"] != "anunciado"]
    assert (len(opened), opened["territory_code"].nunique()) == (11, 9)
    assert list(centres[centres["status"] == "anunciado"]["territory_code"]) == ["81001"]


def test_the_row_arithmetic_closes():
    carried = len(pd.read_csv(DATA / "observations.csv", dtype=str))
    left_out = pd.read_csv(DATA / "left_out.csv", dtype=str, keep_default_na=False)
    assert carried + len(left_out) + ROWS_CARRIED_TO_RESULTS == COLLECTED_ROWS
    assert (left_out["reason"] != "").all()


def test_the_readme_counts_the_reasons_as_they_are():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    left_out = pd.read_csv(DATA / "left_out.csv", dtype=str, keep_default_na=False)
    for reason, count in Counter(left_out["reason"]).items():
        assert f"| {reason} | {count} |" in text


def test_every_table_is_sound_and_every_code_exists(tables):
    people = tables["observations"].query("indicator == 'poblacion'")["territory_code"]
    codes = {"00", *people, *people.str[:2], *tables["domains"]["territory_code"]}
    known = {
        "territory_code": frozenset(codes),
        "source_id": frozenset(tables["sources"]["source_id"]),
    }
    for name, frame in tables.items():
        assert problems(name, frame, known) == []


def test_only_used_sources_are_kept_and_each_once(tables):
    frames = [frame["source_id"] for name, frame in tables.items() if "source_id" in frame]
    used = {part for column in frames for text in set(column) for part in text.split("|")}
    sources = tables["sources"]["source_id"]
    assert sources.is_unique
    assert set(sources) == used


def test_a_cited_producer_is_not_the_publisher(tables):
    sources = tables["sources"].set_index("source_id")
    assert sources.loc["laopinion_2025", "publisher"] == "La Opinión"
    assert sources.loc["laopinion_2025", "original"] == "Migración Colombia"


def test_notes_are_in_spanish(observations):
    english = re.compile(r"\b(?:the|published as|figure|about|without)\b")
    assert not observations["note"].str.contains(english).any()

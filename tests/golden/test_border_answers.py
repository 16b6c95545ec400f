"""Answers of the published snapshot that anyone can check against the publication."""

import pytest

from indicators.cube import Cell
from indicators.nearest import Origin, nearest_figure
from indicators.registry import INDICATORS
from indicators.series import segments
from indicators.states import State

MIGRANTS = INDICATORS["poblacion_migrante_venezolana"]
RATE = INDICATORS["migrantes_por_mil"]
PEOPLE = INDICATORS["poblacion"]
UNEMPLOYMENT = INDICATORS["tasa_desocupacion"]


def cell_of(indicator):
    return Cell(population_group=indicator.groups[0])


@pytest.fixture
def answer(engine):
    def ask(indicator, code, year):
        codes = engine.codes("pais", "")
        codes = codes if code in codes else engine.snapshot.territories.index
        return engine.at(indicator, cell_of(indicator), codes, year).table.loc[code]

    return ask


@pytest.mark.parametrize(
    ("indicator", "code", "year", "expected"),
    [
        pytest.param(MIGRANTS, "54874", 2024, (37_271, State.VALUE), id="villa-del-rosario-2024"),
        pytest.param(MIGRANTS, "54874", 2026, (37_271, State.EARLIER), id="villa-del-rosario-2026"),
        pytest.param(MIGRANTS, "54001", 2024, (215_580, State.VALUE), id="cucuta-2024"),
        pytest.param(
            MIGRANTS, "44430", 2024, (82_834, State.VALUE), id="maicao-2024-latest-cut-off"
        ),
        pytest.param(MIGRANTS, "54", 2024, (331_152, State.VALUE), id="norte-de-santander-2024"),
        pytest.param(MIGRANTS, "44", 2024, (159_760, State.VALUE), id="la-guajira-not-the-claim"),
        pytest.param(MIGRANTS, "00", 2024, (2_815_611, State.VALUE), id="nation-2024"),
        pytest.param(MIGRANTS, "20", 2026, (70_212, State.VALUE), id="cesar-2026"),
        pytest.param(MIGRANTS, "20", 2024, (72_000, State.VALUE), id="cesar-2024-rounded"),
        pytest.param(PEOPLE, "00", 2018, (48_258_494, State.VALUE), id="people-2018"),
        pytest.param(PEOPLE, "00", 2025, (53_057_212, State.VALUE), id="people-2025"),
        pytest.param(PEOPLE, "54", 2024, (1_694_970, State.VALUE), id="people-of-a-department"),
        pytest.param(PEOPLE, "54874", 2026, (127_234, State.VALUE), id="people-of-a-municipality"),
    ],
)
def test_published_values(answer, indicator, code, year, expected):
    found = answer(indicator, code, year)
    assert (found["value"], State(int(found["state"]))) == expected


@pytest.mark.parametrize(
    ("code", "year", "part", "whole"),
    [
        pytest.param("54874", 2024, 37_271, 123_460, id="villa-del-rosario"),
        pytest.param("54", 2024, 331_152, 1_694_970, id="norte-de-santander"),
        pytest.param("00", 2024, 2_815_611, 52_613_753, id="nation"),
        pytest.param("00", 2014, 23_573, None, id="no-population-within-three-years"),
    ],
)
def test_migrants_per_thousand_divide_by_the_people_of_the_same_year(
    answer, code, year, part, whole
):
    found = answer(RATE, code, year)
    if whole is None:
        assert State(int(found["state"])) is State.NO_DATA
    else:
        assert found["value"] == pytest.approx(1000 * part / whole)


def test_the_25_municipalities_of_cesar_add_up_to_the_department(engine):
    codes = engine.codes("frontera_venezuela", "20")
    values = engine.at(MIGRANTS, cell_of(MIGRANTS), codes, 2026).values
    assert (len(values), values.sum()) == (25, 70_212)


def test_gaps_are_told_and_never_filled(engine):
    codes = engine.codes("frontera_venezuela", "")
    table = engine.at(MIGRANTS, cell_of(MIGRANTS), codes, 2026).table
    counts = table["state"].map(State).value_counts().to_dict()
    assert sum(counts.values()) == 100
    assert counts[State.VALUE] == 25
    assert counts[State.NO_DATA] == int(table["value"].isna().sum()) > 50


def test_the_2022_jump_of_visibility_cuts_the_national_line(engine):
    parts = segments(engine, MIGRANTS, "00", cell_of(MIGRANTS))
    assert [part.series for part in parts] == ["mc_antes_etpv", "mc_etpv"]
    before, after = (part.points for part in parts)
    assert (before[-1].period, before[-1].value) == ("2021-08-31", 1_842_392)
    assert (after[0].period, after[0].value) == ("2022-02-28", 2_477_588)


def test_the_unemployment_of_villa_del_rosario_is_that_of_the_metropolitan_area(engine):
    figure = nearest_figure(engine, UNEMPLOYMENT, "54874", cell_of(UNEMPLOYMENT))
    assert (figure.territory_code, figure.origin) == ("AM54001", Origin.DOMAIN)
    assert (figure.observation["period"], figure.value) == ("2025-11/2026-01", 12.6)


def test_windows_of_the_labour_survey_are_drawn_apart(engine):
    parts = segments(engine, UNEMPLOYMENT, "AM54001", cell_of(UNEMPLOYMENT))
    names = [part.series for part in parts]
    assert len(names) == len(set(names))
    assert {"geih2018|trimestre_movil", "geih2018|anio_movil"} <= set(names)
    for part in parts:
        assert [p.when for p in part.points] == sorted(p.when for p in part.points)


@pytest.mark.parametrize("key", list(INDICATORS))
def test_every_indicator_can_be_asked_for_the_whole_country(engine, key):
    indicator = INDICATORS[key]
    board = engine.board(indicator, cell_of(indicator), engine.snapshot.territories.index)
    low, high = indicator.valid_range
    for year in (0, *board.years):
        values = board.at(year).values
        assert values.between(low, high).all(), year
    assert board.at(0).values.empty

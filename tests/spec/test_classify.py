"""Class limits: few, round, plain numbers, and the same whatever the reader filters."""

import pytest

from geodata.schema import SECTIONS, Level
from indicators.classify import MAX_CLASSES, breaks, class_count, class_of
from indicators.cube import Cell
from indicators.registry import INDICATORS


@pytest.mark.parametrize(
    ("distinct", "classes"),
    [
        pytest.param(0, 0, id="no-value-no-class"),
        pytest.param(1, 1, id="one-value"),
        pytest.param(4, 1, id="four"),
        pytest.param(5, 2, id="five"),
        pytest.param(12, 3, id="twelve"),
        pytest.param(19, 5, id="nineteen"),
        pytest.param(20, 5, id="twenty"),
        pytest.param(9000, 5, id="never-more-than-five"),
    ],
)
def test_how_many_classes_values_can_carry(distinct, classes):
    assert class_count(distinct) == classes


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([5, 5, 5], (), id="all-equal"),
        pytest.param([1, 2, 3, 100, 101], (52.0,), id="the-limit-lies-in-the-gap"),
        pytest.param(range(100), (20.0, 40.0, 60.0, 80.0), id="even"),
        pytest.param([-9, -8, -7, 7, 8], (0.0,), id="around-zero"),
        pytest.param(
            [i / 1000 for i in range(30)], (0.0055, 0.011, 0.018, 0.024), id="two-digits-of-little"
        ),
        pytest.param(
            [0] * 10_000 + list(range(1, 30)), (5.5, 12.0, 18.0, 24.0), id="nearly-all-are-zero"
        ),
    ],
)
def test_natural_breaks(values, limits):
    assert breaks(list(values)) == pytest.approx(limits)


@pytest.mark.parametrize("limit", breaks(range(100)))
def test_limits_are_plain_numbers(limit):
    assert type(limit) is float


def test_order_does_not_matter():
    values = [(i * 7919 % 900) ** 2 for i in range(900)]
    assert breaks(values) == breaks(sorted(values, reverse=True))
    assert len(breaks(values)) == MAX_CLASSES - 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(-1, 0, id="below-all"),
        pytest.param(9.99, 0, id="just-below-a-limit"),
        pytest.param(10, 1, id="a-limit-opens-its-class"),
        pytest.param(20, 2, id="the-last-limit"),
        pytest.param(1e9, 2, id="above-all"),
    ],
)
def test_class_of_a_value(value, expected):
    assert class_of(value, (10.0, 20.0)) == expected


def test_without_limits_there_is_one_class():
    assert class_of(12, ()) == 0


@pytest.fixture
def vacancies(counted):
    return counted(by_sector=True)


SECTORED = """
    territory_code period value sector sex
    54001          2024   1     A      total
    54874          2024   2     A      total
    44430          2024   3     A      total
    44001          2024   4     A      total
    54001          2024   50    G      total
    54874          2024   60    G      total
    44430          2024   70    G      total
    44001          2024   80    G      total
    44001          2024   9000  total  total
    54001          2024   8000  total  total
    54874          2024   7000  total  total
    44430          2024   10    total  total
    44001          2023   20    total  total
    54001          2024   4000  total  mujeres
    54             2024   1e6   total  total
"""


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(Cell(sector="A"), id="sector-a"),
        pytest.param(Cell(sector="G"), id="sector-g"),
        pytest.param(Cell(sector="U"), id="a-sector-without-figures"),
        pytest.param(Cell(sector="A", sex="mujeres"), id="women-in-a"),
        pytest.param(Cell(sector="G", population_group="retornada"), id="returnees-in-g"),
    ],
)
def test_limits_by_sector_do_not_depend_on_the_filter_used_first(world, figures, vacancies, first):
    engine = world(x=figures(SECTORED))
    asked = [engine.class_breaks(vacancies, Level.MUNICIPALITY, first)]
    asked += [engine.class_breaks(vacancies, Level.MUNICIPALITY, Cell(sector=s)) for s in SECTIONS]
    assert set(asked) == {(27.0,)}


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(Cell(), id="total"),
        pytest.param(Cell(sex="mujeres"), id="women"),
        pytest.param(Cell(population_group="retornada"), id="returnees"),
    ],
)
def test_limits_of_the_total_do_not_depend_on_the_filter_used_first(
    world, figures, vacancies, first
):
    engine = world(x=figures(SECTORED))
    engine.class_breaks(vacancies, Level.MUNICIPALITY, Cell(sector="A"))
    assert engine.class_breaks(vacancies, Level.MUNICIPALITY, first) == (3500.0,)
    assert engine.class_breaks(vacancies, Level.MUNICIPALITY, Cell()) == (3500.0,)


def test_departments_have_limits_of_their_own(world, figures, vacancies):
    engine = world(x=figures(SECTORED))
    assert engine.class_breaks(vacancies, Level.DEPARTMENT, Cell()) == ()
    assert engine.class_breaks(vacancies, Level.NON_MUNICIPAL, Cell()) == (3500.0,)


@pytest.mark.parametrize("key", ["migrantes_por_mil", "poblacion", "nbi", "participacion_rama"])
def test_what_a_reader_looked_at_before_does_not_change_the_published_limits(engine, key):
    indicator = INDICATORS[key]
    before = engine.class_breaks(indicator, Level.MUNICIPALITY, Cell())
    for scope, department in (("linea_venezuela", ""), ("frontera_venezuela", "20")):
        codes = engine.codes(scope, department)
        for sex in ("mujeres", "total"):
            engine.board(indicator, Cell(sex=sex), codes)
    assert (
        type(engine)(engine.snapshot).class_breaks(indicator, Level.MUNICIPALITY, Cell("mujeres"))
        == before
    )

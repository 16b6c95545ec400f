"""Class limits: few, round, plain numbers, and the same whatever the reader filters."""

import pytest

from geodata.schema import SECTIONS, Level
from indicators.classify import (
    MAX_CLASSES,
    breaks,
    class_count,
    class_of,
    diverging_breaks,
    quantile_breaks,
)
from indicators.cube import Cell
from indicators.registry import INDICATORS
from indicators.spec import Kind


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


@pytest.mark.parametrize(
    ("values", "classes", "limits"),
    [
        pytest.param([], 3, (), id="nothing"),
        pytest.param([5, 5, 5], 3, (), id="all-equal"),
        pytest.param([1, 2, 3, 10, 20, 30], 3, (2.5, 15.0), id="thirds"),
        pytest.param([0, 0, 0, 0, 7, 9], 3, (3.5,), id="ties-are-not-parted"),
        pytest.param(range(100), None, (20.0, 40.0, 60.0, 80.0), id="five-where-values-carry-them"),
        pytest.param([1, 2, 3, 4, 1000], None, (2.5,), id="fewer-where-they-do-not"),
    ],
)
def test_quantiles(values, classes, limits):
    assert quantile_breaks(list(values), classes) == pytest.approx(limits)


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([-3, 0.5, 4], (0.0,), id="few-are-only-below-and-above"),
        pytest.param(range(-9, 10), (-6.0, -3.0, 3.0, 6.0), id="alike-on-both-sides"),
        pytest.param(range(1, 10), (-6.3, -3.7, 3.7, 6.3), id="alike-even-if-all-are-above"),
        pytest.param([0] * 50 + list(range(1, 9)), (0.0,), id="nearly-all-are-zero"),
    ],
)
def test_differences_part_at_zero(values, limits):
    assert diverging_breaks(list(values)) == pytest.approx(limits)


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


RATES = """
    territory_code period value
    54001          2024   10
    54874          2024   20
    44430          2024   30
    44001          2024   70
    00             2024   25
    54001          2023   11
    54874          2023   22
    44430          2023   33
    44001          2023   77
    00             2023   30
"""


def test_a_scale_knows_thirds_and_differences_from_the_nation_of_the_same_year(
    world, figures, counted
):
    rate = counted(kind=Kind.RATE)
    scale = world(x=figures(RATES)).scale(rate, Level.MUNICIPALITY, Cell())
    assert scale.thirds == (16.0, 32.0)
    # 2024: -15 -5 5 45; 2023: -19 -8 3 47. A third lies within 5, two thirds within 18.
    assert scale.gap == (-18.0, -6.0, 6.0, 18.0)


def test_without_a_national_figure_there_is_no_difference(world, figures, counted):
    local = "\n".join(line for line in RATES.splitlines() if " 00 " not in line)
    scale = world(x=figures(local)).scale(counted(kind=Kind.RATE), Level.MUNICIPALITY, Cell())
    assert scale.gap == ()


def test_counts_are_neither_crossed_nor_compared(world, figures, counted):
    scale = world(x=figures(RATES)).scale(counted(), Level.MUNICIPALITY, Cell())
    assert (scale.thirds, scale.gap) == ((), ())
    assert scale.limits, "but the strip and the list are filtered by their groups"


def test_a_measure_that_can_be_negative_parts_at_zero(world, figures, counted):
    signed = counted(kind=Kind.RATE, valid_range=(-100, 100))
    rows = RATES.replace("10\n", "-10\n").replace("20\n", "-20\n")
    limits = world(x=figures(rows)).scale(signed, Level.MUNICIPALITY, Cell()).limits
    assert limits == tuple(-limit for limit in reversed(limits))
    assert len(limits) == 4

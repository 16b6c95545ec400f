"""Single records become figures: offers and interviews in, observations out.

Counts of 1 to 4 leave the engine empty and marked ``suprimido``, shown here as ``*``.
"""

from io import StringIO

import numpy as np
import pandas as pd
import pytest

from geodata.__main__ import main
from geodata.aggregate.figures import Records
from geodata.aggregate.rows import BASELINE
from geodata.aggregate.run import Request, aggregate

HIDDEN = "*"


def drawn(table):
    cells = pd.read_csv(StringIO(table), sep=r"\s+", dtype=str, keep_default_na=False)
    return cells.mask(cells == "-")


def shown(rows, *names):
    """Figures by the words of ``names``; hidden ones as ``HIDDEN``."""
    values = rows["value"].astype(object).mask(rows["quality"] == "suprimido", HIDDEN)
    return dict(zip(zip(*(rows[name] for name in names), strict=True), values, strict=True))


OFFERS = """
territory_code date       sector positions
54001          2024-03-01 G      7
54001          2024-11-30 G      5
54001          2024-05-02 F      3
54001          2024-05-02 -      1
54001          2024-05-03 Z      2
54001          2025-01-01 G      -
54874          2024-06-01 C      0
5001           2024-06-01 G      9
54001          -          G      9
54001          2024-06-01 G      -1
"""


def offers(folder, **options):
    table = drawn(OFFERS)
    path = folder / "vacantes.parquet"
    table.assign(
        date=pd.to_datetime(table["date"]),
        positions=table["positions"].astype("float").astype("Int16"),
    ).to_parquet(path)
    return aggregate(Request(Records.VACANCIES, "duckdb", str(path), "S", **options))


def test_vacancies_by_year_and_section(tmp_path):
    """An offer of no known section counts in the total; one that says no posts is one post."""
    assert shown(offers(tmp_path).rows, "territory_code", "period", "sector") == {
        ("54001", "2024", "total"): 18.0,
        ("54001", "2024", "G"): 12.0,
        ("54001", "2024", "F"): HIDDEN,
        ("54001", "2025", "total"): HIDDEN,
        ("54001", "2025", "G"): HIDDEN,
        ("54874", "2024", "total"): 0.0,
        ("54874", "2024", "C"): 0.0,
    }


def test_vacancies_by_month(tmp_path):
    told = shown(
        offers(tmp_path, monthly=True).rows, "territory_code", "period", "sector", "series"
    )
    apart = "registro_importado|mensual"
    assert told["54001", "2024-03", "G", apart] == 7.0
    assert told["54001", "2024-05", "total", apart] == 6.0
    assert told["54001", "2024-05", "F", apart] == HIDDEN


def test_what_is_left_out_is_counted(tmp_path):
    """A code without its zero, no date, fewer than no posts; then the words that no list has."""
    told = offers(tmp_path)
    assert (told.read, told.unplaced, told.in_total_only) == (10, 3, 2)


def test_a_threshold_of_one_hides_nothing(tmp_path):
    told = offers(tmp_path, fewest=1)
    assert told.suppressed == 0
    assert shown(told.rows, "territory_code", "period", "sector")["54001", "2024", "F"] == 3.0


# times: how many persons answer the same.
INTERVIEWS = """
times month sex     population_group    attrition employed contract_kept income  regularised moved_to
   20 3     mujeres migrante_venezolana no        yes      yes           1000000 yes         -
    6 3     mujeres migrante_venezolana no        no       no            -       no          -
    5 3     mujeres migrante_venezolana no        yes      no            1400000 yes         05001
    3 3     mujeres migrante_venezolana yes       -        -             -       -           -
    4 3     hombres migrante_venezolana no        yes      yes           900000  yes         -
    7 3     hombres acogida             no        -        -             -       yes         -
    2 3     -       acogida             no        yes      yes           900000  yes         08001
    9 9     mujeres acogida             no        yes      yes           900000  yes         -
"""  # noqa: E501

FLAGS = {"yes": True, "no": False}


def people(table=INTERVIEWS, cohort="2023", **changes):
    drawn_rows = drawn(table)
    rows = drawn_rows.loc[np.repeat(drawn_rows.index, drawn_rows["times"].astype(int))]
    rows = rows.reset_index(drop=True).assign(territory_code="54001", cohort=cohort)
    flags = ("attrition", "employed", "contract_kept", "regularised")
    answers = {name: rows[name].map(FLAGS).astype("boolean") for name in flags}
    return rows.assign(
        person_id=[f"p{place}" for place in range(len(rows))],
        month=rows["month"].astype("int16"),
        **({"income": rows["income"].astype("float64")} | answers | changes),
    )


def followed(folder, table=None):
    path = folder / "seguimiento.parquet"
    (people() if table is None else table).to_parquet(path)
    return aggregate(Request(Records.FOLLOW_UP, "duckdb", str(path), "S"))


@pytest.fixture
def women(tmp_path):
    """The row of a figure of Venezuelan women, three months after they left."""
    rows = followed(tmp_path).rows
    chosen = rows[(rows["sex"] == "mujeres") & (rows["population_group"] == "migrante_venezolana")]
    assert set(chosen["series"]) == {BASELINE, "seguimiento|3_meses"}
    chosen = chosen[chosen["series"] != BASELINE]
    return chosen.set_index("indicator")


COUNTS = [
    ("seguimiento_personas", 31, 34, "three of 34 could not be found"),
    ("seguimiento_ocupadas", 25, 31, "of those who answered"),
    ("seguimiento_contrato_conservado", 20, 31, "of those who answered"),
    ("seguimiento_regularizadas", 25, 31, "of those who answered"),
    ("seguimiento_trasladadas", 5, 31, "of those who were reached"),
]


@pytest.mark.parametrize(("figure", "count", "base", "why"), COUNTS)
def test_a_count_says_of_how_many(women, figure, count, base, why):
    row = women.loc[figure]
    assert (row["value"], row["numerator"], row["denominator"]) == (count, count, base), why
    assert row["unit"] == "persons"


def test_the_mean_income_is_that_of_those_who_told_it(women):
    row = women.loc["seguimiento_ingreso_medio"]
    assert (row["value"], row["sample_size"]) == (1_080_000.0, 25.0)
    assert (row["unit"], row["period"]) == ("pesos_per_month", "2023")


def test_persons_followed_by_sex_and_group_with_totals(tmp_path):
    """Whoever says no sex is in the total only; nine months is none of the moments."""
    rows = followed(tmp_path).rows
    persons = rows[rows["series"] == BASELINE]
    assert set(persons["indicator"]) == {"seguimiento_personas"}
    assert shown(persons, "sex", "population_group") == {
        ("mujeres", "migrante_venezolana"): 34.0,
        ("hombres", "migrante_venezolana"): HIDDEN,
        ("total", "migrante_venezolana"): 38.0,
        ("hombres", "acogida"): 7.0,
        ("total", "acogida"): 9.0,
        ("mujeres", "total"): 34.0,
        ("hombres", "total"): 11.0,
        ("total", "total"): 47.0,
    }


def test_what_is_not_read_or_not_a_move(tmp_path):
    """Answers of whoever was lost are not read; who stays in the municipality has not moved."""
    head = INTERVIEWS.strip().splitlines()[0]
    table = f"""{head}
    10 3 mujeres acogida no  yes yes 900000 yes 54001
     5 3 mujeres acogida yes yes yes 100000 yes 05001
    """
    rows = followed(tmp_path, people(table)).rows
    assert "movilidad_laboral" not in set(rows["indicator"])
    began = rows[(rows["sex"] == "mujeres") & (rows["series"] == BASELINE)]
    assert shown(began, "population_group") == {("acogida",): 15.0, ("total",): 15.0}
    after = rows[(rows["sex"] == "mujeres") & (rows["series"] != BASELINE)]
    assert shown(after, "indicator", "population_group") == {
        (f"seguimiento_{name}", group): value
        for group in ("acogida", "total")
        for name, value in {
            "personas": 10.0, "ocupadas": 10.0,
            "contrato_conservado": 10.0, "regularizadas": 10.0, "trasladadas": 0.0,
            "ingreso_medio": 900_000.0,
        }.items()
    }  # fmt: skip


def test_what_nobody_answered_has_no_row(tmp_path):
    """Seven men of the host community were asked and did not say whether they work."""
    rows = followed(tmp_path).rows
    men = rows[(rows["sex"] == "hombres") & (rows["population_group"] == "acogida")]
    assert "seguimiento_ocupadas" not in set(men["indicator"])
    assert "seguimiento_ingreso_medio" not in set(men["indicator"])


FEW = [
    pytest.param(10, 0, 10.0, id="all of them"),
    pytest.param(6, 4, HIDDEN, id="few who do not work"),
    pytest.param(4, 6, HIDDEN, id="few who work"),
    pytest.param(5, 5, 5.0, id="five is enough"),
    pytest.param(0, 10, 0.0, id="nobody is zero, and is said"),
]


@pytest.mark.parametrize(("works", "rest", "expected"), FEW)
def test_employed_persons_are_hidden_when_either_side_is_few(tmp_path, works, rest, expected):
    head = INTERVIEWS.strip().splitlines()[0]
    table = f"""{head}
    {works} 3 mujeres acogida no yes yes - yes -
    {rest} 3 mujeres acogida no no no - yes -
    """
    rows = followed(tmp_path, people(table)).rows
    employed = rows[rows["indicator"] == "seguimiento_ocupadas"]
    assert shown(employed, "sex", "population_group")["mujeres", "acogida"] == expected


def test_the_mean_income_is_hidden_with_the_employed_persons(tmp_path):
    """Six tell an income and four do not work: how many told it would say how many do not."""
    head = INTERVIEWS.strip().splitlines()[0]
    table = f"""{head}
    6 3 mujeres acogida no yes yes 900000 yes -
    4 3 mujeres acogida no no  no  -      yes -
    """
    rows = followed(tmp_path, people(table)).rows
    told = rows[rows["indicator"] == "seguimiento_ingreso_medio"]
    assert set(shown(told, "sex", "population_group").values()) == {HIDDEN}
    assert told["sample_size"].isna().all()


MOVES = [
    pytest.param((45, 22, 3), (45.0, HIDDEN, HIDDEN), id="70 less 45 and 22 would say 3"),
    pytest.param((5, 4), (HIDDEN, HIDDEN), id="9 less 5 would say 4"),
    pytest.param((45, 4, 3), (45.0, HIDDEN, HIDDEN), id="two hidden ones cannot be told apart"),
    pytest.param((45, 22), (45.0, 22.0), id="nothing to hide"),
]


@pytest.mark.parametrize(("persons", "expected"), MOVES)
def test_moves_from_one_municipality_to_another(tmp_path, persons, expected):
    """A single hidden move would be what is left of all who moved, so another one goes with it."""
    places = ("05001", "08001", "11001")[: len(persons)]
    head = INTERVIEWS.strip().splitlines()[0]
    lines = [
        f"{count} 3 mujeres acogida no yes yes 900000 yes {place}"
        for count, place in zip(persons, places, strict=True)
    ]
    rows = followed(tmp_path, people("\n".join([head, *lines]))).rows
    moves = rows[rows["indicator"] == "movilidad_laboral"]
    assert shown(moves, "territory_code", "series") == {
        ("54001", f"destino|{place}|3_meses"): value
        for place, value in zip(places, expected, strict=True)
    }


def test_the_file_hides_what_would_give_a_hidden_count_away(tmp_path):
    """Three men are hidden, and 43 less 40 must not say so."""
    head = INTERVIEWS.strip().splitlines()[0]
    table = f"""{head}
    40 3 mujeres acogida no yes yes 900000 yes -
     3 3 hombres acogida no yes yes 900000 yes -
    """
    rows = followed(tmp_path, people(table)).rows
    out = tmp_path / "sumas.parquet"
    place = str(tmp_path / "seguimiento.parquet")
    assert main(["aggregate", "seguimiento", place, "--out", str(out), "--source", "S"]) == 0
    began = [frame[frame["series"] == BASELINE] for frame in (rows, pd.read_parquet(out))]
    alone, together = (shown(frame, "sex", "population_group") for frame in began)
    assert alone["hombres", "acogida"] == HIDDEN
    assert (alone["mujeres", "acogida"], alone["total", "acogida"]) == (40.0, 43.0)
    assert HIDDEN in (together["mujeres", "acogida"], together["total", "acogida"])


INCOMES = [
    pytest.param([10.5, 10.5, 10.5, 10.0, 10.0], 11.0, 5, id="cents are rounded before adding up"),
    pytest.param([3.0, 3.0, 3.0, 3.0, 3.0, 6.0], 4.0, 6, id="a mean of 3.5 rounds up"),
    pytest.param([np.nan, -1.0, 5e9, 800.0, 800.0, 800.0, 800.0, 800.0], 800.0, 5,
                 id="impossible incomes are no answer"),
    pytest.param([800.0] * 4, HIDDEN, None, id="four incomes are too few"),
]  # fmt: skip


@pytest.mark.parametrize(("incomes", "mean", "count"), INCOMES)
def test_mean_income(tmp_path, incomes, mean, count):
    head = INTERVIEWS.strip().splitlines()[0]
    table = people(f"{head}\n{len(incomes)} 3 mujeres acogida no yes yes - yes -\n", income=incomes)
    rows = followed(tmp_path, table).rows
    told = rows[rows["indicator"] == "seguimiento_ingreso_medio"]
    assert shown(told, "sex", "population_group")["total", "total"] == mean
    sample = told.loc[told["sex"] == "total", "sample_size"].iloc[0]
    assert sample == count if count else np.isnan(sample)


def test_no_free_text_of_a_record_leaves_the_engine(tmp_path):
    """A cohort that is no year nor month is left out: it could be anything, a formula too."""
    told = followed(tmp_path, people(cohort="=HYPERLINK(1)"))
    assert told.rows.empty
    assert (told.read, told.unplaced) == (56, 56)

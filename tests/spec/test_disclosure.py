"""What is withheld: tables to be checked by eye.

Each table is drawn twice: as counted, and as it leaves, where ``x`` is a withheld figure.
"""

import numpy as np
import pandas as pd
import pytest

from geodata.disclosure.observations import protected
from geodata.disclosure.policy import POLICIES, Policy, PolicyError
from geodata.schema import FEWEST_PERSONS


@pytest.fixture(scope="module")
def leaves(figures):
    """A function: counts by ``territory/sector/sex`` in, what leaves of them out.

    A missing count is one that the source has withheld.
    """

    def leave(counts, policy=POLICIES["publico"]):
        table = protected(register(figures, counts), policy)
        shown = [
            v if q == "" else "x" for v, q in zip(table["value"], table["quality"], strict=True)
        ]
        return dict(zip(counts, shown, strict=True))

    return leave


def register(figures, counts, **constant):
    lines = "\n".join(
        f"{' '.join(cell.split('/'))} {'-' if n is None else n} {'suprimido' if n is None else '-'}"
        for cell, n in counts.items()
    )
    usual = {"period": "2024", "series": "registro_importado"}
    return figures(f"territory_code sector sex value quality\n{lines}\n", **usual | constant)


SEXES = ("total", "mujeres", "hombres")


def by_sex(*counts, place="54001/total"):
    return {f"{place}/{sex}": n for sex, n in zip(SEXES, counts, strict=True)}


@pytest.mark.parametrize(
    ("counted", "left"),
    [
        pytest.param((20, 12, 8), (20, 12, 8), id="nothing small, nothing withheld"),
        pytest.param((20, 3, 17), (20, "x", "x"), id="the total would give the other sex away"),
        pytest.param((20, 0, 20), (20, 0, 20), id="zero is a value"),
        pytest.param((3, 0, 3), ("x", 0, "x"), id="a zero beside them stays"),
        pytest.param((4, 2, 2), ("x", "x", "x"), id="everything small"),
        pytest.param((5, 1, 4), (5, "x", "x"), id="two small parts hide each other"),
        pytest.param((20, 3, 10), (20, "x", 10), id="seven of unknown sex hide three women"),
        pytest.param((20, 8, 10), (20, "x", 10), id="two of unknown sex are few as well"),
        pytest.param((20, None, 8), (20, "x", "x"), id="withheld by the source, and its way back"),
        pytest.param((None, 12, 8), ("x", 12, "x"), id="a withheld total needs a withheld part"),
        pytest.param((None, None, None), ("x", "x", "x"), id="all withheld by the source"),
        pytest.param((10, 7, 5), ("x", 7, 5), id="a total below its parts is shown to nobody"),
    ],
)
def test_two_sexes(leaves, counted, left):
    assert leaves(by_sex(*counted)) == by_sex(*left)


def grid(table):
    """Counts of one municipality: sections across, sexes down, totals first."""
    head, *lines = (line.split() for line in table.strip().splitlines())
    return {
        f"54001/{sector}/{sex}": n if n == "x" else float(n)
        for sex, *numbers in lines
        for sector, n in zip(head, numbers, strict=True)
    }


def test_two_sexes_by_three_sectors(leaves):
    counted = grid(
        """
                total   A   C   G
        total     130  30  40  60
        mujeres    60   3  17  40
        hombres    70  27  23  20
        """
    )
    assert leaves(counted) == grid(
        """
                total   A   C   G
        total     130  30  40  60
        mujeres    60   x   x  40
        hombres    70   x   x  20
        """
    )


def test_two_ones_that_must_add_up_to_two_are_not_enough(leaves):
    """Whoever knows that zeros are shown would read 1 and 1."""
    found = leaves({"54001/total/total": 12, "54001/A/total": 1, "54001/C/total": 1,
                    "54001/G/total": 10})  # fmt: skip
    assert list(found.values()) == [12, "x", "x", "x"]


def test_a_sector_that_is_published_joined(leaves):
    found = leaves({"54001/total/total": 90, "54001/DE/total": 20, "54001/D/total": 3,
                    "54001/E/total": 17, "54001/G/total": 70})  # fmt: skip
    assert list(found.values()) == [90, 20, "x", "x", 70]


def test_a_hierarchy_with_a_subtraction_across_departments(leaves):
    """Without the second department, nation minus one department would be the other one."""
    counted = {"00": 203, "54": 3, "54001": 3, "44": 200, "44001": 120, "44430": 80}
    found = leaves({f"{code}/total/total": n for code, n in counted.items()})
    assert dict(zip(counted, found.values(), strict=True)) == {
        "00": 203, "54": "x", "54001": "x", "44": "x", "44001": 120, "44430": "x",
    }  # fmt: skip


def test_a_municipality_hides_behind_another_of_its_department(leaves):
    counted = {"00": 150, "54": 50, "54001": 3, "54874": 40, "54405": 7, "44": 100}
    found = leaves({f"{code}/total/total": n for code, n in counted.items()})
    assert list(found.values()) == [150, 50, "x", 40, "x", 100]


def test_without_totals_only_the_small_ones_go(leaves):
    assert list(leaves({"54001/A/total": 3, "54001/C/total": 9}).values()) == ["x", 9]


def test_a_single_row(leaves):
    assert leaves({"54001/total/total": 4}) == {"54001/total/total": "x"}
    assert leaves({"54001/total/total": 5}) == {"54001/total/total": 5}


@pytest.mark.parametrize(
    ("numerator", "denominator", "left"),
    [
        pytest.param(30, 100, (30.0, 30.0, 100.0), id="plain"),
        pytest.param(3, 100, ("x", None, 100.0), id="small numerator"),
        pytest.param(97, 100, ("x", None, 100.0), id="small complement: three are not in work"),
        pytest.param(0, 100, (0.0, 0.0, 100.0), id="zero is a value"),
        pytest.param(100, 100, (100.0, 100.0, 100.0), id="and so is all"),
        pytest.param(0, 4, ("x", None, None), id="small denominator"),
        pytest.param(None, 100, ("x", None, None), id="a rate without its counts is not judged"),
    ],
)
def test_rates(figures, numerator, denominator, left):
    rows = register(figures, {"54001/total/total": 1}, unit="percent")
    share = 30.0 if numerator is None else 100 * numerator / denominator
    part = np.nan if numerator is None else float(numerator)
    [row] = protected(
        rows.assign(value=share, numerator=part, denominator=float(denominator))
    ).to_dict("records")
    value = "x" if row["quality"] == "suprimido" else row["value"]
    found = (value, row["numerator"], row["denominator"])
    assert tuple(None if pd.isna(n) else n for n in found) == left


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        pytest.param((100, 60, 40), "vvv", id="many of each"),
        pytest.param((100, 97, 3), "vxx", id="the mean of three men would be what is left"),
        pytest.param((9, 5, 4), "vxx", id="a high income of few does not save them"),
        pytest.param((4, 4, 0), "xxv", id="a mean of four is of few"),
    ],
)
def test_a_mean_is_judged_by_those_it_is_of(figures, asked, left):
    """Incomes are far above five: their own number says nothing of how many told them."""
    rows = register(figures, by_sex(1_000_000, 900_000, 1_200_000), unit="pesos_per_month")
    found = protected(rows.assign(sample_size=[float(n) for n in asked]))
    assert "".join("x" if pd.isna(value) else "v" for value in found["value"]) == left


def test_a_withheld_row_keeps_no_number(figures):
    rows = register(figures, by_sex(20, 3, 17)).assign(sample_size=[20.0, 3.0, 17.0], margin="±3")
    found = protected(rows)
    hidden = found[found["quality"] == "suprimido"]
    assert hidden["sex"].tolist() == ["mujeres", "hombres"]
    assert hidden[["value", "numerator", "sample_size"]].isna().all(axis=None)
    assert (hidden["margin"] == "").all()


@pytest.mark.parametrize(
    ("series", "concerned"),
    [
        ("registro_importado", True),
        ("seguimiento|6m", True),
        ("dane_cnpv2018", False),
        ("geih2018|trimestre_movil", False),
        ("", False),
    ],
)
def test_only_sums_of_single_records_are_concerned(figures, series, concerned):
    rows = register(figures, by_sex(20, 3, 17), series=series)
    found = protected(rows)
    assert (found["quality"] == "suprimido").any() == concerned
    assert (found is rows) != concerned


def test_what_has_no_place_in_the_hierarchy_is_not_shown(leaves):
    """A metropolitan area overlaps its department: its sums are not those of a tree."""
    found = leaves({"AM54001/total/total": 900, "54001/total/total": 500})
    assert list(found.values()) == ["x", 500]


def test_a_negative_count_hides_nothing_and_stops_nothing(leaves):
    found = leaves({"54001/total/total": -1, "54874/total/total": 3})
    assert list(found.values()) == [-1, "x"]


def test_periods_are_tables_of_their_own(figures):
    rows = pd.concat(
        [
            register(figures, by_sex(20, 3, 17)),
            register(figures, by_sex(20, 12, 8), period="2023"),
        ],
        ignore_index=True,
    )
    assert (protected(rows)["quality"] == "suprimido").tolist() == [False, True, True] + [False] * 3


def test_no_role_sees_more_than_the_published_minimum():
    with pytest.raises(PolicyError, match="umbral de reserva 3"):
        Policy(threshold=3)
    assert min(policy.threshold for policy in POLICIES.values()) >= FEWEST_PERSONS


def test_a_stricter_role_sees_a_part_of_what_others_see(leaves):
    counted = grid(
        """
                total   A   C   G
        total     130  30  40  60
        mujeres    60   3  17  40
        hombres    70  27  23  20
        """
    )
    for_all, strict = leaves(counted), leaves(counted, Policy(threshold=25))
    hidden = {cell for cell, n in for_all.items() if n == "x"}
    assert hidden < {cell for cell, n in strict.items() if n == "x"}

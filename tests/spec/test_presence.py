"""Who does what where.

| organisation | axis | where | counted in |
|---|---|---|---|
| A | empleo | 54001 and 54874 | both |
| B | empleo | 54001 | 54001: A and B meet there |
| C | cohesion_social | 44430 | outside, where only Norte de Santander is looked at |
| D | empleo | 54 | no municipality: a department is not one |
| E | empleo | 00 | no municipality |
"""

import pandas as pd

from geodata.schema import ACTORS
from indicators.presence import AXES, presence

LOOKED_AT = ["54001", "54874", "54405"]


def actors(*rows):
    usual = {"kind": "cooperación", "programme": "P", "period": "", "source_id": "S"}
    names = [column.name for column in ACTORS]
    keys = ("organisation", "axis", "territory_code", "kind")
    return pd.DataFrame([usual | dict(zip(keys, row, strict=False)) for row in rows], columns=names)


TABLE = actors(
    ("A", "empleo", "54001|54874"),
    ("A", "empleo", "54001"),
    ("B", "empleo", "54001", "gobierno local"),
    ("C", "cohesion_social", "44430"),
    ("D", "empleo", "54"),
    ("E", "empleo", "00"),
    ("F", "contexto", "54405"),
)


def test_an_organisation_is_counted_once_in_a_place_and_axis():
    found = presence(TABLE, LOOKED_AT)
    assert found.counts["empleo"].to_dict() == {"54001": 2, "54874": 1, "54405": 0}
    assert found.organisations.to_dict() == {"54001": 2, "54874": 1, "54405": 0}


def test_nobody_on_record_is_zero_and_the_municipality_stays_in_the_table():
    found = presence(TABLE, LOOKED_AT)
    assert list(found.unserved) == ["54405"]
    assert list(found.served) == ["54001", "54874"]
    assert list(found.counts.columns) == list(AXES)


def test_who_is_on_record_for_a_department_or_the_nation_is_in_no_municipality():
    found = presence(TABLE, LOOKED_AT)
    assert sorted(found.wider["organisation"]) == ["D", "E"]


def test_gaps_are_axes_with_nobody_on_record():
    found = presence(TABLE, LOOKED_AT)
    assert found.gaps("54001") == tuple(axis for axis in AXES if axis != "empleo")
    assert found.gaps("54405") == AXES


def test_meetings_need_two_organisations_not_two_rows():
    found = presence(TABLE, LOOKED_AT)
    assert found.overlaps == (("54001", "empleo", 2),)


def test_axis_and_kind_narrow_what_is_counted():
    assert presence(TABLE, LOOKED_AT, kind="gobierno local").organisations.sum() == 1
    assert presence(TABLE, LOOKED_AT, axis="cohesion_social").local.empty
    assert presence(TABLE, LOOKED_AT, axis="empleo").axes == ("empleo",)


def test_the_matrix_counts_municipalities():
    found = presence(TABLE, LOOKED_AT)
    assert found.matrix["empleo"].to_dict() == {
        ("A", "cooperación"): 2, ("B", "gobierno local"): 1,
    }  # fmt: skip


def test_an_empty_table_has_nobody_anywhere():
    found = presence(actors(), LOOKED_AT)
    assert found.local.empty
    assert found.organisations.sum() == 0
    assert found.overlaps == ()
    assert found.matrix.empty

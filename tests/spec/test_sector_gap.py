"""The sector gap in people.

| vacancies | growth | units | migrants | host | places | posts less people | places lacking |
|-----------|--------|-------|----------|------|--------|-------------------|----------------|
| 300 | 10 % | 20 | 100 | 60 | 50 | 330 + 20 − 160 = 190 | 190 − 50 = 140 |
| 100 | 0 % | 0 | 100 | 60 | 50 | −60 | 0 − 50 = −50 |
| 0 | 0 % | 0 | 0 | 0 | 0 | 0 | 0 |
"""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.registry import INDICATORS
from indicators.sector_gap import OTHER_SECTIONS, POSTS_PER_UNIT, computed_gaps, sector_gaps
from indicators.sector_terms import FORMULAS, TERMS
from indicators.states import State

NAN = math.nan
USUAL = {
    "vacancies": 300.0,
    "growth": 0.1,
    "units": 20.0,
    "migrants": 100.0,
    "host": 60.0,
    "places": 50.0,
    "capacity": 120.0,
}


def gaps_of(*changes, size=1000.0, posts_per_unit=POSTS_PER_UNIT):
    """Gaps of one section in as many municipalities as there are changes."""
    codes = [f"m{n}" for n in range(len(changes))]
    rows = pd.DataFrame([USUAL | change for change in changes], index=codes)
    frames = {name: pd.DataFrame({"G": rows[name]}) for name in TERMS}
    return computed_gaps(frames, pd.Series(size, codes), posts_per_unit)


def people(found, formula, code="m0"):
    return found.gaps.loc[(code, "G"), formula]


NONE = dict.fromkeys(USUAL, 0.0)


@pytest.mark.parametrize(
    ("change", "posts", "places", "service"),
    [
        pytest.param({}, 190, 140, 40, id="people are lacking"),
        pytest.param(
            {"vacancies": 100.0, "growth": 0.0, "units": 0.0}, -60, -50, 40, id="posts are lacking"
        ),
        pytest.param({"growth": -1.0, "units": 0.0}, -160, -50, 40, id="a section that shuts down"),
        pytest.param({"places": 200.0}, 190, -10, 40, id="places are left over"),
        pytest.param(NONE, 0, 0, 0, id="zero is a figure"),
    ],
)
def test_the_three_gaps(change, posts, places, service):
    found = gaps_of(change)
    assert people(found, "posts") == pytest.approx(posts)
    assert people(found, "places") == pytest.approx(places)
    assert people(found, "service") == pytest.approx(service)
    assert found.state("m0", "G", "places") is State.VALUE


@pytest.mark.parametrize(
    ("change", "formula", "es", "en"),
    [
        pytest.param({}, "places", "Faltan 140 cupos.", "140 places are lacking.", id="places"),
        pytest.param(
            {"places": 200.0}, "places", "Sobran 10 cupos.", "10 places are left over.", id="over"
        ),
        pytest.param({"places": 189.0}, "places", "Falta 1 cupo.", "1 place is lacking.", id="one"),
        pytest.param(
            {"places": 190.0}, "places", "Ni falta ni sobra.", "Neither lacking nor left over.",
            id="none",
        ),
        pytest.param(
            {"vacancies": 4000.0}, "posts", "Faltan 4.260 personas con experiencia.",
            "4,260 people with experience are lacking.", id="thousands",
        ),
        pytest.param(
            {}, "service", "Falta atención para 40 personas.",
            "Service is lacking for 40 people.", id="service",
        ),
    ],
)  # fmt: skip
def test_the_sentence_counts_people(change, formula, es, en):
    told = gaps_of(change).sentence("m0", "G", formula)
    assert (told.es, told.en) == (es, en)


OTHERS = [{"places": float(places)} for places in (0, 40, 50, 60, 100)]


def test_one_missing_term_gives_a_range_told_from_the_others():
    """The 10th and 90th percentiles of 0, 40, 50, 60 and 100 places are 16 and 84."""
    found = gaps_of({"places": NAN}, *OTHERS)
    row = found.gaps.loc[("m0", "G")]
    assert row[["places_low", "places_high"]].tolist() == pytest.approx([190 - 84, 190 - 16])
    assert math.isnan(row["places"])
    assert found.state("m0", "G", "places") is State.UNRELIABLE
    assert found.sentence("m0", "G").es == (
        "Entre «faltan 106 cupos» y «faltan 174 cupos»; falta: cupos de formación."
    )


def test_the_range_is_in_proportion_to_the_people_of_working_age():
    size = pd.Series([2000.0, *[1000.0] * 5], [f"m{n}" for n in range(6)])
    found = gaps_of({"places": NAN}, *OTHERS, size=size.to_numpy())
    assert found.gaps.loc[("m0", "G"), "places_low"] == pytest.approx(190 - 168)


def test_a_missing_term_that_changes_nothing_is_named_all_the_same():
    """Nobody opened a post: growth of nothing is nothing."""
    others = [{"growth": growth / 10} for growth in range(5)]
    told = gaps_of({"growth": NAN, "vacancies": 0.0}, *others).sentence("m0", "G")
    assert told.es == (
        "Sobran 50 cupos; falta: crecimiento de los ocupados de la sección, que no lo cambia."
    )


@pytest.mark.parametrize(
    ("missing", "names"),
    [
        pytest.param(["places", "vacancies"], "vacantes, cupos de formación", id="two terms"),
        pytest.param(list(TERMS), None, id="everything"),
    ],
)
def test_with_more_terms_missing_it_names_them(missing, names):
    found = gaps_of(dict.fromkeys(missing, NAN), *OTHERS)
    told = found.sentence("m0", "G")
    assert found.state("m0", "G", "places") is State.NO_DATA
    assert told.es.startswith("No calculable: falta: vacantes")
    assert names is None or told.es == f"No calculable: falta: {names}."


def test_too_few_others_tell_no_range():
    found = gaps_of({"places": NAN}, *OTHERS[:4])
    assert found.sentence("m0", "G").en == "Not computable: missing: training places."


def test_one_municipality_alone_has_no_range():
    assert gaps_of({"vacancies": NAN}).state("m0", "G", "posts") is State.NO_DATA


@pytest.mark.parametrize("name", ["vacancies", "units", "migrants", "host", "places", "capacity"])
def test_an_impossible_count_is_missing(name):
    found = gaps_of({name: -5.0})
    formula = "service" if name == "capacity" else "places"
    assert name in found.missing("m0", "G", formula)
    assert math.isnan(people(found, formula))


def test_capacity_is_not_shared_out_while_a_section_is_unknown():
    frames = {
        name: pd.DataFrame({"G": [value], "A": [value]}, ["m0"]) for name, value in USUAL.items()
    }
    frames["host"] = pd.DataFrame({"G": [60.0], "A": [NAN]}, ["m0"])
    found = computed_gaps(frames, pd.Series([1000.0], ["m0"]))
    assert found.sentence("m0", "G", "service") == OTHER_SECTIONS
    assert people(found, "places") == pytest.approx(140)


@pytest.mark.parametrize(("asked", "used"), [(2.0, 210), (0.0, 170), (-3.0, 170), (NAN, 190)])
def test_posts_per_unit_can_be_moved(asked, used):
    assert people(gaps_of({}, posts_per_unit=asked), "posts") == pytest.approx(used)


def test_every_term_is_read_from_the_registry_and_used_by_a_formula():
    assert {term.key for term in TERMS.values()} <= set(INDICATORS)
    assert {name for formula in FORMULAS.values() for name in formula.terms} == set(TERMS)


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
def test_every_formula_is_stated(formula):
    for text in (formula.text, formula.caveat):
        assert text.es.endswith(".")
        assert text.en.endswith(".")
    for words in (formula.lacking, formula.enough):
        assert "{n}" in words.es
        assert "{n}" in words.en


def test_nobody_publishes_the_terms_of_the_border(engine):
    """Vacancies by section and municipality are not published: nothing is computed, and it says."""
    codes = pd.Index(["54001", "54874"])
    found = sector_gaps(engine, codes, 2025)
    assert found.gaps.isna().all(axis=None)
    assert found.sentence("54874", "G").es.startswith("No calculable: falta: vacantes, ")


def test_an_empty_scope_has_no_gaps(engine):
    assert sector_gaps(engine, pd.Index([], dtype="str"), 2025).gaps.empty


def test_growth_is_read_within_one_series(world, figures):
    table = """
        territory_code period sector value series
        54001          2024   G      100   s
        54001          2025   G      110   s
        54874          2024   G      100   s
        54874          2025   G      110   t
    """
    found = sector_gaps(world(ocupados_por_rama=figures(table)), pd.Index(["54001", "54874"]), 2025)
    assert found.terms.loc[("54001", "G"), "growth"] == pytest.approx(0.1)
    assert math.isnan(found.terms.loc[("54874", "G"), "growth"])


few = settings(max_examples=15)  # each example computes every formula several times
count = st.one_of(st.integers(0, 500).map(float), st.just(NAN))
drawn = st.fixed_dictionaries(
    {name: count for name in USUAL if name != "growth"}
    | {"growth": st.sampled_from([-0.5, 0.0, 0.2, NAN])}
)


@few
@given(rows=st.lists(drawn, min_size=1, max_size=9), data=st.data())
def test_order_and_missing(rows, data):
    found = gaps_of(*rows)
    order = data.draw(st.permutations(range(len(rows))))
    turned = gaps_of(*(rows[place] for place in order))
    for new, old in enumerate(order):
        np.testing.assert_allclose(
            turned.gaps.loc[(f"m{new}", "G")], found.gaps.loc[(f"m{old}", "G")], atol=1e-9
        )
    for place, row in enumerate(rows):
        for name, formula in FORMULAS.items():
            lacking = [term for term in formula.terms if math.isnan(row[term])]
            assert found.missing(f"m{place}", "G", name) == tuple(lacking)
            told = found.gaps.loc[(f"m{place}", "G")]
            assert math.isnan(told[name]) is bool(lacking)
            if len(lacking) > 1:
                assert math.isnan(told[f"{name}_low"])
            elif not math.isnan(told[f"{name}_low"]):
                assert told[f"{name}_low"] <= told[f"{name}_high"] + 1e-9


@few
@given(row=drawn, factor=st.sampled_from([2.0, 10.0]))
def test_twice_the_people_is_twice_the_gap(row, factor):
    larger = {name: value * (1 if name == "growth" else factor) for name, value in row.items()}
    for formula in FORMULAS:
        one, many = people(gaps_of(row), formula), people(gaps_of(larger), formula)
        assert many == pytest.approx(one * factor, nan_ok=True)


@few
@given(parts=st.lists(st.integers(0, 99), min_size=2, max_size=5))
def test_sections_share_out_the_whole_capacity(parts):
    letters = "ABCDE"[: len(parts)]
    frames = {n: pd.DataFrame({s: [v] for s in letters}, ["m0"]) for n, v in USUAL.items()}
    frames["migrants"] = pd.DataFrame(
        {s: [float(p)] for s, p in zip(letters, parts, strict=True)}, ["m0"]
    )
    found = computed_gaps(frames, pd.Series([1.0], ["m0"]))
    seekers = sum(parts) + USUAL["host"] * len(parts)
    assert found.gaps["service"].sum() == pytest.approx(seekers - USUAL["capacity"])

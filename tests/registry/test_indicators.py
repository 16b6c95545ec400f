"""Every entry of the registry is complete, and registry and published tables know each other."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from geodata.schema import Group, Level
from geodata.sources.published import read
from indicators.registry import DEFAULT, INDICATORS, UNPUBLISHED, index_by_key
from indicators.spec import Axis, Kind, Text
from indicators.units import UNITS

DATA = Path(__file__).parents[2] / "data"
LEGEND_CHARACTERS = 34
TEXTS = (
    "title",
    "legend",
    "definition",
    "formula",
    "universe",
    "source_rule",
    "caveat",
)
DIMENSIONS = {"sex", "population_group", "sector"}

each_indicator = pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS)

# Computed indicators read the observations of other keys, which are tested under their own name.
OBSERVED = {
    key: i for key, i in INDICATORS.items() if i.needs[0].key == key and key not in UNPUBLISHED
}
each_observed = pytest.mark.parametrize("indicator", OBSERVED.values(), ids=OBSERVED)


@pytest.fixture(scope="module")
def observations():
    return read(DATA)["observations"]


@each_indicator
@pytest.mark.parametrize("field", TEXTS)
def test_every_text_is_filled_in_both_languages(indicator, field):
    text = getattr(indicator, field)
    assert isinstance(text, Text)
    for sentence in (text.es, text.en):
        assert sentence == sentence.strip()
        assert len(sentence) > 2
        assert "  " not in sentence


@each_indicator
def test_sentences_end_in_a_full_stop_and_labels_do_not(indicator):
    for field in TEXTS:
        text = getattr(indicator, field)
        ends = field not in ("title", "legend")
        assert text.es.endswith(".") is ends, text.es
        assert text.en.endswith(".") is ends, text.en


@each_indicator
def test_the_legend_fits(indicator):
    assert len(indicator.legend.es) <= LEGEND_CHARACTERS
    assert len(indicator.legend.en) <= LEGEND_CHARACTERS


@each_indicator
def test_spanish_and_english_differ(indicator):
    assert indicator.definition.es != indicator.definition.en


@each_indicator
def test_keys_are_snake_case(indicator):
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", indicator.key)


@each_indicator
def test_the_valid_range_is_ordered_and_the_unit_known(indicator):
    low, high = indicator.valid_range
    assert low < high
    assert indicator.unit in UNITS
    assert indicator.reference


@each_indicator
def test_needs_are_named_once_and_keep_known_dimensions(indicator):
    keys = [need.key for need in indicator.needs]
    assert keys
    assert len(keys) == len(set(keys))
    for need in indicator.needs:
        assert set(need.keeps) <= DIMENSIONS
    for denominator in indicator.needs[1:]:
        assert denominator.keeps in {(), indicator.needs[0].keeps}


@each_indicator
def test_the_leading_need_follows_what_the_reader_may_choose(indicator):
    lead = indicator.needs[0]
    assert ("sex" in lead.keeps) == indicator.by_sex
    assert ("sector" in lead.keeps) == indicator.by_sector
    assert ("population_group" in lead.keeps) == (len(indicator.groups) > 1)
    if len(indicator.groups) == 1 and indicator.groups != (Group.TOTAL,):
        assert lead.group == indicator.groups[0]


@each_indicator
def test_levels_go_from_fine_to_coarse(indicator):
    order = list(Level)
    places = [order.index(level) for level in indicator.levels]
    assert places == sorted(set(places))


@each_indicator
def test_counts_are_counts(indicator):
    counted = indicator.unit.key in {
        "persons",
        "students",
        "vacancies",
        "firms",
        "productive_units",
        "services",
        "training_places",
    }
    assert (indicator.kind is Kind.COUNT) == counted
    assert (indicator.decimals == 0) or not counted


@pytest.mark.parametrize("axis", Axis)
def test_every_axis_has_at_least_three_indicators(axis):
    assert Counter(entry.axis for entry in INDICATORS.values())[axis] >= 3


def test_the_default_comes_first():
    assert next(iter(INDICATORS)) == DEFAULT


def test_entries_come_in_the_order_of_the_axes():
    axes = [entry.axis for entry in INDICATORS.values()]
    assert axes == sorted(axes, key=list(Axis).index)


def test_titles_are_told_apart():
    titles = Counter((entry.axis, entry.title.es) for entry in INDICATORS.values())
    assert max(titles.values()) == 1


def test_a_second_entry_of_the_same_key_is_refused():
    entry = INDICATORS[DEFAULT]
    with pytest.raises(ValueError, match="share the key 'migrantes_por_mil'"):
        index_by_key([entry, replace(entry)])


def test_the_registry_is_frozen():
    with pytest.raises(TypeError):
        INDICATORS["otro"] = INDICATORS[DEFAULT]


def test_every_published_key_is_needed_and_every_needed_key_is_published(observations):
    needed = {need.key for entry in INDICATORS.values() for need in entry.needs}
    assert needed - UNPUBLISHED == set(observations["indicator"])
    assert needed >= UNPUBLISHED


@each_observed
def test_published_values_lie_inside_the_valid_range(indicator, observations):
    rows = observations[observations["indicator"] == indicator.key]
    low, high = indicator.valid_range
    assert rows["value"].dropna().between(low, high).all()


@each_observed
def test_published_cells_are_those_the_reader_may_choose(indicator, observations):
    rows = observations[observations["indicator"] == indicator.key]
    assert set(rows["population_group"]) <= {str(group) for group in indicator.groups}
    assert indicator.by_sex or set(rows["sex"]) == {"total"}
    assert indicator.by_sector or set(rows["sector"]) == {"total"}
    assert set(rows["unit"]) == {indicator.unit.key}


@each_observed
def test_published_levels_are_declared(indicator, observations):
    codes = observations.loc[observations["indicator"] == indicator.key, "territory_code"]
    assert set(codes.map(level_of)) <= set(indicator.levels)


def level_of(code):
    if not code.isdigit():
        return Level.SURVEY_DOMAIN
    if code == "00":
        return Level.NATION
    return {2: Level.DEPARTMENT, 5: Level.MUNICIPALITY}[len(code)]


@each_indicator
def test_the_formula_answers_for_the_codes_it_was_given(indicator):
    codes = pd.Index(["54001", "44430"])
    inputs = {need.key: pd.Series([1.0, float("nan")], codes) for need in indicator.needs}
    values = indicator.compute(inputs)
    assert values.index.equals(codes)
    assert values.isna().tolist() == [False, True]

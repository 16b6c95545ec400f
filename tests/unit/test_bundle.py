"""What the filters of a scope reach: every cell is in one part, and is what a slice shows."""

import json
from dataclasses import replace

import pytest

from callbacks.desk import Desks
from geodata.schema import SECTIONS, TOTAL, Sex
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts import bundle
from layouts.bundle import cell_key, cells_of, indicator_bundle, layer_bundle, parts_of, shared
from layouts.compact import packed_fill, packed_layer
from layouts.slice import LAYER_INDICATORS, layer, map_slice


@pytest.fixture(scope="module")
def desks(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return Desks(OpenShelf(stores), INDICATORS)


@pytest.fixture(scope="module")
def see(desks):
    def look(search):
        return desks.view(desks.parse(search).selection)

    return look


def test_no_indicator_has_the_name_of_a_layer():
    assert not INDICATORS.keys() & LAYER_INDICATORS.keys()


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.key)
def test_the_cells_of_an_indicator_are_the_choices_that_its_filters_offer(indicator):
    cells = cells_of(indicator)
    assert len({cell_key(cell) for cell in cells}) == len(cells)
    assert cells[0].sex == cells[0].sector == TOTAL
    assert {cell.sex for cell in cells} == ({str(s) for s in Sex} if indicator.by_sex else {TOTAL})
    assert len({cell.sector for cell in cells}) == (len(SECTIONS) + 1 if indicator.by_sector else 1)
    groups = [str(group) for group in indicator.groups] or [TOTAL]
    assert [*dict.fromkeys(cell.population_group for cell in cells)] == groups


@pytest.mark.parametrize("most", [1, 2_000, 10**9])
def test_every_cell_is_in_one_part(see, monkeypatch, most):
    monkeypatch.setattr(bundle, "MOST_FIGURES", most)
    view = see("?espacio=demostracion&indicador=tasa_ocupacion&departamento=81")
    parts = parts_of(view)
    assert [cell for part in parts for cell in part] == cells_of(view.question.indicator)
    assert len(parts) == {1: 12, 10**9: 1}.get(most, len(parts))
    for number, part in enumerate(parts):
        made = indicator_bundle(view, number)
        assert made["parts"] == len(parts)
        assert list(made["cells"]) == [cell_key(cell) for cell in part]
    assert indicator_bundle(view, len(parts)) is None


@pytest.mark.parametrize(
    "search",
    [
        "?indicador=nbi",
        "?espacio=demostracion&indicador=vacantes&departamento=81",
        "?espacio=demostracion&indicador=personas_certificadas_competencias&departamento=81",
    ],
)
def test_a_cell_of_a_bundle_is_the_fill_of_its_slice(see, search):
    view = see(search)
    made = indicator_bundle(view, 0)
    for cell in cells_of(view.question.indicator):
        seen = replace(view, question=replace(view.question, cell=cell), sector=cell.sector)
        slice_ = map_slice(seen)
        assert made["common"] | made["cells"][cell_key(cell)] == packed_fill(
            slice_["fill"], slice_["scope"]
        )
        assert made["notes"][cell.sector] == slice_["notes"]


@pytest.mark.parametrize("name", LAYER_INDICATORS)
@pytest.mark.parametrize("choice", ["", "&sector=G", "&sexo=mujeres&sector=A"])
def test_a_layer_of_a_bundle_is_that_of_its_slice(see, name, choice):
    search = f"?espacio=demostracion&departamento=81&capas={name}"
    made = layer_bundle(see(search), name)
    slice_ = map_slice(see(search + choice))
    sexes, sectors = ({key.split("|")[i] for key in made["cells"]} for i in (0, 1))
    chosen = see(search + choice)
    sex = chosen.sex if chosen.sex in sexes else TOTAL
    sector = chosen.sector if chosen.sector in sectors else TOTAL
    own = made["tables"][str(made["cells"][f"{sex}|{sector}|"])]
    assert made["common"] | own == packed_layer(layer(name, chosen), slice_["scope"])


def test_a_layer_follows_the_group_of_its_own_indicator(see):
    search = "?espacio=demostracion&departamento=81&capas=unidades"
    own = see(f"{search}&indicador=unidades_productivas_fortalecidas")
    group = own.question.indicator.groups[1]
    made = layer_bundle(see(search), "unidades")
    key = f"total|total|unidades_productivas_fortalecidas:{group}"
    cell = replace(own.question.cell, population_group=str(group))
    seen = replace(own, question=replace(own.question, cell=cell))
    assert made["common"] | made["tables"][str(made["cells"][key])] == packed_layer(
        layer("unidades", seen), seen.codes.tolist()
    )


def test_what_is_equal_is_written_once():
    tables = {"a": {"x": 1, "y": 2}, "b": {"x": 1, "y": 3, "z": 4}}
    common, own = shared(tables)
    assert common == {"x": 1}
    assert own == {"a": {"y": 2}, "b": {"y": 3, "z": 4}}
    assert shared({}) == ({}, {})


def test_class_limits_are_those_of_every_cell_with_a_sector_or_without(see):
    view = see("?espacio=demostracion&indicador=vacantes_por_mil")
    made = indicator_bundle(view, 0)
    limits = {
        cell.sector != TOTAL: json.dumps((made["common"] | made["cells"][cell_key(cell)])["breaks"])
        for cell in cells_of(view.question.indicator)
    }
    for cell in cells_of(view.question.indicator):
        whole = made["common"] | made["cells"][cell_key(cell)]
        assert json.dumps(whole["breaks"]) == limits[cell.sector != TOTAL]


def test_units_that_come_as_points_are_not_circles_too(see):
    slice_ = map_slice(see("?espacio=demostracion&capas=unidades,personas"))
    assert slice_["unitsArePoints"]
    assert list(slice_["layers"]) == ["personas"]
    assert "unidades" in map_slice(see("?capas=unidades"))["layers"]

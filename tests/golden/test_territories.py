"""The shipped geometry: anchors from independent sources, and every invariant."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from geodata import coverage, geometry, territories, web_map
from geodata.__main__ import main
from geodata.checksum import sha256_of
from geodata.topology import decode, decode_lines

FOLDER = Path(__file__).parents[2] / "data" / "geometry"

# The same list came out of twelve runs over other frames, drawings of the line and tolerances.
VENEZUELA = """
    15223 20013 20045 20178 20228 20400 20443 20621 44035 44078 44110 44279 44378 44420 44430 44650
    44847 44855 44874 54001 54206 54245 54347 54553 54599 54800 54810 54820 54874 81001 81065 81220
    81736 94001 94883 94884 94885 94886 99001 99524 99773
"""
BORDERS = {
    "venezuela": VENEZUELA,
    "ecuador": "52079 52224 52227 52356 52612 52835 86568 86573 86757 86865",
    "peru": "86573 91001 91263 91530 91536 91540 91798",
    "brazil": "91001 91407 91798 94883 94884 94885 94887 97001 97511 97666 97889",
    "panama": "27006 27372 27615 27800",
}
NON_MUNICIPAL = """
    91263 91405 91407 91430 91460 91530 91536 91669 91798 94883 94884 94885 94886 94887 94888
    97511 97777 97889
"""
BELT_BY_DEPARTMENT = {
    "15": 3, "20": 15, "44": 14, "47": 1, "54": 35, "68": 5, "81": 7, "85": 2, "94": 5, "99": 3,
}  # fmt: skip
SEVEN = {"44": 15, "20": 25, "54": 40, "15": 123, "81": 7, "99": 4, "94": 8}  # 94: 9 less 94663
AREAS_KM2 = {
    "54553": 45, "54874": 91, "20443": 139, "54347": 109, "54599": 97, "44420": 179, "44874": 258,
    "44855": 248, "44378": 212, "94343": 14_322,
}  # fmt: skip
NAMES = {
    "00": "Colombia", "08001": "Barranquilla", "11001": "Bogotá, D.C.",
    "13001": "Cartagena de Indias", "13810": "Tiquisio", "20045": "Becerril",
    "20400": "La Jagua de Ibirico", "20443": "Manaure Balcón del Cesar", "27580": "Río Iró",
    "44560": "Manaure", "54": "Norte de Santander", "54001": "San José de Cúcuta",
    "54874": "Villa del Rosario", "91669": "Puerto Santander", "94343": "Barrancominas",
    "88": "Archipiélago de San Andrés, Providencia y Santa Catalina", "13": "Bolívar",
}  # fmt: skip
PARTICLES = {"De", "Del", "La", "Las", "Los", "El", "Y"}


@pytest.fixture(scope="module")
def edition():
    return territories.load(FOLDER)


@pytest.fixture(scope="module")
def table(edition):
    return edition.table.set_index("territory_code", drop=False)


@pytest.fixture(scope="module")
def units(edition):
    return edition.units


def test_every_invariant_holds():
    assert territories.check(FOLDER).violations == ()


def test_counts():
    assert territories.check(FOLDER).counts == {
        "units": 1_122,
        "with_geometry": 1_121,
        "non_municipal": 18,
        "departments": 33,
        "retired": 2,
        "venezuela": 41,
        "ecuador": 10,
        "peru": 7,
        "brazil": 11,
        "panama": 4,
        "any_border": 67,
        "belt_50km": 90,
        "seven_departments": 222,
    }


@pytest.mark.parametrize("country", BORDERS)
def test_border_municipalities(units, country):
    assert units.index[units[f"touches_{country}"]].tolist() == BORDERS[country].split()


def test_aldana_does_not_reach_ecuador_because_its_neighbours_meet(edition, units):
    assert not units.loc["52022", "touches_ecuador"]
    pairs = set(edition.neighbours.itertuples(index=False, name=None))
    assert ("52224", "52356") in pairs, "Cuaspud Carlosama meets Ipiales south of Aldana"


def test_belt_by_department(units):
    belt = units[units["within_50km_venezuela"]]
    assert belt.groupby("department_code").size().to_dict() == BELT_BY_DEPARTMENT


@pytest.mark.parametrize(
    ("code", "km"),
    [
        pytest.param("68820", 49.2, id="Tona is just inside"),
        pytest.param("47245", 49.0, id="El Banco is just inside"),
        pytest.param("68207", 50.7, id="Concepción is just outside"),
        pytest.param("54874", 0.0, id="Villa del Rosario is on the line"),
    ],
)
def test_distance(units, code, km):
    assert units.loc[code, "distance_venezuela_km"] == pytest.approx(km, abs=0.1)
    assert units.loc[code, "within_50km_venezuela"] == (km <= 50)


def test_border_length_is_close_to_the_official_one(table):
    # 2,219 km in the official count; a line generalised on its own differs by a few per cent.
    assert table.loc["00", "frontage_venezuela_km"] == pytest.approx(2_219, rel=0.04)


def test_the_seven_departments(table, units):
    departments = table[(table["level"] == "departamento") & table["touches_venezuela"]]
    assert set(departments.index) == set(SEVEN)
    sizes = units[units["department_code"].isin(SEVEN)].groupby("department_code").size()
    assert sizes.to_dict() == SEVEN


@pytest.mark.parametrize("code", AREAS_KM2)
def test_area(units, code):
    assert units.loc[code, "area_km2"] == pytest.approx(AREAS_KM2[code], rel=0.02)


def test_total_area_is_within_half_a_per_cent_of_the_official_one(units, table):
    assert units["area_km2"].sum() == pytest.approx(1_140_970, rel=0.005)
    assert table.loc["00", "area_km2"] == pytest.approx(units["area_km2"].sum(), abs=1)


@pytest.mark.parametrize("code", NAMES)
def test_name(table, code):
    assert table.loc[code, "name"] == NAMES[code]


def test_names_are_written_in_spanish_case(table):
    for name in table["name"]:
        assert name == name.strip()
        assert "  " not in name
        assert "(" not in name
        assert not set(name.split()[1:]) & PARTICLES, name
        assert name[0].isupper(), name
        assert not any(letter in name for letter in "àèìòù*"), name


def test_names_are_unique_within_a_department(units):
    assert not units.duplicated(["department_code", "name"]).any()


def test_nuevo_belen_de_bajira_has_no_shape_and_says_why(table):
    row = table.loc["27493"]
    assert row["name"] == "Nuevo Belén de Bajirá"
    assert row["level"] == "municipio"
    assert not row["has_geometry"]
    assert row.geometry is None
    assert row[["lon", "lat", "area_km2", "distance_venezuela_km"]].isna().all()
    assert "dentro de Riosucio (27615)" in row["note"]


@pytest.mark.parametrize(
    ("code", "successor", "valid_to", "level"),
    [
        ("94663", "94343", "2019-11-30", "area_no_municipalizada"),
        ("27086", "27493", "2007-12-31", "municipio"),
    ],
)
def test_retired_codes_point_to_their_successor(table, code, successor, valid_to, level):
    row = table.loc[code]
    assert (row["successor"], row["valid_to"], row["level"]) == (successor, valid_to, level)
    assert not row["has_geometry"]
    assert table.loc[successor, "valid_to"] == ""


def test_areas_no_municipalizadas(units):
    found = units.index[units["level"] == "area_no_municipalizada"]
    assert set(found) == set(NON_MUNICIPAL.split())


def test_only_the_islands_have_no_neighbour(edition, units):
    assert set(units.index) - set(edition.neighbours["territory_code"]) == {"88001", "88564"}


def test_neighbours_of_villa_del_rosario(edition):
    pairs = edition.neighbours
    found = pairs.loc[pairs["territory_code"] == "54874", "neighbour_code"].tolist()
    assert found == ["54001", "54405", "54599"]


def test_departments_cover_exactly_their_municipalities(table, units):
    for code, group in units.groupby("department_code"):
        inside = shapely.union_all(group.geometry.to_numpy())
        assert shapely.equals(shapely.normalize(inside), shapely.normalize(table.geometry[code]))


def test_map_is_within_the_budget():
    (packed,) = FOLDER.glob("map.*.json.br")
    assert packed.stat().st_size <= 150_000


def test_map_draws_the_measured_shapes_within_the_stated_error(edition, units):
    drawn = web_map.drawn_units(edition.topology)
    expected = geometry.to_degrees(
        coverage.simplified(
            geometry.to_metres(np.array(units.geometry, dtype=object)), web_map.TOLERANCE_M
        )
    )
    # Outer rings: a bay whose mouth is narrower than a cell is filled on the map.
    apart = [
        shapely.hausdorff_distance(_outline(drawn[code]), _outline(shape))
        for code, shape in zip(units.index, expected, strict=True)
    ]
    half_diagonal = web_map.GRID.cell * 0.5**0.5
    assert np.quantile(apart, 0.99) <= half_diagonal * 1.001
    assert drawn.keys() == set(units.index)


def _outline(shape):
    return shapely.MultiLineString(list(shapely.get_exterior_ring(shapely.get_parts(shape))))


def test_map_labels(edition, units):
    for feature in decode(edition.topology, web_map.UNITS):
        assert feature.properties["n"] == units.loc[feature.key, "name"]
        assert feature.shape.contains(shapely.Point(feature.properties["p"])), feature.key


def test_countries_meet_colombia_without_crack_or_overlap(edition):
    countries = decode(edition.topology, web_map.COUNTRIES)
    assert [c.properties["n"] for c in countries] == [
        "Venezuela", "Ecuador", "Perú", "Brasil", "Panamá",
    ]  # fmt: skip
    colombia = shapely.union_all(list(web_map.drawn_units(edition.topology).values()))
    outlines = np.array([country.shape for country in countries], dtype=object)
    assert shapely.is_valid(outlines).all()
    assert shapely.area(shapely.intersection(outlines, colombia)).max() < 1e-6
    everything = shapely.union_all([*outlines, colombia])
    rings = [ring for part in shapely.get_parts(everything) for ring in part.interiors]
    near = [ring for ring in rings if shapely.distance(ring, colombia) < web_map.GRID.cell]
    # Thinner than a cell of the grid is rounding, not a crack.
    wide = [shapely.buffer(shapely.Polygon(ring), -web_map.GRID.cell / 2) for ring in near]
    assert all(crack.is_empty for crack in wide)


def test_department_lines_are_the_department_boundaries(edition, table):
    lines = decode_lines(edition.topology, web_map.DEPARTMENTS)
    departments = table[table["level"] == "departamento"]
    measured = shapely.union_all(shapely.boundary(departments.geometry.to_numpy()))
    assert lines.length == pytest.approx(measured.length, rel=0.06)
    assert shapely.hausdorff_distance(lines, measured) < 0.02


def test_manifest_lists_what_is_shipped():
    manifest = json.loads((FOLDER / territories.MANIFEST).read_text(encoding="utf-8"))
    for name, sha256 in manifest["outputs"].items():
        assert sha256_of(FOLDER / name) == sha256, name


def test_command_prints_the_counts_and_succeeds(capsys):
    assert main(["territories", "--check", "--data", str(FOLDER)]) == 0
    lines = dict(line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert lines["units"] == "1,122"
    assert lines["belt_50km"] == "90"

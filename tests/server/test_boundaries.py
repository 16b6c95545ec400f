"""An office loads the official boundaries, or the list of municipalities, over those it has."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.affinity import translate

from app import Settings, create_app
from geodata.boundaries import current_units
from geodata.defaults import carried
from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions, preview, publish_staged
from geodata.imports.staging import stage_file
from geodata.imports.territories import cased
from geodata.map_file import MapFile
from geodata.schema import STORAGE_CRS
from geodata.shelf import FileShelf
from geodata.snapshot import Reason, Workspace, current_folder, publish
from geodata.store import Store
from tests.server.conftest import ROOT

MAGNA = "EPSG:4686"
WHO = Reason("límites de prueba", "Alcaldía de Arauca")
CUBARA, VILLA, CUCUTA, BELEN = "15223", "54874", "54001", "27493"


@pytest.fixture(scope="module")
def root(tmp_path_factory, small):
    """A workspace whose snapshot carries the map and what lies around Colombia."""
    place = tmp_path_factory.mktemp("var")
    publish(place, Workspace.PUBLISHED, small, carried(ROOT / "data"), inputs="first")
    return place


@pytest.fixture(scope="module")
def store(root):
    return Store.open(root, Workspace.PUBLISHED)


@pytest.fixture(scope="module")
def official(store):
    """The boundaries in use, as the statistics office would publish them."""
    table = gpd.read_parquet(store.folder / "territories.parquet")
    units = current_units(table)
    units = units[units["has_geometry"]]
    columns = {"MPIO_CDPMP": units["territory_code"], "MPIO_CNMBR": units["name"].str.upper()}
    return gpd.GeoDataFrame(columns, geometry=units.geometry.to_numpy(), crs=STORAGE_CRS)


def staged(store, path, **options):
    source = {"source_id": store.sources.index[0]}
    chosen = ImportOptions(constants=source, **options)
    context = context_of(store, date(2026, 11, 20))
    return stage_file(path, "territorios", chosen, context, store)


def rules(found):
    return sorted({finding.rule for finding in found.findings})


def sentence(found, rule):
    return next(finding.sentence() for finding in found.findings if finding.rule == rule)


def changed(official, **shapes):
    """``official`` with other shapes for some codes, written as ``_54874``."""
    other = official.copy()
    for code, shape in shapes.items():
        other.loc[other["MPIO_CDPMP"] == code.removeprefix("_"), "geometry"] = shape
    return other


def shape_of(official, code):
    return official.loc[official["MPIO_CDPMP"] == code, "geometry"].iloc[0]


def geopackage(frame, path):
    frame.to_crs(MAGNA).to_file(path, layer="municipios", driver="GPKG")
    return path


def geojson(frame, path):
    frame.to_file(path, driver="GeoJSON", COORDINATE_PRECISION=7)
    return path


def shapefile(frame, path):
    folder = path.with_suffix("")
    folder.mkdir()
    frame.to_file(folder / "MGN_MPIO.shp")
    with zipfile.ZipFile(path, "w") as archive:
        for part in folder.iterdir():
            archive.write(part, part.name)
    return path


@pytest.fixture
def copy(root, tmp_path):
    """The workspace, to publish in."""
    return Path(shutil.copytree(root, tmp_path / "var"))


@pytest.mark.parametrize(
    ("write", "name"),
    [(geopackage, "mgn.gpkg"), (geojson, "mgn.geojson"), (shapefile, "mgn.zip")],
)
def test_the_same_boundaries_give_the_same_snapshot(store, official, copy, write, name):
    """Export, import: not one byte differs, whatever the format."""
    found = staged(store, write(official, copy.with_name(name)))
    assert found.findings == ()
    assert preview(found, store).counts == {"added": 0, "changed": 0, "removed": 0, "same": 1195}
    assert publish_staged(copy, store, found, WHO).id == store.snapshot_id


@pytest.fixture(scope="module")
def moved(store, official, tmp_path_factory):
    """The official lines some 110 m to the east, as another edition would have them."""
    path = tmp_path_factory.mktemp("mapa") / "mgn.gpkg"
    shapes = [translate(shape, 0.001) for shape in official.geometry]
    return staged(store, geopackage(official.set_geometry(shapes, crs=STORAGE_CRS), path))


def test_other_lines_take_the_place_of_the_old_ones_and_the_facts_stay(store, moved):
    assert not moved.counts["errors"], rules(moved)
    old = store.territories
    new = moved.rows.set_index("territory_code")
    flags = [name for name in old if name.startswith(("touches_", "within_"))]
    pd.testing.assert_frame_equal(new[flags], old[flags], check_names=False)
    assert new["name"].to_dict() == old["name"].to_dict()
    assert new.loc[CUCUTA, "lon"] == pytest.approx(old.loc[CUCUTA, "lon"] + 0.001, abs=2e-5)
    assert new.loc["AM54001", "lon"] == new.loc[CUCUTA, "lon"], "a domain stands at its seat"
    departments = new[new["level"] == "departamento"]
    parts = new[new["level"].isin(("municipio", "area_no_municipalizada"))]
    summed = parts["area_km2"].groupby(parts["department_code"]).sum()
    np.testing.assert_allclose(departments["area_km2"], summed[departments.index], atol=0.1)


def test_the_page_draws_and_signs_the_map_of_its_own_snapshot(store, moved, copy):
    before = store.map.name
    manifest = publish_staged(copy, store, moved, WHO, accept_warnings=True)
    after = MapFile.of(current_folder(copy, Workspace.PUBLISHED))
    assert after.name != before
    browser = create_app(Settings(var=copy), FileShelf(copy)).server.test_client()
    assert after.name in browser.get("/").text
    assert before in browser.get(f"/?corte={store.snapshot_id}").text, "an old link, its old map"
    assert browser.get(f"/geometry/{after.name}").status_code == 200
    assert browser.get(f"/geometry/{before}").status_code == 200
    assert browser.get("/geometry/map.000000000000.json").status_code == 404
    layout = str(browser.get("/_dash-layout").get_json())
    assert f"Límites: {store.sources['publisher'].iloc[0]}" in layout
    assert manifest.imports[-1].sources == (store.sources.index[0],)


def test_a_part_of_the_country_is_refused_and_names_what_lacks(store, official, tmp_path):
    found = staged(store, geojson(official.iloc[:-2], tmp_path / "parte.geojson"))
    assert found.rows.empty
    assert rules(found) == ["limites_faltantes"]
    last = official["MPIO_CDPMP"].iloc[-1]
    assert f"({last})" in sentence(found, "limites_faltantes")


def test_codes_that_changed_places_are_told(store, official, tmp_path):
    there, here = shape_of(official, CUCUTA), shape_of(official, CUBARA)
    swapped = changed(official, **{f"_{CUBARA}": there, f"_{CUCUTA}": here})
    found = staged(store, geojson(swapped, tmp_path / "cambiados.geojson"))
    assert "limite_en_otro_lugar" in rules(found)
    assert f"({CUBARA})" in sentence(found, "limite_en_otro_lugar")


def test_other_municipalities_on_the_border_are_told(store, official, tmp_path):
    """Without the eastern half of Villa del Rosario, Los Patios is on the line."""
    shape = shape_of(official, VILLA)
    west, south, east, north = shape.bounds
    inner = shapely.box(west, south, (west + east) / 2, north)
    found = staged(
        store,
        geojson(changed(official, **{f"_{VILLA}": shape & inner}), tmp_path / "adentro.geojson"),
    )
    assert "frontera_distinta" in rules(found)
    assert "Venezuela, 54405" in sentence(found, "frontera_distinta")
    assert found.rows.empty


def test_overlaps_and_gaps_of_an_official_file_are_closed(store, official, tmp_path):
    """Each polygon rounded on its own, as files that nobody checked are."""
    rough = official.set_geometry(
        shapely.set_precision(official.geometry.array, 1e-3, mode="pointwise")
    )
    found = staged(
        store, geojson(rough.set_crs(STORAGE_CRS, allow_override=True), tmp_path / "r.geojson")
    )
    assert not found.counts["errors"], [f.sentence() for f in found.findings][:3]
    shapes = found.rows.set_index("territory_code").geometry
    units = shapes[official["MPIO_CDPMP"]].to_numpy()
    assert shapely.coverage_is_valid(units)


def test_parts_of_one_municipality_are_joined_with_a_warning(store, official, tmp_path):
    shape = shape_of(official, CUBARA)
    west, south, east, north = shape.bounds
    half = shapely.box(west, south, (west + east) / 2, north)
    parts = changed(official, **{f"_{CUBARA}": shape & half})
    rest = parts[parts["MPIO_CDPMP"] == CUBARA].set_geometry([shape - half], crs=STORAGE_CRS)
    found = staged(store, geojson(pd.concat([parts, rest]), tmp_path / "partes.geojson"))
    assert rules(found) == ["poligonos_unidos"]
    joined = found.rows.set_index("territory_code").geometry[CUBARA]
    assert joined.area == pytest.approx(shape.area, rel=1e-4)


def test_an_unknown_code_blocks(store, official, tmp_path):
    wrong = official.replace({"MPIO_CDPMP": {CUBARA: "15999"}})
    found = staged(store, geojson(wrong, tmp_path / "codigo.geojson"))
    assert rules(found) == ["codigo_desconocido"]
    assert found.rows.empty


def test_boundaries_without_a_source_are_refused(store, official, tmp_path):
    path = geojson(official, tmp_path / "mgn.geojson")
    context = context_of(store, date(2026, 11, 20))
    found = stage_file(path, "territorios", ImportOptions(), context, store)
    assert rules(found) == ["columna_faltante", "nombre_no_corresponde"] or rules(found) == [
        "columna_faltante"
    ]


@pytest.fixture
def listed(store, tmp_path):
    """Stages a DIVIPOLA list: every municipality in force, changed by ``edit``."""

    def stage(edit=lambda rows: rows):
        units = current_units(store.territories)
        rows = pd.DataFrame(
            {
                "cod_dpto": units["department_code"],
                "dpto": units["department_name"].str.upper(),
                "cod_mpio": units["territory_code"],
                "nom_mpio": units["name"].str.upper(),
                "tipo_municipio": "Municipio",
            }
        )
        kinds = units["level"].map({"area_no_municipalizada": "Área no municipalizada"})
        path = tmp_path / "divipola.csv"
        edit(rows.assign(tipo_municipio=kinds.fillna("Municipio"))).to_csv(path, index=False)
        return staged(store, path)

    return stage


def test_the_list_in_force_changes_nothing(store, listed):
    found = listed()
    assert rules(found) == []
    assert preview(found, store).counts["same"] == 1195
    assert not found.carried


def test_a_new_name_reaches_table_and_map(store, listed):
    found = listed(lambda rows: rows.replace("VILLA DEL ROSARIO", "VILLA HISTÓRICA DEL ROSARIO"))
    names = found.rows.set_index("territory_code")["name"]
    assert names[VILLA] == "Villa Histórica del Rosario"
    assert preview(found, store).counts["changed"] == 1
    assert [name[:4] for name in found.carried] == ["map.", "map."]


def test_a_new_municipality_is_added_without_boundaries(store, listed):
    new = {"cod_dpto": "54", "cod_mpio": "54999", "nom_mpio": "LA ESPERANZA NUEVA"}
    found = listed(lambda rows: pd.concat([rows, pd.DataFrame([new])]).fillna(""))
    assert rules(found) == ["municipio_nuevo"]
    row = found.rows.set_index("territory_code").loc["54999"]
    assert (row["name"], row["department_name"]) == ("La Esperanza Nueva", "Norte de Santander")
    assert not row["has_geometry"]
    assert not row["touches_venezuela"]


def test_a_municipality_that_the_list_lacks_is_kept_and_named(listed):
    found = listed(lambda rows: rows[rows["cod_mpio"] != VILLA])
    assert rules(found) == ["municipio_ausente"]
    assert "Villa del Rosario (54874)" in sentence(found, "municipio_ausente")
    assert VILLA in set(found.rows["territory_code"])


def test_a_code_twice_is_refused_by_row(listed):
    found = listed(lambda rows: pd.concat([rows, rows.iloc[[0]]]))
    assert rules(found) == ["clave_repetida"]
    assert found.rows.empty


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("SAN JOSÉ DEL GUAVIARE", "San José del Guaviare"),
        ("EL CARMEN DE BOLÍVAR", "El Carmen de Bolívar"),
        ("Villa del Rosario", "Villa del Rosario"),
    ],
)
def test_names_do_not_shout(shouted, written):
    assert cased(shouted) == written

"""The whole build on a small invented country, from archives to files."""

import gzip
import io
import json
import sqlite3
import tarfile
import zipfile
from itertools import pairwise

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata import build, coverage, territories, web_map
from geodata.__main__ import main
from geodata.checksum import sha256_of
from geodata.errors import DataUnavailableError
from geodata.sources import divipola, gazetteer, natural_earth

# Two municipalities side by side with a crack between them; the second was absorbed by the third.
# Venezuela lies to the east of x = -71.
SHAPES = {
    "7082276B1": ("05001", shapely.box(-73, 6, -72.001, 7)),
    "7082276B2": ("54001", shapely.box(-71.999, 6, -71, 7)),
    "7082276B3": ("54002", shapely.box(-71.999, 7, -71, 7.5)),
}
FAR = [(x, x) for x in ("218", "604", "076", "591")]  # other neighbours, where they do not touch


@pytest.fixture
def archives(tmp_path, monkeypatch):
    archives = build.Archives(wheel=tmp_path / "small.whl", atlas=tmp_path / "small.tgz")
    write_wheel(archives.wheel)
    write_atlas(archives.atlas)
    monkeypatch.setattr(gazetteer, "LAYER_ROWS", len(SHAPES))
    monkeypatch.setattr(gazetteer, "SHA256", sha256_of(archives.wheel))
    monkeypatch.setattr(natural_earth, "SHA256", sha256_of(archives.atlas))
    return archives


def write_wheel(path):
    database = path.with_suffix(".db")
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE location_data (shape_id TEXT, coordinates BLOB)")
        rows = [(shape_id, shapely.to_wkb(shape)) for shape_id, (_, shape) in SHAPES.items()]
        connection.executemany(
            "INSERT INTO location_data VALUES (?, ?)", [*rows, ("92452058B1", b"")]
        )
    connection.close()
    labels = "shape_id,name,admin1\n" + "".join(f"{i},Label,Guess\n" for i in SHAPES)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(gazetteer.TABLE, labels + "92452058B1,Foreign,Colombia\n")
        archive.write(database, gazetteer.DATABASE)


def write_atlas(path):
    boxes = [("862", (-71.0, 3.0)), *((code, (-83.0 + i, -6.9)) for i, (code, _) in enumerate(FAR))]
    arcs = [
        [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
        for (_, (x, y)), size in zip(boxes, (8, 0.5, 0.5, 0.5, 0.5), strict=True)
    ]
    steps = [[arc[0], *[[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc)]] for arc in arcs]
    geometries = [
        {"type": "Polygon", "id": code, "properties": {"name": code}, "arcs": [[i]]}
        for i, (code, _) in enumerate(boxes)
    ]
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": steps,
        "objects": {"countries": {"geometries": geometries}},
    }
    content = json.dumps(topology).encode()
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo(natural_earth.MEMBER)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    rows = [f"{shape_id},{code},Nombre {code},municipio" for shape_id, (code, _) in SHAPES.items()]
    write_table(folder, divipola.CROSSWALK, ["shape_id,territory_code,name,level", *rows])
    write_table(folder, divipola.DEPARTMENTS, ["department_code,name", "05,Uno", "54,Dos"])
    write_table(
        folder,
        divipola.CHANGES,
        [
            "territory_code,name,level,valid_from,valid_to,successor,note",
            "54002,Absorbido,area_no_municipalizada,,2019-11-30,54001,",
            "54999,Nuevo,municipio,,,,Sin límite.",
        ],
    )
    listed = ["set,territory_code", "venezuela,54001", "belt,54001"]
    empty = [f"{name},no" for name in ("ecuador", "peru", "brazil", "panama")]
    write_table(folder, divipola.BORDER_SETS, [*listed, *empty])
    return folder


def write_table(folder, name, lines):
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def without_other_borders(monkeypatch):
    """Only Venezuela has a border here; a list cannot be empty in a CSV file."""
    real = divipola.border_sets

    def lists(folder):
        found = real(folder)
        return {name: codes - {"no"} for name, codes in found.items()}

    monkeypatch.setattr(divipola, "border_sets", lists)


@pytest.mark.usefixtures("without_other_borders")
class TestBuild:
    def test_rows(self, archives, folder):
        build.build(archives, folder)
        table = gpd.read_parquet(folder / territories.TABLE).set_index("territory_code")
        assert table.index.tolist() == ["00", "05", "05001", "54", "54001", "54002", "54999"]
        assert table["has_geometry"].tolist() == [True, True, True, True, True, False, False]
        assert table["touches_venezuela"].tolist() == [True, False, False, True, True, False, False]
        assert table.loc["54001", "area_km2"] > table.loc["05001", "area_km2"]
        assert table.loc["54", "area_km2"] == pytest.approx(table.loc["54001", "area_km2"], 1e-6)
        assert table.loc["05001", "distance_venezuela_km"] == pytest.approx(108, abs=2)
        assert (
            table.loc["05", "distance_venezuela_km"] == table.loc["05001", "distance_venezuela_km"]
        )
        assert pd.isna(table.loc["54999", ["lon", "area_km2", "frontage_venezuela_km"]]).all()

    def test_shapes_fit_and_the_crack_is_gone(self, archives, folder):
        build.build(archives, folder)
        table = gpd.read_parquet(folder / territories.TABLE)
        units = territories.current_units(table)
        shapes = units.loc[units["has_geometry"], "geometry"].to_numpy()
        assert coverage.is_coverage(shapes)
        pairs = pd.read_csv(folder / territories.NEIGHBOURS, dtype=str)
        assert pairs.to_numpy().tolist() == [["05001", "54001"], ["54001", "05001"]]

    def test_map_shows_units_departments_and_countries(self, archives, folder):
        build.build(archives, folder)
        map_hash, topology = web_map.read(folder)
        assert (folder / f"map.{map_hash}.json.gz").is_file()
        assert list(web_map.drawn_units(topology)) == ["05001", "54001"]
        names = [g["properties"]["n"] for g in topology["objects"]["paises"]["geometries"]]
        assert names == ["Venezuela", "Ecuador", "Perú", "Brasil", "Panamá"]
        assert len(topology["objects"]["departamentos"]["arcs"]) >= 3

    def test_twice_gives_the_same_bytes(self, archives, folder):
        build.build(archives, folder)
        first = {path.name: path.read_bytes() for path in folder.iterdir()}
        build.build(archives, folder)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == first

    def test_manifest_names_inputs_and_outputs_without_folders(self, archives, folder):
        build.build(archives, folder)
        manifest = json.loads((folder / territories.MANIFEST).read_text(encoding="utf-8"))
        assert manifest["inputs"]["small.whl"] == sha256_of(archives.wheel)
        assert set(manifest["inputs"]) == {"small.whl", "small.tgz", *divipola.TABLES}
        assert len(manifest["outputs"]) == 5
        assert all("/" not in name for name in manifest["outputs"])

    def test_an_older_map_is_replaced(self, archives, folder):
        (folder / "map.000000000000.json.br").write_bytes(b"")
        build.build(archives, folder)
        assert len(list(folder.glob("map.*.json.br"))) == 1

    def test_command(self, archives, folder, capsys):
        arguments = ["--wheel", str(archives.wheel), "--atlas", str(archives.atlas)]
        assert main(["build-geometry", *arguments, "--out", str(folder)]) == 0
        assert "venezuela               1" in capsys.readouterr().out


def test_another_edition_of_the_wheel_is_refused(archives, folder, monkeypatch, capsys):
    monkeypatch.setattr(gazetteer, "SHA256", "0" * 64)
    arguments = ["--wheel", str(archives.wheel), "--atlas", str(archives.atlas)]
    assert main(["build-geometry", *arguments, "--out", str(folder)]) == 1
    assert "small.whl has checksum" in capsys.readouterr().err


def test_a_missing_archive_says_what_to_do(tmp_path):
    with pytest.raises(DataUnavailableError, match=r"gone.tgz is missing. Run `make data`"):
        natural_earth.read(tmp_path / "gone.tgz")


def test_a_wheel_with_fewer_polygons_is_refused(archives, monkeypatch):
    monkeypatch.setattr(gazetteer, "LAYER_ROWS", 4)
    with pytest.raises(DataUnavailableError, match="has 3 polygons with a label, expected 4"):
        gazetteer.read(archives.wheel)


def test_an_atlas_without_a_neighbour_is_refused(archives, monkeypatch):
    wanted = {**natural_earth.NEIGHBOURS, "999": ("nowhere", "Ninguno")}
    monkeypatch.setattr(natural_earth, "NEIGHBOURS", wanted)
    with pytest.raises(DataUnavailableError, match=r"no outline for country codes \['999'\]"):
        natural_earth.read(archives.atlas)


def test_an_atlas_without_the_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "empty.tgz"
    with tarfile.open(path, "w:gz") as archive:
        folder = tarfile.TarInfo(natural_earth.MEMBER)
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
    monkeypatch.setattr(natural_earth, "SHA256", sha256_of(path))
    with pytest.raises(DataUnavailableError, match=r"countries-10m\.json is not in the archive"):
        natural_earth.read(path)


def test_a_crosswalk_for_other_polygons_is_refused(archives, folder):
    other = ["shape_id,territory_code,name,level", "7082276B9,05001,Uno,municipio"]
    write_table(folder, divipola.CROSSWALK, other)
    with pytest.raises(DataUnavailableError, match="do not name the same polygons"):
        build.build(archives, folder)


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(DataUnavailableError, match=r"crosswalk\.csv is missing"):
        divipola.read(tmp_path)


def test_two_forms_of_the_map_must_agree(tmp_path):
    web_map.write(b"{}", tmp_path)
    (packed,) = tmp_path.glob("map.*.gz")
    packed.write_bytes(gzip.compress(b"[]"))
    with pytest.raises(FileNotFoundError, match="differ"):
        web_map.read(tmp_path)

"""The command as an office runs it: real files, exit status, words on standard output."""

import subprocess
import sys
from pathlib import Path

import pytest

from geodata.publish import prepare_published
from geodata.snapshot import Workspace
from geodata.store import Store
from tests.dirty_imports.files import CASES, HEADER

ROOT = Path(__file__).parents[2]
KEY = "poblacion_migrante_venezolana"


@pytest.fixture
def var(tmp_path):
    prepare_published(tmp_path / "var", ROOT / "data")
    return tmp_path / "var"


@pytest.fixture
def run(var):
    def command(*words):
        line = [sys.executable, "-m", "geodata", "import", *map(str, words), "--var", str(var)]
        return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)

    return command


def served(var):
    return Store.open(var, Workspace.PUBLISHED)


def sent(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def good(var, value="77"):
    return f"{HEADER}\n54874,{KEY},2011,total,total,total,{value},{served(var).sources.index[0]}\n"


def test_a_sound_file_is_published_with_its_note_and_leads_back_to_it(var, run, tmp_path):
    before = served(var).snapshot_id
    file = sent(tmp_path / "cifras.csv", good(var))
    done = run(file, "--kind", "observaciones", "--note", "mesa de abril", "--author", "Ana")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 filas leídas, 1 por importar, 0 errores, 0 avisos." in done.stdout
    assert "1 filas nuevas, 0 modificadas, 0 retiradas" in done.stdout
    manifest = served(var).manifest
    assert (manifest.parent, manifest.note, manifest.author) == (before, "mesa de abril", "Ana")
    assert manifest.imports[0].file == "cifras.csv"
    assert len(manifest.imports[0].sha256) == 64


def test_a_trial_publishes_nothing_and_says_that_it_could(var, run, tmp_path):
    before = served(var).snapshot_id
    file = sent(tmp_path / "cifras.csv", good(var))
    done = run(file, "--kind", "observaciones", "--dry-run")
    assert done.returncode == 0
    assert served(var).snapshot_id == before


def test_errors_are_listed_and_the_status_is_not_zero(var, run, tmp_path):
    before = served(var).snapshot_id
    file = sent(tmp_path / "cifras.csv", f"{HEADER}\n9,{KEY},2011,total,total,Z,7,nadie\n")
    done = run(file, "--kind", "observaciones", "--accept-warnings")
    assert done.returncode == 1
    assert (
        "error: Fila 2, columna «sector», valor «Z»: no es una sección CIIU. "
        "Use una letra de la A a la U.\n"
    ) in done.stdout
    assert "Traceback" not in done.stderr
    assert served(var).snapshot_id == before


def test_warnings_wait_for_a_person(var, run, tmp_path):
    source = served(var).sources.index[0]
    text = "Código;Año;Valor\n5001;2011;1.234,0\n54874;2011;7\n"
    file = sent(tmp_path / "viejo.csv", text, "cp1252")
    words = (file, "--kind", "observaciones", "--set", f"indicator={KEY}", "--set",
             f"source_id={source}")  # fmt: skip
    refused = run(*words)
    assert refused.returncode == 1
    assert (
        "aviso: Fila 2, columna «Código», valor «5001»: perdió el cero inicial." in refused.stdout
    )
    assert run(*words, "--accept-warnings").returncode == 0
    rows = served(var).observations(KEY)
    assert sorted(rows.loc[rows["period"] == "2011", "value"]) == [7.0, 1234.0]


def test_the_full_list_is_written_where_asked(var, run, tmp_path):
    file = sent(tmp_path / "cifras.csv", good(var, "mil"))
    lists = [tmp_path / "hallazgos.csv", tmp_path / "hallazgos.xlsx"]
    for path in lists:
        assert run(file, "--kind", "observaciones", "--findings", path).returncode == 1
    assert "numero_invalido" in lists[0].read_text(encoding="utf-8-sig")
    assert lists[1].read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_template_can_be_filled_and_imported(run, tmp_path, form):
    path = tmp_path / f"plantilla.{form}"
    assert run("--kind", "fuentes", "--template", path).returncode == 0
    done = run(path, "--kind", "fuentes")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nada.csv", "--kind", "observaciones"], "El archivo ya no está"),
        (["nada.csv", "--kind", "fotos"], "No existe el tipo «fotos»"),
        (["--kind", "observaciones"], "Diga qué archivo importar"),
        (["nada.csv", "--kind", "observaciones", "--map", "x"], "no tiene la forma nombre=valor"),
    ],
)
def test_a_mistake_in_the_command_is_one_sentence(run, words, sentence):
    done = run(*words)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("case", CASES[1:6], ids=lambda case: case.name)
def test_dirty_files_say_the_same_through_the_command(var, run, tmp_path, case):
    file = sent(tmp_path / "sucio.csv", case.text(served(var).sources.index[0]))
    done = run(file, "--kind", case.kind, "--dry-run")
    assert done.returncode == 1
    for _, row, column, value in case.expected:
        assert f"Fila {row}, columna «{column}», valor «{value}»" in done.stdout

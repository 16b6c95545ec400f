"""Personal data are refused by header and by content, and never repeated."""

import pandas as pd
import pytest

from geodata.reading.personal import header_kind, masked, personal_findings

NAME, DOCUMENT = "nombre de una persona", "número de documento"
PHONE, MAIL, ADDRESS = "teléfono", "correo electrónico", "dirección"

HEADERS = {
    "Nombre completo": NAME, "NOMBRES Y APELLIDOS": NAME, "Apellidos": NAME, "primer_nombre": NAME,
    "Nombre del beneficiario": NAME, "segundoApellido": NAME, "Full name": NAME,
    "Cédula": DOCUMENT, "CEDULA DE CIUDADANIA": DOCUMENT, "No. documento": DOCUMENT,
    "numero_documento": DOCUMENT, "Documento": DOCUMENT, "Documento de identidad": DOCUMENT,
    "Número de identificación": DOCUMENT, "PPT": DOCUMENT, "Pasaporte": DOCUMENT,
    "Teléfono": PHONE, "TELEFONO FIJO": PHONE, "Celular 1": PHONE, "whatsapp": PHONE,
    "Correo": MAIL, "E-mail": MAIL, "correo_electrónico": MAIL, "EMAIL": MAIL,
    "Dirección": ADDRESS, "direccion de residencia": ADDRESS, "Domicilio": ADDRESS,
}  # fmt: skip

HARMLESS = [
    "nombre", "Nombre del municipio", "Nombre del centro", "código", "Tipo de documento", "valor",
    "municipio", "territory_code", "name_es", "source_id", "Dirección Territorial", "NIT",
    "Con correo electrónico", "acceso a telefonía móvil", "operator", "indicador", "sexo",
]  # fmt: skip


@pytest.mark.parametrize(("header", "kind"), HEADERS.items())
def test_a_personal_header_is_refused(header, kind):
    assert header_kind(header) == kind
    (finding,) = personal_findings(pd.DataFrame({header: [""]}))
    assert (finding.rule, finding.column) == ("dato_personal_encabezado", header)
    assert kind in finding.what_es


@pytest.mark.parametrize("header", HARMLESS)
def test_a_harmless_header_is_not(header):
    assert header_kind(header) == ""


def table(header, cells):
    return pd.DataFrame({header: cells}, index=range(2, 2 + len(cells)), dtype="str")


CONTENTS = {
    "e-mail in a note": ("observación", ["", "escribir a ana.perez@correo.co", ""], MAIL, 3, 1),
    "written mobile": ("observación", ["", "", "llamar al 310 555 1234"], PHONE, 4, 1),
    "international mobile": ("x", ["+57 3105551234"], PHONE, 2, 1),
    "bare mobiles": ("x", ["3105551234", "3115551235", "3125551236"], PHONE, 2, 3),
    "documents": ("x", ["1090123456", "88123456", "1091234567"], DOCUMENT, 2, 3),
    "documents with points": ("x", ["1.090.123.456", "88.123.456", "60.234.567"], DOCUMENT, 2, 3),
    "mobile among words": ("observación", ["", "llamar al 3105551234 en la tarde"], PHONE, 3, 1),
    "document with its word": ("observación", ["c.c. 1.090.123.456 de Cúcuta"], DOCUMENT, 2, 1),
    "document by its name": ("notas", ["", "cédula 88123456"], DOCUMENT, 3, 1),
    "documents in a column of ids": (
        "id",
        ["1090123456", "88123456", "1091234567"],
        DOCUMENT,
        2,
        3,
    ),
    "street": ("ubicación", ["Centro", "Calle 10 # 5-20"], ADDRESS, 3, 1),
    "abbreviated street": ("sitio", ["Cra. 7 No. 12-34"], ADDRESS, 2, 1),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_personal_content_is_refused_whatever_its_header(name):
    header, cells, kind, row, count = CONTENTS[name]
    (finding,) = personal_findings(table(header, cells))
    assert (finding.rule, finding.row, finding.column) == ("dato_personal_contenido", row, header)
    assert kind in finding.what_es
    assert f"hay {count} celdas" in finding.what_es


@pytest.mark.parametrize("name", CONTENTS)
def test_no_finding_repeats_the_datum(name):
    header, cells, _, row, _ = CONTENTS[name]
    (finding,) = personal_findings(table(header, cells))
    datum = cells[row - 2]
    for language in ("es", "en"):
        assert datum not in finding.sentence(language)
        assert datum[1:6] not in finding.sentence(language)


FIGURES = {
    "amounts under their header": ("ventas", ["310555123", "88123456", "60234567"]),
    "codes under their header": ("código DANE del colegio", ["15400100", "15400101", "15400102"]),
    "dates without hyphens": ("x", ["20240131", "20240229", "20240331"]),
    "the same code in every row": ("x", ["88123456", "88123456", "88123456"]),
    "small figures": ("x", ["310", "88", "60"]),
    "two rows only": ("x", ["88123456", "60234567"]),
    "nothing": ("x", ["", "", ""]),
}


@pytest.mark.parametrize("name", FIGURES)
def test_figures_and_codes_are_not_taken_for_persons(name):
    assert personal_findings(table(*FIGURES[name])) == ()


def test_what_the_kind_of_file_allows_is_not_refused():
    cells = table("dirección", ["Calle 10 # 5-20"])
    assert personal_findings(cells, allowed=("dirección",)) == ()
    codes = table("llave única", ["1090123456", "88123456", "1091234567"])
    assert personal_findings(codes, codes=("llave única",)) == ()


def test_a_mask_shows_the_first_letter_only():
    assert masked(" ana@x.co") == "a•••••••"
    assert masked("a" * 40) == "a" + "•" * 12

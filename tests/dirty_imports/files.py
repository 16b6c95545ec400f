"""Dirty files, one defect each and in combinations, with what has to be said of each cell.

A case is a file as an office would send it. ``expected`` lists every finding: rule, row as the
spreadsheet numbers it, column as the file writes it, value. ``{source}`` stands for a source that
the published snapshot has.
"""

from dataclasses import dataclass, field

HEADER = "codigo,indicador,periodo,sexo,grupo,sector,valor,fuente"
SOUND = "54001,poblacion_migrante_venezolana,2024,total,total,total,100,{source}"
CENTRE = "id,nombre,codigo,longitud,latitud,estado,desde,hasta,fuente"
FOLLOWED = "seudonimo,codigo,periodo,momento,sexo,grupo,situacion,fuente"


@dataclass(frozen=True)
class Dirty:
    """One file and its findings."""

    name: str
    lines: str
    expected: list = field(default_factory=list)
    kind: str = "observaciones"
    header: str = HEADER
    options: dict = field(default_factory=dict)

    def text(self, source):
        """The whole file."""
        return f"{self.header}\n{self.lines}\n".replace("{source}", source)


def cell(column, value, **changes):
    """A sound row with one cell replaced, and the row as text."""
    names = HEADER.split(",")
    row = SOUND.split(",")
    row[names.index(column)] = value
    return ",".join(row)


def one(name, column, value, *rules):
    """A file with one sound row and one row with one bad cell."""
    sound = cell("codigo", "54405")
    expected = [(rule, 3, column, value) for rule in rules]
    return Dirty(name, f"{sound}\n{cell(column, value)}", expected)


CASES = [
    Dirty("sound", SOUND),
    one("unknown code", "codigo", "99999", "codigo_desconocido"),
    one("code cut short", "codigo", "540", "codigo_desconocido"),
    one("code without its zero", "codigo", "5001", "codigo_sin_cero"),
    one("code as a decimal of a spreadsheet", "codigo", "5001.0", "codigo_sin_cero"),
    one("retired code", "codigo", "27086", "codigo_obsoleto"),
    one("absorbed area", "codigo", "94663", "codigo_obsoleto"),
    one("code of the seat", "codigo", "54001000", "codigo_de_centro_poblado"),
    one("name instead of code", "codigo", "Villa del Rosario", "nombre_por_codigo"),
    one("name of several municipalities", "codigo", "Villanueva", "nombre_ambiguo"),
    one("name of none", "codigo", "Macondo", "nombre_desconocido"),
    one("department among municipalities", "codigo", "54", "nivel_distinto"),
    one("metropolitan area among municipalities", "codigo", "AM54001", "nivel_distinto"),
    one("unknown indicator", "indicador", "felicidad", "indicador_desconocido"),
    one("month thirteen", "periodo", "2024-13", "periodo_invalido"),
    one("period in words", "periodo", "hace poco", "periodo_invalido"),
    one("serial date", "periodo", "45657", "fecha_serial"),
    one("date to come", "periodo", "2031", "fecha_futura"),
    one("sex unknown", "sexo", "otro", "palabra_desconocida"),
    one("letter that may be two words", "sexo", "M", "letra_ambigua"),
    one("empty sex", "sexo", "", "valor_por_omision"),
    one("group unknown", "grupo", "marcianos", "palabra_desconocida"),
    one("sector unknown", "sector", "Z", "sector_desconocido"),
    one("sector by its class", "sector", "4711", "sector_por_clase"),
    one("word among numbers", "valor", "muchos", "numero_invalido"),
    one("thousand or decimal", "valor", "1.234", "numero_ambiguo"),
    one("withheld", "valor", "<5", "suprimido"),
    one("negative count", "valor", "-3", "negativo"),
    one("unknown source", "fuente", "inventada", "fuente_desconocida"),
    one("empty source", "fuente", "", "celda_vacia"),
    Dirty("more than a hundred of every hundred",
          "54001,tasa_desocupacion,2024,total,total,total,130,{source}",
          [("fuera_de_rango", 2, "valor", "130")]),
    Dirty("the same cell twice", f"{SOUND}\n{SOUND}", [("clave_repetida", 3, "", "")]),
    Dirty("the same cell after mending", f"{SOUND}\n{cell('codigo', '54001.0')}",
          [("clave_repetida", 3, "", "")]),
    Dirty("two defects in one row", cell("codigo", "99999").replace(",total,total,total,",
                                                                     ",total,total,Z,"),
          [("codigo_desconocido", 2, "codigo", "99999"), ("sector_desconocido", 2, "sector", "Z")]),
    Dirty("a column that nobody knows", f"{SOUND},azul", [("columna_sin_usar", None, "color", "")],
          header=f"{HEADER},color"),
    Dirty("no column of values", "54001,poblacion_migrante_venezolana,{source}",
          [("columna_faltante", None, "value (valor)", "")],
          header="codigo,indicador,fuente"),
    Dirty("unit of another indicator", f"{SOUND},porcentaje",
          [("unidad_distinta", 2, "unidad", "porcentaje")], header=f"{HEADER},unidad"),
    Dirty("figure that is said to be withheld", f"{SOUND},suprimido",
          [("suprimido_con_cifra", 2, "valor", "100")], header=f"{HEADER},calidad"),
    Dirty("name that is not of its code", f"{SOUND},Arauca",
          [("nombre_no_corresponde", 2, "municipio", "Arauca")], header=f"{HEADER},municipio"),
    Dirty("years in the header, one cell bad", "54001,10,x\n5001,30,40",
          [("numero_invalido", 2, "2023", "x"), ("codigo_sin_cero", 3, "codigo", "5001"),
           ("codigo_sin_cero", 3, "codigo", "5001")],
          header="codigo,2022,2023",
          options={"indicator": "poblacion_migrante_venezolana", "source_id": "{source}"}),
    Dirty("constant that does not exist", "54001,2024,10\n54874,2024,20",
          [("fuente_desconocida", None, "--set source_id", "inventada")],
          header="codigo,periodo,valor",
          options={"indicator": "poblacion_migrante_venezolana", "source_id": "inventada"}),
    Dirty("a point in the sea", "c1,Centro,54001,-72.5,45,activo,2020,,{source}",
          [("fuera_de_colombia", 2, "latitud", "45")], "centros", CENTRE),
    Dirty("longitude and latitude swapped", "c1,Centro,54001,7.89,-72.5,activo,2020,,{source}",
          [("fuera_de_colombia", 2, "longitud", "7.89"),
           ("fuera_de_colombia", 2, "latitud", "-72.5"),
           ("coordenadas_cambiadas", 2, "longitud", "7.89")], "centros", CENTRE),
    Dirty("a point in another municipality", "c1,Centro,54001,-74.08,4.61,activo,2020,,{source}",
          [("lejos_del_municipio", 2, "longitud", "-74.08")], "centros", CENTRE),
    Dirty("half a point", "c1,Centro,54001,-72.5,,activo,2020,,{source}",
          [("coordenada_incompleta", 2, "longitud", "-72.5")], "centros", CENTRE),
    Dirty("closed before it opened", "c1,Centro,54001,,,cerrado,2022,2021-05,{source}",
          [("fin_antes_del_inicio", 2, "hasta", "2021-05")], "centros", CENTRE),
    Dirty("centre without a name", "c1,,54001,,,activo,2020,,{source}",
          [("celda_vacia", 2, "nombre", "")], "centros", CENTRE),
    Dirty("the same centre twice",
          "c1,Uno,54001,,,activo,2020,,{source}\nc1,Dos,54001,,,activo,2020,,{source}",
          [("clave_repetida", 3, "", "")], "centros", CENTRE),
    Dirty("document instead of a pseudonym",
          "1090456789,54001,2026,corto,F,migrante,ocupada,{source}",
          [("persona_identificable", 2, "seudonimo", "")], "seguimiento", FOLLOWED),
    Dirty("half a person", cell("valor", "10.5".replace(".", ",")).replace("10,5", '"10,5"'),
          [("no_entero", 2, "valor", "10,5")]),
    Dirty("more people than the country", cell("valor", "600000000"),
          [("mas_que_el_pais", 2, "valor", "600000000")]),
    Dirty("part greater than its whole",
          "54001,tasa_desocupacion,2024,total,total,total,12,{source},120,100",
          [("numerador_mayor", 2, "numerador", "120")], header=f"{HEADER},numerador,denominador"),
    Dirty("half a vacancy", "54001,2025,G,1.5,{source}",
          [("no_entero", 2, "vacantes", "1.5")], "vacantes", "codigo,ano,sector,vacantes,fuente"),
]  # fmt: skip

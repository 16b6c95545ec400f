"""The fields of every kind: header synonyms, words, example and meaning, written once."""

from dataclasses import replace
from typing import Final

from geodata.imports import words
from geodata.imports.fields import Field, Nature

CODE: Final = Field(
    "territory_code", Nature.TERRITORY,
    ("codigo", "territory code", "cod", "codigo municipio", "codigo municipal", "cod municipio",
     "cod mpio", "codigo dane", "cod dane", "divipola", "codigo divipola", "mpio cdpmp", "cod mun",
     "codmpio", "mpio", "dpmp", "codigo del municipio", "municipio", "nombre municipio",
     "territorio", "ciudad", "id mun", "municipality"),
    "Código DIVIPOLA de 5 dígitos o nombre del municipio; departamento de 2; 00 es la nación.",
    "54874", required=True,
)  # fmt: skip
CODES: Final = replace(CODE, joined=True, meaning=f"{CODE.meaning} Varios se unen con |.")
NAME: Final = Field(
    "territory_name", Nature.PLACE_NAME,
    ("nombre municipio", "territory name", "nombre del municipio", "mpnom", "mpio nom",
     "nom mpio", "nombre mpio", "municipio", "nombre territorio", "nombre ciudad", "dpmpnom"),
    "Nombre del municipio: solo se compara con el código.", "Villa del Rosario",
)  # fmt: skip
DEPARTMENT: Final = Field(
    "department", Nature.DEPARTMENT,
    ("departamento", "nombre departamento", "dpnom", "depto", "dpto", "nom dpto", "department",
     "nombre del departamento", "department name"),
    "Departamento: distingue los municipios de igual nombre.", "Norte de Santander",
)  # fmt: skip
INDICATOR: Final = Field(
    "indicator", Nature.INDICATOR, ("indicador", "clave", "clave indicador", "variable"),
    "Clave del indicador, como en Metodología.", "poblacion_migrante_venezolana", required=True,
)  # fmt: skip
PERIOD: Final = Field(
    "period", Nature.PERIOD,
    ("periodo", "ano", "fecha", "vigencia", "corte", "fecha corte", "fecha de corte", "year",
     "trimestre", "mes"),
    "Año, AAAA-MM, AAAA-MM-DD o tramo inicio/fin; «31/12/2024» o «ene-mar 2025» también.",
    "2024-12",
)  # fmt: skip
SEX: Final = Field(
    "sex", Nature.WORD, ("sexo", "genero"), "total, mujeres u hombres.", "total",
    required=True, default="total", words=words.SEXES,
)  # fmt: skip
GROUP: Final = Field(
    "population_group", Nature.WORD,
    ("grupo", "grupo poblacional", "poblacion grupo", "group", "nacionalidad", "condicion"),
    "Población de la que habla la cifra.", "migrante_venezolana",
    required=True, default="total", words=words.GROUPS,
)  # fmt: skip
SECTOR: Final = Field(
    "sector", Nature.SECTOR,
    ("seccion", "seccion ciiu", "ciiu", "actividad economica", "rama", "rama de actividad",
     "sector economico"),
    "Letra de la sección CIIU Rev. 4 A.C., o total.", "total", required=True, default="total",
    words=words.SECTORS,
)  # fmt: skip
VALUE: Final = Field(
    "value", Nature.NUMBER,
    ("valor", "cifra", "dato", "cantidad", "numero", "tasa"),
    "La cifra. «<5» o «*» se guardan como suprimido; vacío es sin dato.", "1250", present=True,
)  # fmt: skip
UNIT: Final = Field(
    "unit", Nature.WORD, ("unidad", "unidad de medida"),
    "Unidad; si falta la columna, la del indicador.", "persons", words=words.UNITS,
)  # fmt: skip
SOURCE: Final = Field(
    "source_id", Nature.SOURCE, ("fuente", "source", "id fuente", "codigo fuente"),
    "Clave de la fuente, que debe estar en la tabla de fuentes.", "fucai_2024", required=True,
)  # fmt: skip
NOTE: Final = Field(
    "note", Nature.TEXT, ("nota", "notas", "observaciones", "observacion"), "Nota libre.", ""
)


def number(name: str, *headers: str, meaning: str, example: str = "") -> Field:
    """A field that counts or measures."""
    nature = Nature.COUNT if name in COUNTS else Nature.NUMBER
    return Field(name, nature, headers, meaning, example)


def text(name: str, *headers: str, meaning: str, example: str = "") -> Field:
    """A field of free text."""
    return Field(name, Nature.TEXT, headers, meaning, example)


def needed(field: Field, default: str = "") -> Field:
    """``field``, without which a row says nothing."""
    return replace(field, required=True, default=default)


COUNTS: Final = ("sample_size", "people_served", "order", "vacancies", "jobs")

OBSERVATIONS: Final = (
    CODE, NAME, DEPARTMENT, INDICATOR, PERIOD, SEX, GROUP, SECTOR, VALUE, UNIT,
    number("numerator", "numerador", meaning="Numerador, si se publica."),
    number("denominator", "denominador", meaning="Denominador, si se publica."),
    number("sample_size", "muestra", "tamano muestra", meaning="Tamaño de la muestra."),
    text("margin", "margen", "cv", "margen de error", meaning="Margen de error publicado."),
    Field("quality", Nature.WORD, ("calidad",), "suprimido, no_aplica o poco_confiable.",
          words=words.QUALITIES),
    SOURCE,
    Field("flags", Nature.WORD, ("advertencias", "advertencia"), "Advertencias unidas con |.",
          joined=True, words=words.FLAG_WORDS),
    text("series", "serie", meaning="Marco, ventana o registro; separa series que no se unen."),
    NOTE,
)  # fmt: skip

_ID: Final = needed(text("id", "identificador", "codigo centro", "codigo unidad",
                         meaning="Clave propia y estable.",
                         example="integrate-cucuta"))  # fmt: skip
_WHERE: Final = (
    Field("lon", Nature.LONGITUDE, ("longitud", "longitude", "x", "lng", "coordenada x"),
          "Longitud en grados, negativa; vacía toma la de la cabecera.", "-72.505"),
    Field("lat", Nature.LATITUDE, ("latitud", "latitude", "y", "coordenada y"),
          "Latitud en grados.", "7.894"),
    Field("precision", Nature.WORD, ("precision del punto",), "address o seat.", "seat",
          words=words.PRECISIONS),
    CODE, NAME, DEPARTMENT,
)  # fmt: skip
_LIFE: Final = (
    replace(PERIOD, name="valid_from", headers=("desde", "fecha inicio", "apertura"),
            meaning="Desde cuándo.", example="2022"),
    replace(PERIOD, name="valid_to", headers=("hasta", "fecha fin", "cierre"),
            meaning="Hasta cuándo.", example=""),
    replace(PERIOD, name="last_verified", headers=("verificado", "ultima verificacion"),
            meaning="Última comprobación.", example="2025-10"),
)  # fmt: skip
_STATUS: Final = Field(
    "status", Nature.WORD, ("estado",), "Estado comprobado.", "activo", required=True,
    default="por_verificar", words=words.STATES,
)  # fmt: skip
_PLACE_REST: Final = (
    text("operator", "operador", "administrador", meaning="Quién lo opera."),
    *_LIFE,
    text("services", "servicios", meaning="Qué ofrece."),
    number("people_served", "personas atendidas", "atendidos", meaning="Personas atendidas."),
    replace(SOURCE, joined=True),
    text("address", "direccion", meaning="Dirección del centro, nunca la de una persona."),
    NOTE,
)
_SUPPORT: Final = text("programme", "programa", "proyecto", "programa que apoya",
                       meaning="Programa que lo apoya.", example="Banco Amable 2.0")  # fmt: skip
CENTRES: Final = (
    _ID,
    Field("kind", Nature.WORD, ("tipo", "clase"), "Tipo de punto.", "centro_integrate",
          required=True, default="centro_integrate", words=words.CENTRES),
    needed(text("name", "nombre", "centro", meaning="Nombre del centro.",
                example="Centro Intégrate Cúcuta")),
    *_WHERE,
    replace(SECTOR, required=False, default="", example=""),
    _STATUS,
    *_PLACE_REST,
    _SUPPORT,
)  # fmt: skip
UNITS: Final = (
    replace(_ID, example="up-0001"),
    Field("kind", Nature.WORD, (), "Siempre unidad_productiva.", "unidad_productiva",
          required=True, default="unidad_productiva",
          words=words.vocabulary({"unidad_productiva": ()})),
    needed(text("name", "nombre", "razon social", "unidad productiva",
                meaning="Nombre comercial, nunca el de una persona.",
                example="Panadería El Puente")),
    *_WHERE,
    replace(SECTOR, example="G"),
    replace(_STATUS, meaning="activa, en_riesgo, cerrada o por_verificar.", example="activa",
            words=words.UNIT_STATES),
    *(field for field in _PLACE_REST if field.name != "address"),
    _SUPPORT,
    Field("formalisation", Nature.WORD,
          ("formalizacion", "formalizada", "formal", "matricula mercantil", "registro mercantil",
           "tiene matricula mercantil", "estado de formalizacion"),
          "registrada (matrícula mercantil vigente), en_tramite o sin_registro.", "registrada",
          words=words.FORMALISATIONS),
    number("jobs", "personas ocupadas", "empleos", "puestos", "puestos de trabajo", "trabajadores",
           "numero de trabajadores", "empleados", "numero de empleados", "empleo generado",
           meaning="Personas que trabajan en la unidad, quien la dirige incluida. Solo salen sumas "
           "por municipio y, en la tarjeta, el tamaño.", example="3"),
)  # fmt: skip
"""Without an address: a productive unit is often somebody's home."""

_PROGRAMME: Final = needed(text("programme", "programa", "proyecto", meaning="Programa.",
                                example="Banco Amable 2.0"))  # fmt: skip
_AXIS: Final = Field("axis", Nature.WORD, ("eje",), "Uno de los siete ejes.", "empleo",
                     required=True, words=words.AXES)  # fmt: skip
RESULTS: Final = (
    _PROGRAMME,
    needed(text("component", "componente", meaning="Componente.", example="Inclusión laboral")),
    _AXIS,
    needed(text("indicator", "indicador", meaning="Qué se mide.", example="personas colocadas")),
    needed(text("unit", "unidad", meaning="Unidad.", example="persons")),
    needed(text("unit_rule", "regla", "regla unidad", meaning="Qué se puede sumar.",
                example="personas")),
    SEX, GROUP,
    number("baseline", "linea base", "base", meaning="Línea base.", example="0"),
    number("target", "meta", meaning="Meta.", example="200"),
    number("actual", "resultado", "logro", "avance", meaning="Resultado.", example="43"),
    PERIOD, CODES, DEPARTMENT, SOURCE, NOTE,
)  # fmt: skip
ACTORS: Final = (
    needed(text("organisation", "organizacion", "entidad", "actor", meaning="Organización.",
                example="OIM")),
    needed(text("kind", "tipo", "tipo actor", meaning="Tipo de organización.",
                example="cooperación")),
    _PROGRAMME, _AXIS, CODES, DEPARTMENT, PERIOD, SOURCE,
)  # fmt: skip
SOURCES: Final = (
    needed(text("source_id", "clave", "id", "fuente", meaning="Clave propia.",
                example="ALCALDIA_2026")),
    needed(text("publisher", "publica", "entidad", "editor", meaning="Quién publica.",
                example="Alcaldía de Villa del Rosario")),
    text("original", "productor", meaning="Quién produjo la cifra, si es otro."),
    needed(text("title", "titulo", meaning="Título.", example="Registro de emprendimientos")),
    text("url", "enlace", "direccion web", meaning="Dirección en la red."),
    replace(PERIOD, name="published", headers=("publicado", "fecha publicacion"),
            meaning="Fecha de publicación.", example="2026"),
    replace(PERIOD, name="accessed", headers=("consultado", "fecha consulta"),
            meaning="Fecha de consulta.", example="2026-11-20"),
    needed(text("licence", "licencia", meaning="Licencia o condiciones.",
                example="Información pública, con atribución")),
    text("sha256", meaning="Huella del archivo, si lo hay."),
)  # fmt: skip
COMPONENTS: Final = (
    _PROGRAMME,
    needed(text("kind", "tipo", meaning="componente, fase o eje.", example="componente")),
    needed(number("order", "orden", meaning="Orden.", example="1")),
    needed(text("name_es", "nombre", "componente", meaning="Nombre.", example="Monitoreo")),
    needed(text("name_en", "nombre ingles", meaning="Nombre en inglés.", example="Monitoring")),
    replace(_AXIS, required=False),
    text("shows", "muestra", meaning="Qué muestra el tablero."),
    SOURCE,
)  # fmt: skip
DOMAINS: Final = (
    needed(text("territory_code", "codigo", meaning="Código del ámbito.", example="AM54001")),
    needed(text("name", "nombre", meaning="Nombre.", example="Cúcuta A.M.")),
    needed(text("kind", "tipo", meaning="Tipo de ámbito.", example="area_metropolitana")),
    text("members", "municipios", meaning="Municipios que lo forman, unidos con |."),
    text("seat", "sede", meaning="Municipio de la sede."),
    NOTE,
)  # fmt: skip
FOLLOW_UP: Final = (
    Field("person", Nature.PERSON,
          ("persona", "seudonimo", "id persona", "codigo persona", "codigo participante"),
          "Seudónimo: nunca un documento, un nombre ni un teléfono.", "p-0001", required=True),
    replace(CODE, meaning="Municipio de residencia."), NAME, DEPARTMENT,
    replace(PERIOD, required=True, example="2026"),
    Field("moment", Nature.WORD, ("momento", "plazo", "medicion"),
          "linea_base, corto, mediano o largo.", "corto", required=True, words=words.MOMENTS),
    SEX, GROUP,
    Field("situation", Nature.WORD, ("situacion", "situacion laboral", "ocupacion", "estado"),
          "ocupada, desocupada o fuera_de_la_fuerza.", "ocupada", required=True,
          words=words.SITUATIONS),
    SOURCE,
)  # fmt: skip
VACANCIES: Final = (
    replace(CODE, meaning="Municipio donde se trabaja."), NAME, DEPARTMENT,
    replace(PERIOD, required=True, headers=(*PERIOD.headers, "fecha publicacion", "fecha vacante")),
    replace(SECTOR, default="", required=False, example="G"),
    number("vacancies", "vacantes", "positions", "posiciones", "puestos", "numero de vacantes",
           "cantidad", "plazas",
           meaning="Puestos de la oferta; sin la columna, uno por fila.", example="3"),
    SOURCE,
)  # fmt: skip
TERRITORIES: Final = (
    replace(CODE, headers=("codigo", "mpio ccnct", "adm2 pcode", *CODE.headers, "shapename"),
            meaning="Código DIVIPOLA de 5 dígitos."),
    replace(NAME, headers=("nombre municipio", "nom mpio", "mpio cnmbr", "mpio cnmbre",
                           *NAME.headers),
            meaning="Nombre del municipio; se toma de una lista, no de un archivo de límites."),
    replace(DEPARTMENT, headers=(*DEPARTMENT.headers, "dpto cnmbr")),
    Field("department_code", Nature.TEXT, ("cod dpto", "dpto ccdgo", "codigo departamento", "dp"),
          "Código del departamento; son los dos primeros dígitos del código.", "54"),
    Field("level", Nature.WORD, ("tipo municipio", "tipo", "tipo de municipio"),
          "municipio o area_no_municipalizada.", "municipio", words=words.LOCAL_LEVELS),
    Field("lon", Nature.LONGITUDE, ("longitud", "longitude"),
          "Longitud de la cabecera, en una lista.", "-72.47"),
    Field("lat", Nature.LATITUDE, ("latitud", "latitude"), "Latitud de la cabecera.", "7.83"),
    replace(SOURCE, meaning="Clave de la fuente de los límites, que firma el mapa."),
)  # fmt: skip

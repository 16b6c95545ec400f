"""The words of a file, by the word that the tables use: sexes, groups, sectors, units, states.

Everything is compared without accents, capitals or punctuation, see ``plain``.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from geodata.schema import FLAGS, SECTIONS, SURVEY_BRANCHES, TOTAL, Group, Level, Quality, Sex

NOT_WORD: Final = re.compile(r"[^a-z0-9%<]+")

WOMEN: Final = ("f", "femenino", "femenina", "mujer", "mujeres", "female", "women", "woman")
MEN: Final = ("m", "masculino", "masculina", "hombre", "hombres", "h", "male", "men", "man")
WHOLE: Final = ("total", "todos", "todas", "ambos", "ambos sexos", "t", "all", "general")

DIVISIONS: Final = (
    *((3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H")),
    *((56, "I"), (63, "J"), (66, "K"), (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P")),
    *((88, "Q"), (93, "R"), (96, "S"), (98, "T"), (99, "U")),
)
"""Last division of each section of CIIU Rev. 4 A.C. (DANE)."""

CLASS_DIGITS: Final = (2, 4)
"""A division has two digits, a class four; the first two say the division."""


def plain(text: str) -> str:
    """``text`` in lower case, without accents, with one space where there was punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return NOT_WORD.sub(" ", bare).strip()


def vocabulary(synonyms: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Word of the tables by every way of writing it, its own included."""
    return MappingProxyType(
        {plain(way): word for word, ways in synonyms.items() for way in (word, *ways)}
    )


SEXES: Final = vocabulary({Sex.TOTAL: WHOLE, Sex.WOMEN: WOMEN, Sex.MEN: MEN})

GROUPS: Final = vocabulary(
    {
        Group.TOTAL: (*WHOLE, "poblacion total"),
        Group.VENEZUELAN: ("migrante", "migrantes", "venezolana", "venezolano", "venezolanos",
                           "migrante venezolano", "migrantes venezolanos", "poblacion migrante"),
        Group.RECENT_VENEZUELAN: ("migrante reciente", "migrantes de cinco anos"),
        Group.RETURNED: ("retornado", "retornados", "colombiano retornado", "retornadas"),
        Group.HOST: ("comunidad de acogida", "receptora", "colombiana", "colombiano", "local"),
        Group.NON_MIGRANT: ("no migrantes",),
        Group.FOREIGN_BORN: ("nacidos en el exterior", "nacido en el exterior"),
        Group.MIXED: ("mixto",),
    }
)  # fmt: skip

SECTION_NAMES: Final = MappingProxyType(
    {
        "A": ("agricultura ganaderia caza silvicultura y pesca", "agropecuario", "agricultura"),
        "B": ("explotacion de minas y canteras", "mineria", "minas"),
        "C": ("industrias manufactureras", "industria manufacturera", "industria", "manufactura"),
        "D": ("suministro de electricidad gas vapor y aire acondicionado", "electricidad y gas"),
        "E": ("distribucion de agua", "agua y saneamiento"),
        "F": ("construccion",),
        "G": ("comercio al por mayor y al por menor", "comercio", "comercio y reparacion"),
        "H": ("transporte y almacenamiento", "transporte"),
        "I": ("alojamiento y servicios de comida", "alojamiento y comida", "turismo"),
        "J": ("informacion y comunicaciones",),
        "K": ("actividades financieras y de seguros", "finanzas"),
        "L": ("actividades inmobiliarias",),
        "M": ("actividades profesionales cientificas y tecnicas",),
        "N": ("actividades de servicios administrativos y de apoyo",),
        "O": ("administracion publica y defensa", "administracion publica"),
        "P": ("educacion", "ensenanza"),
        "Q": ("atencion de la salud humana y de asistencia social", "salud"),
        "R": ("actividades artisticas de entretenimiento y recreacion",),
        "S": ("otras actividades de servicios",),
        "T": ("actividades de los hogares", "servicio domestico"),
        "U": ("actividades de organizaciones y entidades extraterritoriales",),
    }
)

SECTORS: Final = vocabulary(
    {TOTAL: WHOLE}
    | {letter: (f"seccion {letter}", *SECTION_NAMES[letter]) for letter in SECTIONS}
    | dict.fromkeys(SURVEY_BRANCHES, ())
)

UNITS: Final = vocabulary(
    {
        "percent": ("%", "porcentaje", "por ciento", "porcentual"),
        "persons": ("personas", "persona", "habitantes"),
        "students": ("estudiantes",),
        "vacancies": ("vacantes",),
        "firms": ("empresas",),
        "productive_units": ("unidades productivas",),
        "services": ("atenciones", "servicios"),
        "pesos_per_month": ("pesos al mes", "pesos mensuales"),
    }
)

QUALITIES: Final = vocabulary(
    {
        Quality.SUPPRESSED: ("reserva estadistica", "confidencial", "suprimida"),
        Quality.NOT_APPLICABLE: ("no aplica",),
        Quality.UNRELIABLE: ("poco confiable", "cv alto"),
    }
)

FLAG_WORDS: Final = vocabulary(dict.fromkeys(FLAGS, ()))

AXES: Final = vocabulary(
    {
        "regularizacion": (),
        "formacion_y_reconocimiento": ("formacion", "formacion y reconocimiento"),
        "empleo": (),
        "emprendimiento": (),
        "inclusion_financiera": (),
        "proteccion_social": (),
        "cohesion_social": ("cohesion", "integracion"),
        "contexto": (),
    }
)

STATES: Final = vocabulary(
    {
        "activo": ("activa", "en operacion", "funciona", "abierto"),
        "anunciado": ("por abrir",),
        "cerrado": ("cerrada", "inactivo", "inactiva"),
        "reducido": (),
        "danado": (),
        "por_verificar": ("sin verificar",),
    }
)

UNIT_STATES: Final = vocabulary(
    {
        "activa": ("activo", "en operacion", "funciona", "funcionando", "abierta", "abierto"),
        "en_riesgo": ("riesgo", "en riesgo de cierre", "reducido", "reducida"),
        "cerrada": ("cerrado", "inactiva", "inactivo", "liquidada", "cancelada"),
        "por_verificar": ("sin verificar",),
    }
)

FORMALISATIONS: Final = vocabulary(
    {
        "registrada": ("registrado", "formal", "formalizada", "formalizado", "si",
                       "con matricula", "matricula vigente", "con registro mercantil"),
        "en_tramite": ("tramite", "en proceso", "en proceso de formalizacion", "con rut",
                       "solo rut", "en formalizacion"),
        "sin_registro": ("no registrada", "informal", "no formal", "no formalizada", "no",
                         "sin matricula", "sin formalizar"),
    }
)  # fmt: skip

CENTRES: Final = vocabulary(
    {
        "centro_integrate": ("intégrate", "centro intégrate"),
        "punto_orientacion": ("punto de orientación",),
        "centro_acogida": ("albergue", "centro de acogida"),
        "apoyo_empresarial": (),
        "servicio_social": (),
        "cuidado_infantil": (),
        "punto_caminantes": (),
        "salud": (),
    }
)

PRECISIONS: Final = vocabulary(
    {"address": ("dirección", "exacta"), "seat": ("cabecera", "aproximada")}
)

MOMENTS: Final = vocabulary(
    {
        "linea_base": ("base", "inicio", "línea base"),
        "corto": ("corto plazo",),
        "mediano": ("medio", "mediano plazo"),
        "largo": ("largo plazo",),
    }
)

SITUATIONS: Final = vocabulary(
    {
        "ocupada": ("ocupado", "trabaja", "empleada", "empleado", "si"),
        "desocupada": ("desocupado", "busca empleo", "desempleada", "desempleado", "no"),
        "fuera_de_la_fuerza": ("inactiva", "inactivo", "fuera de la fuerza de trabajo"),
    }
)


def section_of(text: str) -> str:
    """Section of a division or class of CIIU, such as ``4711``; empty when it is none."""
    if not text.isdigit() or len(text) not in CLASS_DIGITS:
        return ""
    division = int(text[:2])
    return next((letter for last, letter in DIVISIONS if 0 < division <= last), "")


LOCAL_LEVELS: Final = vocabulary(
    {
        Level.MUNICIPALITY: ("isla", "distrito", "ciudad capital"),
        Level.NON_MUNICIPAL: ("area no municipalizada", "anm", "corregimiento departamental"),
    }
)
"""The types of the DIVIPOLA list."""

"""Parameters of the demonstration model: one line for each observation key.

They are round numbers chosen so that the parts of a whole add up and orders of magnitude look
right. None is an estimate of anything; a key without a line gets ``DEFAULT_SHARE`` or
``DEFAULT_PART``, so a new indicator needs nothing here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage.

    Attributes:
        level: typical value, percent of the valid range.
        border: logits added on the Venezuelan line.
        trend: logits added in four years.
        gap: points that women stand above the total, and men below it.
    """

    level: float
    border: float = 0.0
    trend: float = 0.0
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A count that is ``level`` percent of another count."""

    of: str
    level: float
    border: float = 0.0
    trend: float = 0.0


@dataclass(frozen=True, slots=True)
class Rest:
    """What remains of a count once others are taken away."""

    of: str
    minus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rated:
    """A count times a percentage that the model also holds."""

    of: str
    rate: str


@dataclass(frozen=True, slots=True)
class Net:
    """A percentage ``of`` without another one: participation without unemployment."""

    of: str
    without: str


@dataclass(frozen=True, slots=True)
class Lifted:
    """A percentage that stands ``logits`` above another one."""

    of: str
    logits: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Units:
    """Productive units open at the end of the year, counted from the places."""


@dataclass(frozen=True, slots=True)
class Thinned:
    """Some ``level`` percent of the items of another count, section by section."""

    of: str
    level: float


Rule = Share | Part | Rest | Rated | Net | Lifted | Units | Thinned

PEOPLE: Final = "poblacion"
MIGRANTS: Final = "poblacion_migrante_venezolana"
UNITS: Final = "unidades_productivas"
WORKING_AGE: Final = "poblacion_edad_trabajar"
SEEKERS: Final = "buscadores_inscritos"
RETURNEES: Final = "poblacion_retornada_estimada"

DEFAULT_SHARE: Final = Share(40.0, 0.3)
DEFAULT_PART: Final = Part(PEOPLE, 0.5, 0.5)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        MIGRANTS: Part(PEOPLE, 4.0, 1.5, 0.4),
        "migrantes_regulares": Part(MIGRANTS, 60.0, -0.2, 0.5),
        "_sin_regularizar": Rest(MIGRANTS, ("migrantes_regulares",)),
        "migrantes_en_proceso": Part("_sin_regularizar", 35.0),
        "migrantes_irregulares": Rest("_sin_regularizar", ("migrantes_en_proceso",)),
        "ninez_migrante_venezolana": Part(MIGRANTS, 30.0),
        "registrados_rumv": Part(MIGRANTS, 75.0, 0.2, 0.3),
        "ppt_autorizados": Part("registrados_rumv", 85.0, 0.0, 0.4),
        "ppt_entregados": Part("ppt_autorizados", 85.0, 0.0, 0.5),
        "titulares_pep": Part(MIGRANTS, 30.0, 0.0, -0.6),
        "registrados_ramv": Part(MIGRANTS, 20.0, 0.2),
        RETURNEES: Part(PEOPLE, 2.0, 1.2),
        "poblacion_retornada_registro": Part(RETURNEES, 5.0),
        "porcentaje_con_ppt": Share(60.0, -0.2, 0.5),
        "sin_documento_regularizacion": Share(25.0, 0.3, -0.4),
        "personas_certificadas_competencias": Part(PEOPLE, 0.3, 0.4, 0.2),
        "certificados_formacion_sena": Part(MIGRANTS, 1.5, 0.2, 0.3),
        "personas_formadas_empleo": Part(MIGRANTS, 2.0, 0.5, 0.2),
        "emprendedores_certificados": Part(MIGRANTS, 0.8, 0.5, 0.2),
        "titulo_sin_convalidar": Share(85.0, 0.1, -0.2),
        "bajo_logro_educativo": Share(45.0, 0.1, -0.2),
        "tasa_global_participacion": Share(62.0, 0.1, 0.05, -9.0),
        "tasa_desocupacion": Share(11.0, 0.45, -0.1, 3.0),
        "tasa_ocupacion": Net("tasa_global_participacion", "tasa_desocupacion"),
        "tasa_informalidad": Share(62.0, 0.5, -0.1, 1.0),
        "tasa_desocupacion_juvenil": Lifted("tasa_desocupacion", 0.75, 4.0),
        WORKING_AGE: Part(PEOPLE, 77.0),
        "_activos": Rated(WORKING_AGE, "tasa_global_participacion"),
        "desocupados": Rated("_activos", "tasa_desocupacion"),
        "ocupados": Rest("_activos", ("desocupados",)),
        "ocupados_por_rama": Rest("ocupados"),
        "trabajando_actividad_principal": Share(58.0, -0.2, 0.1, -14.0),
        "dificultad_conseguir_trabajo": Share(50.0, 0.4, 0.0, 3.0),
        "hogares_con_trabajo_informal": Share(72.0, 0.4, -0.1),
        "desempleo_larga_duracion": Share(13.0, 0.3),
        "vacantes": Part(WORKING_AGE, 0.6, -0.3, 0.2),
        "vacantes_ape_sena": Part("vacantes", 40.0),
        "vacantes_feria": Part("vacantes", 12.0, 0.4),
        SEEKERS: Part(WORKING_AGE, 5.0, 0.3),
        "buscadores_migrantes_por_sector": Part(MIGRANTS, 4.0, 0.3),
        "buscadores_acogida_por_sector": Part(WORKING_AGE, 0.45, 0.2),
        "cupos_formacion": Part(WORKING_AGE, 0.12, 0.3, 0.2),
        "capacidad_centros": Part(MIGRANTS, 5.0, 0.5),
        "colocaciones": Part(SEEKERS, 18.0, -0.3, 0.2),
        "colocaciones_sena": Part("colocaciones", 12.0, 0.5),
        "personas_atendidas_sena": Part(MIGRANTS, 8.0, 0.3, 0.2),
        "vinculaciones_laborales_programas": Part(MIGRANTS, 0.9, 0.4, 0.3),
        UNITS: Units(),
        "unidades_productivas_fortalecidas": Thinned(UNITS, 35.0),
        "matriculas_venezolanas": Part("empresas_creadas", 5.0, 0.8, 0.3),
        "participacion_matriculas_venezolanas": Share(5.0, 0.8, 0.3),
        "empresas_creadas": Part(PEOPLE, 0.6),
        "empresas_canceladas": Part("empresas_creadas", 55.0),
        "participantes_programas": Part(MIGRANTS, 2.5, 0.5, 0.2),
        "dificultad_iniciar_negocio": Share(45.0, 0.2, 0.0, 2.0),
        "migrantes_con_producto_financiero": Part(MIGRANTS, 28.0, -0.4, 0.8),
        "adultos_con_producto_financiero": Share(30.0, -0.3, 0.6),
        "bancarizacion_sobre_rumv": Share(35.0, -0.3, 0.7),
        "dificultad_credito_formal": Share(40.0, 0.3, -0.1, 3.0),
        "personas_vinculadas_servicios_financieros": Part(MIGRANTS, 1.2, 0.3, 0.3),
        "afiliacion_salud": Share(65.0, -0.3, 0.6),
        "afiliacion_pension": Share(11.0, -0.4, 0.3),
        "afiliados_salud": Part(MIGRANTS, 48.0, -0.3, 0.6),
        "atenciones_salud": Part(PEOPLE, 6.0, 1.3, 0.2),
        "cotizantes_pila": Part(MIGRANTS, 7.0, -0.4, 0.4),
        "personas_atendidas_integrate": Part(MIGRANTS, 2.0, 0.8, 0.4),
        "tres_comidas_diarias": Share(72.0, -0.3, 0.2),
        "sin_aseguramiento_salud": Share(12.0, 0.3, -0.2),
        "barreras_acceso_salud": Share(4.0, 0.3),
        "matricula_total": Part(PEOPLE, 19.0),
        "matricula_estudiantes_venezolanos": Part("matricula_total", 5.0, 1.4, 0.3),
        "participacion_matricula_publicada": Share(5.0, 1.4, 0.3),
        "avance_matricula": Share(92.0, -0.2),
        "inasistencia_escolar": Share(4.0, 0.3, -0.1),
        "se_ha_sentido_discriminado": Share(28.0, -0.1, -0.1, 2.0),
        "planes_permanecer": Share(80.0, -0.2, 0.1),
        "planes_regresar": Share(9.0, 0.2, -0.1),
        "migracion_efecto_negativo": Share(55.0, 0.2, -0.2),
        "migracion_efecto_positivo": Share(22.0, -0.1, 0.2),
        "rechazo_por_nacionalidad": Share(25.0, 0.0, -0.1, 2.0),
        "discriminacion_buscando_trabajo": Share(30.0, 0.1, -0.1),
        "puede_aportar_a_la_comunidad": Share(85.0, 0.1, 0.1, 1.0),
        "opinion_desfavorable": Share(55.0, 0.1, -0.1),
        "gobierno_debe_acoger": Share(45.0, 0.1, 0.1),
        "rechazo_vecino_venezolano": Share(25.0, -0.2, -0.1),
        "rechazo_etpv": Share(50.0, 0.1, -0.2),
        "nacidos_en_el_exterior": Share(4.0, 1.4, 0.3),
        "poblacion_cabecera": Part(PEOPLE, 58.0),
        "poblacion_rural": Rest(PEOPLE, ("poblacion_cabecera",)),
        "ipm_municipal_censal": Share(40.0, 0.3, -0.2),
        "nbi": Share(28.0, 0.4, -0.2),
        "nbi_cabecera": Share(20.0, 0.4, -0.2),
        "nbi_rural": Share(40.0, 0.4, -0.2),
        "ipm": Share(22.0, 0.3, -0.3),
        "pobreza_monetaria": Share(42.0, 0.4, -0.1),
        "inseguridad_alimentaria_pma": Share(48.0, 0.3, -0.1),
        "inseguridad_alimentaria_dane": Share(30.0, 0.3, -0.1),
        "hacinamiento_critico": Share(9.0, 0.3, -0.2),
        "sin_agua_mejorada": Share(15.0, 0.3, -0.2),
        "hogares_con_internet": Share(50.0, -0.2, 0.5),
    }
)
"""Names that start with ``_`` are steps of the model, not keys of the registry."""

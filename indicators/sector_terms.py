"""The terms and formulas of the sector gap, as the screen shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from indicators.spec import Text

VACANCIES, GROWTH, UNITS = "vacancies", "growth", "units"
MIGRANTS, HOST = "migrants", "host"
PLACES, CAPACITY = "places", "capacity"


@dataclass(frozen=True, slots=True)
class Term:
    """One quantity of a formula.

    Attributes:
        key: observation key that it is read from.
        scales: whether the range of a missing one follows the people of working age.
    """

    name: Text
    key: str
    scales: bool = True


@dataclass(frozen=True, slots=True)
class Formula:
    """One mismatch in people: its formula in words, its terms and how its sign is read."""

    title: Text
    text: Text
    terms: tuple[str, ...]
    lacking: Text
    lacking_one: Text
    enough: Text
    enough_one: Text
    caveat: Text


TERMS: Final[Mapping[str, Term]] = MappingProxyType(
    {
        VACANCIES: Term(Text("vacantes", "vacancies"), "vacantes"),
        GROWTH: Term(
            Text("crecimiento de los ocupados de la sección", "growth of the section's employment"),
            "ocupados_por_rama",
            scales=False,
        ),
        UNITS: Term(
            Text("unidades productivas fortalecidas", "strengthened productive units"),
            "unidades_productivas_fortalecidas",
        ),
        MIGRANTS: Term(
            Text("buscadores migrantes con experiencia", "migrant jobseekers with experience"),
            "buscadores_migrantes_por_sector",
        ),
        HOST: Term(
            Text("buscadores de acogida con experiencia", "host jobseekers with experience"),
            "buscadores_acogida_por_sector",
        ),
        PLACES: Term(Text("cupos de formación", "training places"), "cupos_formacion"),
        CAPACITY: Term(
            Text("capacidad de los centros", "capacity of the centres"), "capacidad_centros"
        ),
    }
)

_POSTS: Final = (VACANCIES, GROWTH, UNITS, MIGRANTS, HOST)

FORMULAS: Final[Mapping[str, Formula]] = MappingProxyType(
    {
        "posts": Formula(
            Text("Puestos menos personas", "Posts less people"),
            Text(
                "Vacantes · (1 + crecimiento) + unidades fortalecidas · puestos por unidad − "
                "(buscadores migrantes + buscadores de acogida).",
                "Vacancies · (1 + growth) + strengthened units · posts per unit − (migrant "
                "jobseekers + host jobseekers).",
            ),
            _POSTS,
            Text("faltan {n} personas con experiencia", "{n} people with experience are lacking"),
            Text("falta 1 persona con experiencia", "1 person with experience is lacking"),
            Text("faltan {n} puestos", "{n} posts are lacking"),
            Text("falta 1 puesto", "1 post is lacking"),
            Text(
                "Quien busca puede aceptar otra sección; el crecimiento es el del último año.",
                "A jobseeker may accept another section; growth is that of the last year.",
            ),
        ),
        "places": Formula(
            Text("Cupos de formación que faltan", "Training places lacking"),
            Text(
                "Personas con experiencia que faltan para los puestos (0 si sobran) − cupos de "
                "formación de la sección.",
                "People with experience lacking for the posts (0 if there are enough) − training "
                "places of the section.",
            ),
            (*_POSTS, PLACES),
            Text("faltan {n} cupos", "{n} places are lacking"),
            Text("falta 1 cupo", "1 place is lacking"),
            Text("sobran {n} cupos", "{n} places are left over"),
            Text("sobra 1 cupo", "1 place is left over"),
            Text(
                "Supone un cupo por persona y que quien se forma viene de otra sección.",
                "It takes one place per person, and that trainees come from other sections.",
            ),
        ),
        "service": Formula(
            Text("Atención que falta en los centros", "Service lacking at the centres"),
            Text(
                "Buscadores de la sección − capacidad de los centros, repartida según los "
                "buscadores de cada sección.",
                "Jobseekers of the section − capacity of the centres, shared out by the jobseekers "
                "of each section.",
            ),
            (MIGRANTS, HOST, CAPACITY),
            Text("falta atención para {n} personas", "service is lacking for {n} people"),
            Text("falta atención para 1 persona", "service is lacking for 1 person"),
            Text("hay atención para {n} personas más", "there is service for {n} people more"),
            Text("hay atención para 1 persona más", "there is service for 1 person more"),
            Text(
                "La capacidad es del municipio entero; ningún centro atiende por sección.",
                "Capacity is that of the whole municipality; no centre serves by section.",
            ),
        ),
    }
)

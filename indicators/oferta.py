"""Supply: jobseekers by sector of experience, training places and what the centres can attend.

Nobody publishes these by municipality and section. They are what the sector gap needs, and enter
by import; the demonstration workspace holds invented ones.
"""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.demanda import SENA, SPE, SPE_RULE
from indicators.spec import Axis, Better, Indicator, Text
from indicators.templates import FLOW, STOCK, VENEZUELANS, Words, published
from indicators.wording import PROGRAMME_CAVEAT

SEEKERS_MIGRANT: Final = "buscadores_migrantes_por_sector"
SEEKERS_HOST: Final = "buscadores_acogida_por_sector"
TRAINING_PLACES: Final = "cupos_formacion"
CENTRE_CAPACITY: Final = "capacidad_centros"

EXPERIENCE: Final = Text(
    "La sección es la de la última ocupación o la de la competencia certificada; quien no la dice "
    "cuenta solo en el total. Inscribirse no es estar desocupado.",
    "The section is that of the last job or of the certified skill; who does not tell it counts in "
    "the total only. Registering is not being unemployed.",
)
BY_SECTION: Final = replace(STOCK, by_sector=True)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        SEEKERS_MIGRANT,
        Axis.EMPLOYMENT,
        Better.NEITHER,
        replace(BY_SECTION, groups=VENEZUELANS),
        Words(
            title=Text("Buscadores migrantes por sección", "Migrant jobseekers by section"),
            legend=Text("Buscadores migrantes", "Migrant jobseekers"),
            definition=Text(
                "Migrantes venezolanos que buscan empleo, según la sección en la que tienen "
                "experiencia.",
                "Venezuelan migrants who look for work, by the section they have experience in.",
            ),
            universe=Text(
                "Migrantes inscritos en la red del SPE.", "Migrants in the public network."
            ),
            source_rule=SPE_RULE,
            caveat=EXPERIENCE,
            reference=SPE,
        ),
    ),
    published(
        SEEKERS_HOST,
        Axis.EMPLOYMENT,
        Better.NEITHER,
        replace(BY_SECTION, groups=(Group.HOST,)),
        Words(
            title=Text("Buscadores de acogida por sección", "Host jobseekers by section"),
            legend=Text("Buscadores de acogida", "Host jobseekers"),
            definition=Text(
                "Personas de la comunidad de acogida que buscan empleo, según la sección en la que "
                "tienen experiencia.",
                "People of the host community who look for work, by the section they have "
                "experience in.",
            ),
            universe=Text(
                "Personas no migrantes inscritas en la red del SPE.",
                "Non-migrants in the public network.",
            ),
            source_rule=SPE_RULE,
            caveat=EXPERIENCE,
            reference=SPE,
        ),
    ),
    published(
        TRAINING_PLACES,
        Axis.TRAINING,
        Better.HIGHER,
        replace(FLOW, unit=units.PLACES, by_sector=True),
        Words(
            title=Text("Cupos de formación", "Training places"),
            legend=Text("Cupos de formación", "Training places"),
            definition=Text(
                "Cupos de formación para el trabajo ofrecidos en el año, según la sección para la "
                "que forman.",
                "Places of training for work offered in the year, by the section they train for.",
            ),
            universe=Text(
                "Cupos abiertos a migrantes y comunidad de acogida.",
                "Places open to migrants and host community.",
            ),
            source_rule=Text(
                "Cuenta la oferta del SENA y de los programas; por municipio y sección la tienen "
                "ellos y puede importarse.",
                "What SENA and the programmes offer counts; they hold it by municipality and "
                "section, and it can be imported.",
            ),
            caveat=Text(
                "Un cupo no es una persona formada: hay quien no termina.",
                "A place is not a person trained: some do not finish.",
            ),
            reference=SENA,
        ),
    ),
    published(
        CENTRE_CAPACITY,
        Axis.SOCIAL_PROTECTION,
        Better.HIGHER,
        FLOW,
        Words(
            title=Text("Capacidad de los centros de atención", "Capacity of the service centres"),
            legend=Text("Personas que pueden atender", "People they can attend"),
            definition=Text(
                "Personas que los centros del municipio pueden orientar en un año.",
                "People whom the centres of the municipality can guide in a year.",
            ),
            universe=Text(
                "Centros Intégrate y puntos de orientación en funcionamiento.",
                "Working Intégrate centres and orientation points.",
            ),
            source_rule=Text(
                "Cuenta lo que declara el operador de cada centro, y puede importarse.",
                "What the operator of each centre declares counts, and can be imported.",
            ),
            caveat=PROGRAMME_CAVEAT,
            reference="Operadores de los centros",
        ),
    ),
)

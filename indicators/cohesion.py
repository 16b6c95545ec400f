"""Social cohesion: discrimination, plans to stay and what the host community thinks."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators.spec import Axis, Better, Indicator, Text
from indicators.templates import PERCENTAGE, RECENT_ARRIVALS, VENEZUELANS, Words, published
from indicators.wording import (
    EPM,
    EPM_CAVEAT,
    EPM_RULE,
    EPM_UNIVERSE,
    GENERAL_PUBLIC,
    OPINION_CAVEAT,
    OPINION_RULE,
    SURVEYED_MIGRANTS,
)

AXIS: Final = Axis.COHESION
ASKED_MIGRANTS: Final = replace(PERCENTAGE, groups=VENEZUELANS, by_sex=True)
ASKED_PUBLIC: Final = replace(PERCENTAGE, groups=(Group.TOTAL,))
ASKED_HOSTS: Final = replace(PERCENTAGE, groups=(Group.HOST,))
ASKED_ARRIVALS: Final = replace(PERCENTAGE, groups=RECENT_ARRIVALS)
COMO_VAMOS: Final = "Cúcuta Cómo Vamos, encuesta de percepción"
CUCUTA_HOSTS: Final = Text(
    "Comunidad de acogida encuestada en la ciudad.", "Host community surveyed in the city."
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "se_ha_sentido_discriminado",
        AXIS,
        Better.LOWER,
        ASKED_MIGRANTS,
        Words(
            title=Text("Se ha sentido discriminado", "Has felt discriminated against"),
            legend=Text("% que se sintió discriminado", "% who felt discriminated against"),
            definition=Text(
                "De cada cien migrantes encuestados, cuántos se han sentido discriminados.",
                "Of every hundred migrants surveyed, how many have felt discriminated against.",
            ),
            universe=SURVEYED_MIGRANTS,
            source_rule=OPINION_RULE,
            caveat=Text(
                "La encuesta de 2019 (1.500 personas en cinco ciudades) usó bola de nieve: no "
                "tiene margen válido. La de Bucaramanga A.M. no publica muestra.",
                "The 2019 survey (1,500 people in five cities) used snowball sampling: no valid "
                "margin. That of Bucaramanga A.M. publishes no sample.",
            ),
            reference="Proyecto Migración Venezuela (2019); IEP-UNAB (2018 y 2020)",
        ),
    ),
    published(
        "planes_permanecer",
        AXIS,
        Better.NEITHER,
        ASKED_ARRIVALS,
        Words(
            title=Text("Planea permanecer en Colombia", "Plans to stay in Colombia"),
            legend=Text("% que planea quedarse", "% who plan to stay"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos planean seguir en Colombia el próximo "
                "año.",
                "Of every hundred recent migrants, how many plan to be in Colombia next year.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "migracion_efecto_negativo",
        AXIS,
        Better.LOWER,
        ASKED_HOSTS,
        Words(
            title=Text("Ve un efecto negativo de la migración", "Sees a negative effect"),
            legend=Text("% que ve efecto negativo", "% who see a negative effect"),
            definition=Text(
                "De cada cien personas de la comunidad de acogida, cuántas dicen que la migración "
                "tiene un efecto negativo en la ciudad.",
                "Of every hundred people of the host community, how many say migration has a "
                "negative effect on the city.",
            ),
            universe=CUCUTA_HOSTS,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference=COMO_VAMOS,
        ),
    ),
    published(
        "migracion_efecto_positivo",
        AXIS,
        Better.HIGHER,
        ASKED_HOSTS,
        Words(
            title=Text("Ve un efecto positivo de la migración", "Sees a positive effect"),
            legend=Text("% que ve efecto positivo", "% who see a positive effect"),
            definition=Text(
                "De cada cien personas de la comunidad de acogida, cuántas dicen que la migración "
                "tiene un efecto positivo en la ciudad.",
                "Of every hundred people of the host community, how many say migration has a "
                "positive effect on the city.",
            ),
            universe=CUCUTA_HOSTS,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference=COMO_VAMOS,
        ),
    ),
    published(
        "rechazo_por_nacionalidad",
        AXIS,
        Better.LOWER,
        ASKED_MIGRANTS,
        Words(
            title=Text("Ha sido rechazado por su nacionalidad", "Rejected for nationality"),
            legend=Text("% rechazado", "% rejected"),
            definition=Text(
                "De cada cien migrantes encuestados, cuántos sintieron rechazo por ser "
                "venezolanos.",
                "Of every hundred migrants surveyed, how many felt rejected for being Venezuelan.",
            ),
            universe=SURVEYED_MIGRANTS,
            source_rule=OPINION_RULE,
            caveat=Text(
                "1.500 personas en cinco ciudades, bola de nieve: sin margen válido; las "
                "submuestras de ciudad no se han visto.",
                "1,500 people in five cities, snowball sampling: no valid margin; the city "
                "subsamples were not seen.",
            ),
            reference="Proyecto Migración Venezuela (2019)",
        ),
    ),
    published(
        "discriminacion_buscando_trabajo",
        AXIS,
        Better.LOWER,
        ASKED_ARRIVALS,
        Words(
            title=Text("Discriminación al buscar trabajo", "Discrimination when seeking work"),
            legend=Text("% al buscar trabajo", "% when seeking work"),
            definition=Text(
                "De cada cien migrantes que se sintieron discriminados, cuántos lo fueron al "
                "buscar trabajo.",
                "Of every hundred migrants who felt discriminated against, how many were so when "
                "seeking work.",
            ),
            universe=Text(
                "Migrantes recientes que se sintieron discriminados (base por confirmar).",
                "Recent migrants who felt discriminated against (base to be confirmed).",
            ),
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "planes_regresar",
        AXIS,
        Better.NEITHER,
        ASKED_ARRIVALS,
        Words(
            title=Text("Planea regresar a Venezuela", "Plans to go back to Venezuela"),
            legend=Text("% que planea regresar", "% who plan to go back"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos planean volver a Venezuela el próximo "
                "año.",
                "Of every hundred recent migrants, how many plan to go back to Venezuela next "
                "year.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "puede_aportar_a_la_comunidad",
        AXIS,
        Better.HIGHER,
        ASKED_MIGRANTS,
        Words(
            title=Text("Siente que puede aportar", "Feels able to contribute"),
            legend=Text("% que puede aportar", "% able to contribute"),
            definition=Text(
                "De cada cien migrantes encuestados, cuántos sienten que pueden aportar a su "
                "comunidad.",
                "Of every hundred migrants surveyed, how many feel they can contribute to their "
                "community.",
            ),
            universe=SURVEYED_MIGRANTS,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference="Proyecto Migración Venezuela (2019)",
        ),
    ),
    published(
        "opinion_desfavorable",
        AXIS,
        Better.LOWER,
        ASKED_PUBLIC,
        Words(
            title=Text("Opinión desfavorable", "Unfavourable opinion"),
            legend=Text("% desfavorable", "% unfavourable"),
            definition=Text(
                "De cada cien encuestados, cuántos tienen una opinión desfavorable de los "
                "venezolanos que llegaron.",
                "Of every hundred respondents, how many have an unfavourable opinion of the "
                "Venezuelans who came.",
            ),
            universe=GENERAL_PUBLIC,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference="Invamer",
        ),
    ),
    published(
        "gobierno_debe_acoger",
        AXIS,
        Better.HIGHER,
        ASKED_PUBLIC,
        Words(
            title=Text("El Gobierno debe acoger", "The government should welcome"),
            legend=Text("% que está de acuerdo", "% who agree"),
            definition=Text(
                "De cada cien encuestados, cuántos creen que el Gobierno debe acoger a los "
                "venezolanos.",
                "Of every hundred respondents, how many believe the government should welcome "
                "Venezuelans.",
            ),
            universe=GENERAL_PUBLIC,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference="Invamer",
        ),
    ),
    published(
        "rechazo_vecino_venezolano",
        AXIS,
        Better.LOWER,
        ASKED_PUBLIC,
        Words(
            title=Text("Le molestaría un vecino venezolano", "Would mind a Venezuelan neighbour"),
            legend=Text("% al que le molestaría", "% who would mind"),
            definition=Text(
                "De cada cien encuestados, a cuántos les molestaría tener un vecino venezolano.",
                "Of every hundred respondents, how many would mind a Venezuelan neighbour.",
            ),
            universe=GENERAL_PUBLIC,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference="Barómetro de las Américas; Observatorio de la Democracia, Uniandes",
        ),
    ),
    published(
        "rechazo_etpv",
        AXIS,
        Better.LOWER,
        ASKED_PUBLIC,
        Words(
            title=Text("En contra del Estatuto (ETPV)", "Against the statute (ETPV)"),
            legend=Text("% en contra", "% against"),
            definition=Text(
                "De cada cien encuestados, cuántos están en contra de regularizar con el ETPV.",
                "Of every hundred respondents, how many are against regularising under the ETPV.",
            ),
            universe=GENERAL_PUBLIC,
            source_rule=OPINION_RULE,
            caveat=OPINION_CAVEAT,
            reference="Invamer (2021); 40dB para El País (2022)",
        ),
    ),
)

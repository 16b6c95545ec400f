"""Entrepreneurship, second part: productive units one by one, added up by territory and section."""

from dataclasses import replace
from typing import Final

from indicators import units
from indicators.compute import Ratio, share
from indicators.emprendimiento import AXIS
from indicators.spec import Better, Indicator, Kind, Need, Text
from indicators.templates import A_PERCENTAGE, ANY_COUNT, STOCK, Words, computed, published
from indicators.unit_figures import (
    COHORT,
    COHORT_OPEN,
    COUNTED,
    JOBS,
    JOBS_SERIES,
    UNITS_SERIES,
)

_SHAPE: Final = replace(STOCK, by_sector=True, tolerance_years=3)
_RULE: Final = Text(
    "Se suman las unidades de cada registro importado, cada uno por aparte; nadie las publica una "
    "por una. Las tienen las cámaras de comercio y los programas.",
    "The units of each imported register are added up, each register apart; nobody publishes them "
    "one by one. Chambers of commerce and programmes have them.",
)
_REFERENCE: Final = "Registro de unidades productivas importado"


def _need(key: str, series: str) -> Need:
    """A sum of the register, in the section that the reader chooses and of the same year."""
    return Need(key, keeps=("sector",), series=(series,), reach_years=0)


_JOBS: Final = replace(
    published(
        JOBS,
        AXIS,
        Better.HIGHER,
        _SHAPE,
        Words(
            title=Text("Personas que trabajan en las unidades", "People who work in the units"),
            legend=Text("Personas en las unidades", "People in the units"),
            definition=Text(
                "Personas que trabajan en las unidades productivas abiertas, quien las dirige "
                "incluido.",
                "People who work in the open productive units, whoever runs them included.",
            ),
            universe=Text(
                "Unidades activas y en riesgo del registro que dicen cuántas personas trabajan en "
                "ellas.",
                "Active and at-risk units of the register that say how many people work in them.",
            ),
            source_rule=_RULE,
            caveat=Text(
                "Solo cuenta las unidades que lo dicen, como se vieron en su última verificación. "
                "Por sector se dice de los departamentos y la nación; los conteos de 1 a 4 se "
                "reservan.",
                "It only counts the units that say so, as last verified. By section it is told of "
                "departments and the nation; counts of 1 to 4 are withheld.",
            ),
            reference=_REFERENCE,
        ),
    ),
    needs=(_need(JOBS, JOBS_SERIES),),
)

_PER_UNIT: Final = computed(
    replace(
        _JOBS,
        key="personas_por_unidad",
        kind=Kind.RATIO,
        unit=units.PER_UNIT,
        title=Text("Personas por unidad productiva", "People per productive unit"),
        legend=Text("Personas por unidad", "People per unit"),
        definition=Text(
            "Cuántas personas trabajan en promedio en cada unidad productiva abierta.",
            "How many people work on average in every open productive unit.",
        ),
        better=Better.NEITHER,
        valid_range=ANY_COUNT,
        decimals=1,
    ),
    Text(
        "Personas que trabajan en las unidades ÷ unidades que dicen cuántas.",
        "People who work in the units ÷ units that say how many.",
    ),
    (_need(JOBS, JOBS_SERIES), _need(COUNTED, UNITS_SERIES)),
    Ratio(JOBS, (COUNTED,), 1.0),
)

_SURVIVAL: Final = computed(
    replace(
        _JOBS,
        key="supervivencia_por_cohorte",
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=Text("Unidades que siguen abiertas", "Units still open"),
        legend=Text("% de la cohorte, abiertas", "% of the cohort, open"),
        definition=Text(
            "De cada cien unidades que abrieron en el año, cuántas siguen activas o en riesgo "
            "según su última verificación.",
            "Of every hundred units that opened in the year, how many are still active or at risk "
            "as last verified.",
        ),
        universe=Text(
            "Unidades del registro con fecha de apertura y estado conocido; las que están por "
            "verificar no cuentan.",
            "Units of the register with an opening date and a known state; those to be verified do "
            "not count.",
        ),
        caveat=Text(
            "El año es el de apertura: una cohorte reciente ha tenido menos tiempo para cerrar, y "
            "sus años no son una serie. Con menos de 10 unidades es poco confiable.",
            "The year is that of opening: a recent cohort has had less time to close, and its "
            "years are no series. With fewer than 10 units it is unreliable.",
        ),
        better=Better.HIGHER,
        valid_range=A_PERCENTAGE,
        decimals=1,
        tolerance_years=0,
    ),
    Text(
        "Activas y en riesgo ÷ (activas, en riesgo y cerradas) de las que abrieron ese año, por "
        "cien.",
        "Active and at risk ÷ (active, at risk and closed) of those that opened that year, times a "
        "hundred.",
    ),
    (_need(COHORT_OPEN, UNITS_SERIES), _need(COHORT, UNITS_SERIES)),
    share(COHORT_OPEN, COHORT),
)

INDICATORS: Final[tuple[Indicator, ...]] = (_SURVIVAL, _JOBS, _PER_UNIT)

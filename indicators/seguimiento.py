"""Follow-up of people who left a programme. The map shows the interview of six months.

Every moment has its own series (``seguimiento|6_meses``); ``indicators.follow_up`` reads them all.
"""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.compute import share
from indicators.spec import Axis, Better, Indicator, Kind, Need, Text, Window
from indicators.templates import A_PERCENTAGE, ANY_COUNT, STOCK, Words, computed, published

FOLLOWED: Final = "seguimiento_personas"
EMPLOYED: Final = "seguimiento_ocupadas"
CONTRACT: Final = "seguimiento_contrato_conservado"
REGULARISED: Final = "seguimiento_regularizadas"
MOVED: Final = "seguimiento_trasladadas"
INCOME: Final = "seguimiento_ingreso_medio"

SHORT_TERM: Final = ("seguimiento|6_meses", "seguimiento|6", "seguimiento|corto")
"""Series of the interview that the map shows, as the importer and the generator write it."""

GROUPS: Final = (Group.VENEZUELAN, Group.RETURNED, Group.HOST, Group.MIXED)
PEOPLE: Final = replace(
    STOCK, window=Window.SURVEY_ROUND, groups=GROUPS, by_sex=True, tolerance_years=3
)
_UNIVERSE: Final = Text(
    "Personas de la cohorte del año con las que se habló a los seis meses de salir del programa.",
    "People of the year's cohort who were reached six months after leaving the programme.",
)
_RULE: Final = Text(
    "Cuenta el seguimiento que importa el programa; nadie lo publica. El año es el de la cohorte.",
    "The follow-up that the programme imports counts; nobody publishes it. The year is that of the "
    "cohort.",
)
_CAVEAT: Final = Text(
    "Describe a quienes respondieron: la pérdida de la cohorte se muestra siempre al lado, y no es "
    "el efecto del programa.",
    "It describes those who answered: the cohort's attrition is always shown beside it, and it is "
    "not the effect of the programme.",
)
_REFERENCE: Final = "Seguimiento de cada programa, importado"


def _counted(key: str, better: Better, title: Text, definition: Text) -> Indicator:
    words = Words(
        title=title,
        legend=Text("Personas a los seis meses", "People after six months"),
        definition=definition,
        universe=_UNIVERSE,
        source_rule=_RULE,
        caveat=_CAVEAT,
        reference=_REFERENCE,
    )
    entry = published(key, Axis.EMPLOYMENT, better, PEOPLE, words)
    return replace(entry, needs=(_of(key),))


def _of(key: str) -> Need:
    """A follow-up key in the cell that the reader chooses, at six months, of one cohort."""
    return Need(key, keeps=("sex", "population_group"), series=SHORT_TERM, reach_years=0)


def _shared(key: str, title: Text, part: Indicator) -> Indicator:
    entry = replace(
        part,
        key=key,
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=title,
        legend=Text("% a los seis meses", "% after six months"),
        valid_range=A_PERCENTAGE,
        decimals=1,
    )
    lead = part.needs[0].key
    formula = Text(
        f"{part.title.es} ÷ personas en seguimiento de la misma casilla, por cien.",
        f"{part.title.en} ÷ people followed in the same cell, times a hundred.",
    )
    return computed(entry, formula, (_of(lead), _of(FOLLOWED)), share(lead, FOLLOWED))


_FOLLOWED: Final = _counted(
    FOLLOWED,
    Better.NEITHER,
    Text("Personas en seguimiento", "People followed up"),
    Text(
        "Personas de la cohorte que respondieron la entrevista de los seis meses.",
        "People of the cohort who answered the interview of six months.",
    ),
)
_EMPLOYED: Final = _counted(
    EMPLOYED,
    Better.HIGHER,
    Text("Ocupadas a los seis meses", "Employed after six months"),
    Text(
        "Personas en seguimiento que trabajaban a los seis meses de salir del programa.",
        "People followed who were working six months after leaving the programme.",
    ),
)
_CONTRACT: Final = _counted(
    CONTRACT,
    Better.HIGHER,
    Text("Conservan el contrato a los seis meses", "Contract kept after six months"),
    Text(
        "Personas que siguen en el contrato que empezó con el incentivo, ya terminado este.",
        "People still in the contract that began with the incentive, once this has ended.",
    ),
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    _FOLLOWED,
    _EMPLOYED,
    _shared(
        "seguimiento_tasa_ocupacion",
        Text("Ocupación a los seis meses (%)", "Employment after six months (%)"),
        _EMPLOYED,
    ),
    _CONTRACT,
    _shared(
        "seguimiento_tasa_contrato",
        Text("Contrato conservado a los seis meses (%)", "Contract kept after six months (%)"),
        _CONTRACT,
    ),
    _counted(
        REGULARISED,
        Better.HIGHER,
        Text("Regularizadas a los seis meses", "Regularised after six months"),
        Text(
            "Personas en seguimiento con permiso o documento vigente a los seis meses.",
            "People followed who hold a valid permit or document after six months.",
        ),
    ),
    _counted(
        MOVED,
        Better.NEITHER,
        Text("Trasladadas a los seis meses", "Moved after six months"),
        Text(
            "Personas en seguimiento que viven en otro municipio a los seis meses.",
            "People followed who live in another municipality after six months.",
        ),
    ),
    replace(
        _counted(
            INCOME,
            Better.HIGHER,
            Text("Ingreso laboral medio a los seis meses", "Mean earnings after six months"),
            Text(
                "Ingreso laboral mensual medio de quienes trabajaban a los seis meses, en pesos "
                "del año de la entrevista.",
                "Mean monthly earnings of those working after six months, in pesos of the year of "
                "the interview.",
            ),
        ),
        kind=Kind.RATIO,
        unit=units.PESOS,
        legend=Text("Pesos al mes", "Pesos a month"),
        valid_range=ANY_COUNT,
    ),
)

"""The choices behind the matrix, each with its reason, as the screen shows them."""

from dataclasses import dataclass
from typing import Final

from indicators.spec import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """Numbers that the computation reads and the sentences that state them.

    Attributes:
        winsor: percentiles beyond which values are drawn in.
        present_share: least part of an axis's indicators, and of the axes, that must be known.
        least_territories: an indicator with fewer values in the scope is left out.
        runs: draws of the sensitivity analysis; ``seed`` makes them always the same.
        interval: percentiles of the places drawn that are told as a range.
    """

    winsor: tuple[float, float]
    present_share: float
    least_territories: int
    runs: int
    seed: int
    interval: tuple[float, float]
    reference: str
    formula: Text
    direction: Text
    winsorising: Text
    normalisation: Text
    weights: Text
    aggregation: Text
    missing: Text
    uncertainty: Text

    @property
    def choices(self) -> tuple[Text, ...]:
        """Every sentence, in the order of the handbook's steps."""
        return (
            self.formula,
            self.direction,
            self.missing,
            self.winsorising,
            self.normalisation,
            self.weights,
            self.aggregation,
            self.uncertainty,
        )


METHOD: Final = Method(
    winsor=(2.5, 97.5),
    present_share=0.6,
    least_territories=5,
    runs=1000,
    seed=20_260_101,
    interval=(5.0, 95.0),
    reference="OCDE/JRC, Handbook on Constructing Composite Indicators (2008), pasos 3 a 7",
    formula=Text(
        "Brecha = −dirección · (valor − media del ámbito) ÷ desviación estándar del ámbito. Más de "
        "0: el municipio está peor que el promedio de los municipios mostrados.",
        "Gap = −direction · (value − mean of the scope) ÷ standard deviation of the scope. Above "
        "0: the municipality is worse off than the average of those shown.",
    ),
    direction=Text(
        "Dirección: 1 si es mejor más alto y −1 si es mejor más bajo. Los indicadores sin un "
        "extremo deseable y los conteos no entran; un conteo entra por mil habitantes o migrantes.",
        "Direction: 1 if higher is better and −1 if lower is. Indicators without a desirable end "
        "and counts are left out; a count enters per thousand inhabitants or migrants.",
    ),
    winsorising=Text(
        "Los valores fuera de los percentiles 2,5 y 97,5 del ámbito se llevan a esos percentiles: "
        "un dato extremo no decide la escala.",
        "Values outside the 2.5th and 97.5th percentiles of the scope are drawn in to them: one "
        "extreme figure does not set the scale.",
    ),
    normalisation=Text(
        "Puntaje z, no mínimo-máximo: su cero es el promedio del ámbito, que es la referencia de "
        "una brecha, y no depende solo de los dos extremos.",
        "z-score, not min–max: its zero is the average of the scope, which is what a gap refers "
        "to, and it does not depend on the two extremes alone.",
    ),
    weights=Text(
        "Pesos iguales dentro de cada eje y entre ejes; el lector puede mover los de los ejes. No "
        "hay un peso verdadero: por eso se muestra la sensibilidad.",
        "Equal weights within each axis and between axes; the reader may move those of the axes. "
        "There is no true weight, hence the sensitivity shown.",
    ),
    aggregation=Text(
        "Promedio aritmético ponderado: una brecha grande puede compensarse con otra pequeña; por "
        "eso se muestra siempre la matriz por eje junto al total.",
        "Weighted arithmetic mean: a large gap may be offset by a small one, which is why the "
        "matrix by axis always stands beside the total.",
    ),
    missing=Text(
        "No se imputa nada. Un eje se calcula con los indicadores presentes si son al menos el "
        "60 %, y el total si lo son al menos el 60 % de los ejes con peso; si no, se dice. Una "
        "cifra poco confiable o suprimida no entra; una anterior, dentro de su tolerancia, sí.",
        "Nothing is imputed. An axis is computed from the indicators present if they are at least "
        "60 %, and the total if at least 60 % of the weighted axes are; otherwise it is said. "
        "Unreliable and suppressed figures do not enter; an earlier one within tolerance does.",
    ),
    uncertainty=Text(
        "Mil repeticiones con semilla fija: pesos de los ejes al azar (Dirichlet uniforme) y un "
        "indicador menos en cada eje, al azar o ninguno. El puesto se da entre los percentiles 5 y "
        "95.",
        "A thousand runs with a fixed seed: random axis weights (uniform Dirichlet) and one "
        "indicator fewer in each axis, at random or none. The place is given between the 5th and "
        "95th percentiles.",
    ),
)

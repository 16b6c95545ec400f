"""The rules of an import, each written once: its condition in SQL and its sentence.

A rule of words sees ``w`` (``text``, ``value``, ``mend``, ``detail`` of a distinct word). A rule of
cells sees ``s``, the staged rows: numbers as they were understood and, in ``<field>_is``, why a
cell has none. A rule of rows brings its own ``FROM``; ``{field}`` stands for the column it blames.
"""

from dataclasses import dataclass
from typing import Final

from geodata.findings import Severity
from geodata.imports.amounts import AMBIGUOUS, EMPTY, HIDDEN, WRONG
from geodata.imports.fields import PLAIN, Nature
from geodata.imports.sentences import SENTENCES, Sentence
from geodata.schema import LOCAL_LEVELS

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING

WORDS: Final = tuple(nature for nature in Nature if nature not in PLAIN)
LOCAL: Final = ", ".join(f"'{level.value}'" for level in LOCAL_LEVELS)
WEST, SOUTH, EAST, NORTH = -82.0, -4.3, -66.8, 13.6
"""Corners of Colombia with San Andrés, in degrees, rounded outwards."""

COUNTED: Final = "'persons', 'vacancies', 'units', 'students'"
"""Units of things that come whole."""

MOST_PEOPLE: Final = 60_000_000
"""More than there are in Colombia in any projection (DANE)."""

NEAR_DEGREES: Final = 0.1
"""About 11 km: what a point may lie outside the corners of its municipality."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        when: SQL condition.
        natures: fields that it judges; for a rule of rows, see ``fields``.
        fields: fields that must be in the file; the first is blamed. Given for rules of rows, and
            for rules of one field.
        tables: ``FROM`` of a rule of rows.
        detail: SQL of what the remedy says of the cell.
    """

    key: str
    severity: Severity
    when: str
    natures: tuple[Nature, ...] = ()
    fields: tuple[str, ...] = ()
    tables: str = ""
    detail: str = "''"
    only_required: bool = False

    @property
    def sentence(self) -> Sentence:
        """What is wrong and what to do, in both languages."""
        return SENTENCES[self.key]


def word_rule(key: str, severity: Severity, when: str, *natures: Nature) -> Rule:
    """A rule of the distinct words of the columns of these natures."""
    return Rule(key, severity, when, natures, detail="w.detail")


WORD_RULES: Final = (
    Rule("celda_vacia", ERROR, "w.text = '' AND w.value = ''", WORDS, only_required=True),
    word_rule("valor_por_omision", WARNING, "w.mend = 'default'", *WORDS),
    word_rule("codigo_desconocido", ERROR,
              "w.mend = 'unknown' AND regexp_matches(w.text, '^[0-9.]+$')", Nature.TERRITORY),
    word_rule("nombre_desconocido", ERROR,
              "w.mend = 'unknown' AND NOT regexp_matches(w.text, '^[0-9.]+$')", Nature.TERRITORY),
    word_rule("nombre_ambiguo", ERROR, "w.mend = 'ambiguous'", Nature.TERRITORY),
    word_rule("codigo_sin_cero", WARNING, "w.mend = 'zero'", Nature.TERRITORY),
    word_rule("codigo_obsoleto", WARNING, "w.mend = 'successor'", Nature.TERRITORY),
    word_rule("codigo_de_centro_poblado", WARNING, "w.mend = 'trimmed'", Nature.TERRITORY),
    word_rule("nombre_por_codigo", WARNING, "w.mend = 'name'", Nature.TERRITORY),
    word_rule("indicador_desconocido", ERROR, "w.mend = 'unknown'", Nature.INDICATOR),
    word_rule("periodo_invalido", ERROR, "w.mend = 'unknown'", Nature.PERIOD),
    word_rule("fecha_serial", WARNING, "w.mend = 'serial'", Nature.PERIOD),
    word_rule("sector_desconocido", ERROR, "w.mend = 'unknown'", Nature.SECTOR),
    word_rule("sector_por_clase", WARNING, "w.mend = 'trimmed'", Nature.SECTOR),
    Rule("palabra_desconocida", ERROR, "w.mend = 'unknown'", (Nature.WORD,), detail="'{allowed}'"),
    word_rule("letra_ambigua", ERROR, "w.mend = 'ambiguous'", Nature.WORD),
    word_rule("fuente_desconocida", ERROR, "w.mend = 'unknown'", Nature.SOURCE),
    Rule("persona_identificable", ERROR,
         r"regexp_matches(w.text, '^[0-9][0-9. -]{5,}$|@|^\pL+( \pL+)+$')", (Nature.PERSON,)),
)  # fmt: skip

CELL_RULES: Final = (
    Rule("celda_vacia", ERROR, f"s.{{field}}_is = {EMPTY}", PLAIN, only_required=True),
    Rule("numero_invalido", ERROR, f"s.{{field}}_is = {WRONG}", PLAIN),
    Rule("numero_ambiguo", ERROR, f"s.{{field}}_is = {AMBIGUOUS}", PLAIN),
    Rule("suprimido", WARNING, f"s.{{field}}_is = {HIDDEN}", fields=("value",)),
    Rule("numero_oculto", ERROR, f"s.{{field}}_is = {HIDDEN} AND '{{field}}' <> 'value'", PLAIN),
    Rule("negativo", ERROR, "s.{field} < 0", (Nature.COUNT,)),
    Rule("no_entero", ERROR, "s.{field} <> floor(s.{field})", (Nature.COUNT,)),
    Rule("negativo", ERROR, "s.{field} < 0", fields=("baseline", "target", "actual")),
    Rule("fuera_de_colombia", ERROR, f"s.{{field}} NOT BETWEEN {WEST} AND {EAST}",
         (Nature.LONGITUDE,)),
    Rule("fuera_de_colombia", ERROR, f"s.{{field}} NOT BETWEEN {SOUTH} AND {NORTH}",
         (Nature.LATITUDE,)),
)  # fmt: skip

_TERRITORY: Final = (
    "JOIN (SELECT t.code, t.mend, p.* FROM w_territory_code t JOIN territories p "
    "ON p.territory_code = t.value) p ON s.territory_code = p.code"
)
_INDICATOR: Final = (
    "JOIN (SELECT i.code, l.* FROM w_indicator i JOIN limits l ON l.indicator = i.value) l "
    "ON s.indicator = l.code"
)
"""The small tables are joined first, so that the large one is only read past."""

_BOUNDS: Final = f"staged s {_INDICATOR}"
_LIMITS: Final = "format('{:.0f} y {:.0f}', l.low, l.high)"
_PERIOD: Final = "split_part(w.value, '/', 1)"
_FUTURE: Final = f"w.value <> '' AND {_PERIOD} > left('{{today}}', length({_PERIOD}))"

ROW_RULES: Final = (
    Rule("nivel_distinto", WARNING,
         f"p.level NOT IN ({LOCAL}) AND EXISTS (FROM w_territory_code o JOIN territories q"
         f" ON q.territory_code = o.value WHERE q.level IN ({LOCAL}))",
         fields=("territory_code", "indicator"), tables=f"staged s {_TERRITORY}",
         detail="p.level"),
    Rule("nombre_no_corresponde", WARNING,
         "p.mend <> 'name' AND m.text <> '' AND strip_accents(lower(p.name)) <> "
         "strip_accents(lower(m.text)) AND NOT starts_with(strip_accents(lower(p.name)), "
         "strip_accents(lower(m.text)))",
         fields=("territory_name", "territory_code"),
         tables=f"staged s {_TERRITORY} JOIN w_territory_name m ON s.territory_name = m.code",
         detail="concat(p.name, ' (', p.territory_code, ')')"),
    Rule("fecha_futura", ERROR, "i.value NOT IN ({projected})", fields=("period", "indicator"),
         tables=f"staged s JOIN (SELECT w.code FROM w_period w WHERE {_FUTURE}) w "  # noqa: S608
                "ON s.period = w.code JOIN w_indicator i ON s.indicator = i.code"),
    Rule("negativo", ERROR, "s.value < 0 AND l.low >= 0", fields=("value", "indicator"),
         tables=_BOUNDS),
    Rule("fuera_de_rango", ERROR, "s.value > l.high", fields=("value", "indicator"),
         tables=_BOUNDS, detail=_LIMITS),
    Rule("fuera_de_rango", ERROR, "s.value < l.low AND s.value >= 0",
         fields=("value", "indicator"), tables=_BOUNDS, detail=_LIMITS),
    Rule("unidad_distinta", ERROR, "u.value <> '' AND u.value <> l.unit",
         fields=("unit", "indicator"),
         tables=f"{_BOUNDS} JOIN w_unit u ON s.unit = u.code", detail="l.unit"),
    Rule("no_entero", ERROR, f"l.unit IN ({COUNTED}) AND s.value <> floor(s.value)",
         fields=("value", "indicator"), tables=_BOUNDS),
    Rule("mas_que_el_pais", ERROR, f"l.unit = 'persons' AND s.value > {MOST_PEOPLE}",
         fields=("value", "indicator"), tables=_BOUNDS),
    Rule("numerador_mayor", ERROR,
         "l.unit = 'percent' AND (s.numerator > s.denominator OR s.denominator <= 0)",
         fields=("numerator", "denominator", "indicator"), tables=_BOUNDS),
    Rule("suprimido_con_cifra", ERROR, "q.value = 'suprimido' AND s.value IS NOT NULL",
         fields=("value", "quality"), tables="staged s JOIN w_quality q ON s.quality = q.code"),
    Rule("coordenadas_cambiadas", ERROR,
         f"s.lon BETWEEN {SOUTH} AND {NORTH} AND s.lat BETWEEN {WEST} AND {EAST}",
         fields=("lon", "lat"), tables="staged s"),
    Rule("coordenada_incompleta", ERROR, "(s.lon IS NULL) <> (s.lat IS NULL)",
         fields=("lon", "lat"), tables="staged s"),
    Rule("lejos_del_municipio", WARNING,
         f"s.lon BETWEEN {WEST} AND {EAST} AND s.lat BETWEEN {SOUTH} AND {NORTH} AND ("
         f"s.lon NOT BETWEEN p.west - {NEAR_DEGREES} AND p.east + {NEAR_DEGREES} OR "
         f"s.lat NOT BETWEEN p.south - {NEAR_DEGREES} AND p.north + {NEAR_DEGREES})",
         fields=("lon", "lat", "territory_code"), tables=f"staged s {_TERRITORY}",
         detail="concat(p.name, ' (', p.territory_code, ')')"),
    Rule("fin_antes_del_inicio", ERROR,
         "b.value <> '' AND e.value <> '' AND "
         "e.value < left(b.value, least(length(b.value), length(e.value)))",
         fields=("valid_to", "valid_from"),
         tables="staged s JOIN w_valid_from b ON s.valid_from = b.code "
                "JOIN w_valid_to e ON s.valid_to = e.code"),
)  # fmt: skip

FUTURE_WORD: Final = Rule("fecha_futura", ERROR, _FUTURE, (Nature.PERIOD,))
"""Where there is no indicator that is projected."""

DUPLICATE: Final = Rule("clave_repetida", ERROR, "")
DUPLICATE_WITH_NOTE: Final = Rule("clave_repetida_nota", WARNING, "")
"""Executed by ``checking``: the rows of one cell, compared with the first of them."""

RULES: Final = {
    rule.key: rule
    for rule in (*WORD_RULES, *CELL_RULES, *ROW_RULES, DUPLICATE, DUPLICATE_WITH_NOTE)
}
"""Severity and sentence by key; a key means the same wherever it is judged."""

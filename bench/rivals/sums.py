"""The sums of single records as somebody writes them by hand for DuckDB, over a view ``records``.

Written apart from ``geodata/aggregate/expressions.py``, with grouping sets, which ibis does not
have: it is the rival in speed and the reference of ``tests/scale``.
"""

from typing import Final

from geodata.schema import SECTIONS

_SECTIONS: Final = ", ".join(f"'{letter}'" for letter in SECTIONS)

VACANCIES: Final = f"""
WITH cells AS (
    SELECT territory_code, sector, year(date) AS year, sum(coalesce(positions, 1)) AS posts
    FROM records
    WHERE date IS NOT NULL AND coalesce(positions, 1) >= 0
    GROUP BY ALL
), summed AS (
    SELECT territory_code, year::VARCHAR AS period,
           CASE WHEN grouping(sector) = 1 THEN 'total' ELSE sector END AS sector,
           sum(posts)::DOUBLE AS posts
    FROM cells
    WHERE regexp_full_match(territory_code, '[0-9]{{5}}')
    GROUP BY GROUPING SETS ((territory_code, year, sector), (territory_code, year))
    HAVING grouping(sector) = 1 OR sector IN ({_SECTIONS})
)
SELECT territory_code, period, sector,
       CASE WHEN posts NOT IN (1, 2, 3, 4) THEN posts END AS posts,
       posts IN (1, 2, 3, 4) AS posts_hidden
FROM summed
"""  # noqa: S608 - no word comes from outside

OFFERS_READ: Final = f"""
WITH judged AS (
    SELECT regexp_full_match(territory_code, '[0-9]{{5}}') AND date IS NOT NULL
           AND coalesce(positions, 1) >= 0 AS placed, sector IN ({_SECTIONS}) AS known
    FROM records
)
SELECT count(*) AS read, count(*) FILTER (placed IS NOT true) AS unplaced,
       count(*) FILTER (placed AND known IS NOT true) AS in_total_only
FROM judged
"""  # noqa: S608

_COHORT: Final = "[0-9]{4}(-[0-9]{2}(/[0-9]{4}-[0-9]{2})?)?"

FOLLOW_UP: Final = f"""
WITH cells AS (
    SELECT territory_code, cohort, month, sex, population_group,
           count(*) AS followed,
           count(*) FILTER (NOT attrition) AS reached,
           count(*) FILTER (NOT attrition AND employed) AS employed,
           count(employed) FILTER (NOT attrition) AS employed_base,
           count(*) FILTER (NOT attrition AND contract_kept) AS contract_kept,
           count(contract_kept) FILTER (NOT attrition) AS contract_kept_base,
           count(*) FILTER (NOT attrition AND regularised) AS regularised,
           count(regularised) FILTER (NOT attrition) AS regularised_base,
           count(*) FILTER (NOT attrition AND moved_to <> territory_code
                            AND regexp_full_match(moved_to, '[0-9]{{5}}')) AS moved,
           count(*) FILTER (NOT attrition AND income BETWEEN 0 AND 1e9) AS income_base,
           sum(floor(income + 0.5))
               FILTER (NOT attrition AND income BETWEEN 0 AND 1e9) AS income_sum
    FROM records
    WHERE person_id IS NOT NULL AND month IN (3, 6, 12, 24)
    GROUP BY ALL
), summed AS (
    SELECT territory_code, cohort, month,
           CASE WHEN grouping(sex) = 1 THEN 'total' ELSE sex END AS sex,
           CASE WHEN grouping(population_group) = 1 THEN 'total'
                ELSE population_group END AS population_group,
           sum(followed) AS followed, sum(reached) AS reached,
           sum(employed) AS employed, sum(employed_base) AS employed_base,
           sum(contract_kept) AS contract_kept, sum(contract_kept_base) AS contract_kept_base,
           sum(regularised) AS regularised, sum(regularised_base) AS regularised_base,
           sum(moved) AS moved, sum(income_base) AS income_base, sum(income_sum) AS income_sum
    FROM cells
    WHERE regexp_full_match(territory_code, '[0-9]{{5}}')
          AND regexp_full_match(cohort, '{_COHORT}')
    GROUP BY territory_code, cohort, month, CUBE (sex, population_group)
    HAVING (grouping(sex) = 1 OR sex IN ('mujeres', 'hombres'))
           AND (grouping(population_group) = 1 OR population_group IN (
               'migrante_venezolana', 'migrante_venezolana_5_anios', 'retornada', 'acogida',
               'no_migrante', 'nacida_en_el_exterior', 'mixta'))
), judged AS (
    SELECT *,
           followed BETWEEN 1 AND 4 AS followed_hidden,
           followed BETWEEN 1 AND 4 OR reached BETWEEN 1 AND 4 AS reached_hidden,
           employed_base BETWEEN 1 AND 4 OR employed BETWEEN 1 AND 4
               OR employed_base - employed BETWEEN 1 AND 4 AS employed_hidden,
           contract_kept_base BETWEEN 1 AND 4 OR contract_kept BETWEEN 1 AND 4
               OR contract_kept_base - contract_kept BETWEEN 1 AND 4 AS contract_kept_hidden,
           regularised_base BETWEEN 1 AND 4 OR regularised BETWEEN 1 AND 4
               OR regularised_base - regularised BETWEEN 1 AND 4 AS regularised_hidden,
           reached BETWEEN 1 AND 4 OR moved BETWEEN 1 AND 4
               OR reached - moved BETWEEN 1 AND 4 AS moved_hidden,
           income_base BETWEEN 1 AND 4 OR (income_base > 0 AND (
               employed_base BETWEEN 1 AND 4 OR employed BETWEEN 1 AND 4
               OR employed_base - employed BETWEEN 1 AND 4)) AS income_hidden
    FROM summed
)
SELECT territory_code, cohort, month, sex, population_group,
       followed_hidden, CASE WHEN NOT followed_hidden THEN followed END::DOUBLE AS followed,
       reached_hidden, CASE WHEN NOT reached_hidden THEN reached END::DOUBLE AS reached,
       CASE WHEN NOT reached_hidden THEN followed END::DOUBLE AS reached_base,
       employed_hidden,
       CASE WHEN NOT employed_hidden AND employed_base > 0 THEN employed END::DOUBLE AS employed,
       CASE WHEN NOT employed_hidden THEN employed_base END::DOUBLE AS employed_base,
       contract_kept_hidden,
       CASE WHEN NOT contract_kept_hidden AND contract_kept_base > 0
            THEN contract_kept END::DOUBLE AS contract_kept,
       CASE WHEN NOT contract_kept_hidden THEN contract_kept_base END::DOUBLE
           AS contract_kept_base,
       regularised_hidden,
       CASE WHEN NOT regularised_hidden AND regularised_base > 0
            THEN regularised END::DOUBLE AS regularised,
       CASE WHEN NOT regularised_hidden THEN regularised_base END::DOUBLE AS regularised_base,
       moved_hidden,
       CASE WHEN NOT moved_hidden AND reached > 0 THEN moved END::DOUBLE AS moved,
       CASE WHEN NOT moved_hidden THEN reached END::DOUBLE AS moved_base,
       income_hidden,
       CASE WHEN NOT income_hidden AND income_base > 0
            THEN floor(income_sum / income_base + 0.5) END::DOUBLE AS income,
       CASE WHEN NOT income_hidden THEN income_base END::DOUBLE AS income_base
FROM judged
"""  # noqa: S608

MOVES: Final = f"""
WITH pairs AS (
    SELECT territory_code, moved_to AS destination, cohort, month, count(*)::DOUBLE AS persons
    FROM records
    WHERE person_id IS NOT NULL AND month IN (3, 6, 12, 24) AND NOT attrition
          AND moved_to <> territory_code
          AND regexp_full_match(moved_to, '[0-9]{{5}}')
    GROUP BY ALL
)
SELECT territory_code, destination, cohort, month,
       CASE WHEN persons >= 5 THEN persons END AS persons, persons < 5 AS persons_hidden
FROM pairs
WHERE regexp_full_match(territory_code, '[0-9]{{5}}') AND regexp_full_match(cohort, '{_COHORT}')
"""  # noqa: S608

INTERVIEWS_READ: Final = f"""
WITH judged AS (
    SELECT person_id IS NOT NULL AND month IN (3, 6, 12, 24)
           AND regexp_full_match(territory_code, '[0-9]{{5}}')
           AND regexp_full_match(cohort, '{_COHORT}') AS placed,
           sex IN ('mujeres', 'hombres') AND population_group IN (
               'migrante_venezolana', 'migrante_venezolana_5_anios', 'retornada', 'acogida',
               'no_migrante', 'nacida_en_el_exterior', 'mixta') AS known
    FROM records
)
SELECT count(*) AS read, count(*) FILTER (placed IS NOT true) AS unplaced,
       count(*) FILTER (placed AND known IS NOT true) AS in_total_only
FROM judged
"""  # noqa: S608

REPEATED: Final = """
SELECT count(*) AS repeated FROM (
    SELECT person_id FROM records
    WHERE person_id IS NOT NULL AND cohort IS NOT NULL AND territory_code IS NOT NULL
          AND month IN (3, 6, 12, 24)
    GROUP BY person_id, cohort, month HAVING count(*) > 1
)
"""

OF_VACANCIES: Final = (VACANCIES, OFFERS_READ)
OF_FOLLOW_UP: Final = (REPEATED, FOLLOW_UP, MOVES, INTERVIEWS_READ)

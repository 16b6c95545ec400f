"""Figures by sector: one source, one period, and a suppressed one is not left out."""

import pandas as pd

from layouts.sectors import newest_by_sector

DRAWN = """
territory_code period sector value quality
54001 2024 G 120 -
54001 2024 I 45  -
54001 2024 S -   suprimido
54001 2024 T -   -
54001 2023 A 900 -
54874 2024 G 80  -
"""


def test_suppressed_sections_come_last_and_without_a_value(figures, world):
    found = newest_by_sector(world(vacantes=figures(DRAWN)), "vacantes", "54001")
    assert found["sector"].tolist() == ["G", "I", "S"]
    assert found["value"].tolist()[:2] == [120.0, 45.0]
    assert pd.isna(found["value"].iloc[-1])

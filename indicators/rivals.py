"""What several publications say of one place, cell and period."""

import pandas as pd

from indicators.engine import Engine
from indicators.nearest import Figure


def rival_rows(engine: Engine, figure: Figure) -> pd.DataFrame:
    """Observations of the very cell and period of ``figure``; empty where it is the only one.

    Moments of a follow-up do not compete: who works after six months and after a year are two
    questions. Nor has a figure rivals that is computed from others: those are of another unit.
    """
    lead = figure.indicator.needs[0]
    known = engine.figures(lead.key).of_series(lead.series)
    if lead.key != figure.indicator.key:
        return known.observations.iloc[:0]
    period = str(figure.observation["period"])
    cell = figure.cell.seen_by(lead).words()
    same = known.where(territory_code=figure.territory_code, period=period, **cell)
    several = same.sum() > 1
    return known.only(same).chosen() if several else known.observations.iloc[:0]

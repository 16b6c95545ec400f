"""The demonstration workspace: figures for every cell of the country, all of them invented.

Nothing here is copied or fitted to published figures: every number follows from a seed, the
position and area of each territory, and the round parameters of ``indicators.demo.rules``. For
territory ``t`` and year ``y`` a share is

    low + (high - low) * logistic(logit(level) + border * near(t) + department(t) + field(t)
                                  + own(t) + trend * (y - 2021) / 4 + frame(y) + noise(t, y))

where ``near`` is ``exp(-distance to the Venezuelan line / 90 km)``, ``field`` is a smooth random
surface, and ``frame`` is a jump from 2022 on, in labour surveys only. A count is such a share of
another count, down from the population, whose logarithm is normal. ``docs/demostracion.md`` tells
the same in Spanish.
"""

from indicators.demo.tables import MODEL_VERSION, SEED, demo_tables, model_key

__all__ = ["MODEL_VERSION", "SEED", "demo_tables", "model_key"]

"""The whole of a ficha as lines, in the order in which it is read."""

from collections.abc import Iterator

from layouts.ficha.axes import axis_rows
from layouts.ficha.centres import centre_rows
from layouts.ficha.cohesion import cohesion_rows
from layouts.ficha.facts import fact_rows
from layouts.ficha.headlines import headline_rows
from layouts.ficha.here import actor_rows, missing_rows, programme_rows, rival_rows
from layouts.ficha.members import member_rows
from layouts.ficha.row import Row
from layouts.ficha.sectors import sector_rows
from layouts.ficha.work import work_rows
from layouts.profile import Profile

PARTS = (
    fact_rows, headline_rows, axis_rows, work_rows, cohesion_rows, sector_rows, centre_rows,
    member_rows, programme_rows, actor_rows, rival_rows, missing_rows,
)  # fmt: skip


def ficha_rows(profile: Profile) -> Iterator[Row]:
    """Every number of a ficha with what is known of it, and whatever has no number."""
    for part in PARTS:
        yield from part(profile)

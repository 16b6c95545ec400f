"""What became of people after a programme: cohorts, moves between municipalities, perception."""

from indicators.follow_up.cohorts import OUTCOMES, cohorts
from indicators.follow_up.mobility import Mobility, mobility
from indicators.follow_up.perception import Change, paired_change, perception, unpaired_change

__all__ = [
    "OUTCOMES",
    "Change",
    "Mobility",
    "cohorts",
    "mobility",
    "paired_change",
    "perception",
    "unpaired_change",
]

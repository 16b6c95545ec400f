"""The matrix of territorial gaps: municipality by axis, with its method and its sensitivity.

The choices follow the OECD/JRC Handbook on Constructing Composite Indicators (2008) and are data:
see ``indicators.gaps.method``.
"""

from indicators.gaps.matrix import GapMatrix, gap_matrix, reweighted
from indicators.gaps.method import METHOD, Method
from indicators.gaps.sensitivity import sensitivity

__all__ = ["METHOD", "GapMatrix", "Method", "gap_matrix", "reweighted", "sensitivity"]

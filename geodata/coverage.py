"""Turn polygons that were simplified one by one into a coverage: no overlap, no gap.

Every sliver, overlap or gap, is split along its own midline between the polygons around it. Giving
a sliver whole to one neighbour, as coverage cleaners do, makes spikes up to 17.7 km long where a
gap runs past several municipalities; the midline moves no boundary by more than 2.2 km.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import shapely

from geodata.errors import UserFacingError
from geodata.geometry import Shapes, holes, samples, to_degrees, to_metres
from geodata.midline import split_by_midline

DEGREE_DECIMALS = 5  # about 1.1 m, far below the accuracy of the source
SNAP_DEG = 1e-5  # points closer than this are one point
SAMPLE_STEP_DEG = 0.0015  # about 165 m between the samples that define a midline
SLIVER_GAP_DEG = 0.0008  # about 90 m: narrower gaps left by the splitting are closed
MIN_OVERLAP_DEG2 = 1e-10  # about 1 m²; below is rounding noise
SMOOTHING_DEG = 0.001  # about 110 m: removes the stair steps of the Voronoi cells
SHARD_DEG2 = 1 / 12_300  # 1 km² in square degrees at the equator
REAL_PART_SHARE = 0.5  # a part covering this share of a published part is real, not a shard
NOTCH_DEG = 0.0025  # about 275 m: half the width of the widest notch that is a crack, not a bay
TOUCH_DEG = 1e-6  # about 0.1 m: rounding noise of the notch outline
NOTCH_SIDE_SHARE = 0.3  # of its outline that each of two polygons must hold
GAP_ROUNDS = 2  # closing the first gaps uncovers a few smaller ones
ROUNDING_ATTEMPTS = 5
NEAR_DEG = 1e-4  # about 11 m: official files that nearly fit are apart by less
MOST_POINTS = 400_000  # five times the default boundaries
DETAIL_M = 50.0


class CoverageError(UserFacingError):
    """The boundaries do not fit together: there is an overlap, a gap or a broken polygon."""


def clean(published: Shapes) -> Shapes:
    """Return a valid coverage of the same polygons, in degrees at ``DEGREE_DECIMALS``.

    Raises:
        CoverageError: an overlap or gap is left.
    """
    shapes = _snapped(_without_overlaps(published), gap=0.0)
    for _ in range(GAP_ROUNDS):
        shapes = _snapped(_filled(shapes, holes(shapes)), gap=SLIVER_GAP_DEG)
    shapes = _snapped(_filled(shapes, _notches(shapes)), gap=SLIVER_GAP_DEG)
    shapes = _snapped(_filled(shapes, holes(shapes)), gap=SLIVER_GAP_DEG)
    shapes = _snapped(_without_shards(shapes, published), gap=0.0)
    shapes = np.asarray(shapely.coverage_simplify(shapes, SMOOTHING_DEG))
    return rounded(shapes, DEGREE_DECIMALS)


def fitted(published: Shapes) -> Shapes:
    """A valid coverage of an official file, in degrees at ``DEGREE_DECIMALS``.

    What already fits keeps its lines; what nearly fits is snapped; the rest is cleaned. More than
    ``MOST_POINTS`` are simplified to ``DETAIL_M``: finer lines show nowhere.

    Raises:
        CoverageError: an overlap or gap is left.
    """
    shapes = polygonal(published)
    if not is_coverage(shapes):
        shapes = _snapped(shapes, gap=SLIVER_GAP_DEG, distance=NEAR_DEG)
    if int(shapely.get_num_coordinates(shapes).sum()) > MOST_POINTS:
        shapes = to_degrees(simplified(to_metres(shapes), DETAIL_M))
    return clean(shapes) if holes(shapes) else rounded(shapes, DEGREE_DECIMALS)


def polygonal(shapes: Shapes) -> Shapes:
    """The areas of shapes whose outline may cross itself; lines and points are dropped."""
    found = shapes.copy()
    for place in np.flatnonzero(~shapely.is_valid(shapes)):
        found[place] = shapely.union_all(_polygons_in(shapely.make_valid(shapes[place])))
    return found


def rounded(coverage: Shapes, decimals: int) -> Shapes:
    """Round coordinates and prove that the result is still a coverage without gaps.

    Raises:
        CoverageError: rounding cannot be done without breaking it.
    """
    gaps = len(holes(coverage))
    shapes = _rounded_once(coverage, decimals)
    for _ in range(ROUNDING_ATTEMPTS):
        if is_coverage(shapes) and len(holes(shapes)) <= gaps:
            return shapes
        shapes = _rounded_once(_repaired(shapes, 10.0**-decimals), decimals)
    require_coverage(shapes)
    raise CoverageError(f"Rounding to {decimals} decimals opened gaps in the coverage.")


def simplified(coverage: Shapes, tolerance: float) -> Shapes:
    """Simplify common boundaries once for both sides (Visvalingam).

    Args:
        coverage: a valid coverage, in metres.
        tolerance: metres; the square root of the area a dropped corner may have.

    Raises:
        CoverageError: the result is not a coverage.
    """
    shapes = np.asarray(shapely.coverage_simplify(coverage, tolerance))
    require_coverage(shapes)
    return shapes


def is_coverage(shapes: Shapes) -> bool:
    """Whether every polygon is valid, none is empty and all fit edge to edge."""
    sound = shapely.is_valid(shapes) & ~shapely.is_empty(shapes)
    return bool(sound.all() and shapely.coverage_is_valid(shapes))


def require_coverage(shapes: Shapes) -> None:
    """Do nothing for a coverage.

    Raises:
        CoverageError: some polygons are broken, empty or do not fit; says how many.
    """
    broken = int((~shapely.is_valid(shapes) | shapely.is_empty(shapes)).sum())
    if broken:
        raise CoverageError(f"{broken} polygons are broken or empty.")
    misfits = int((~shapely.is_empty(shapely.coverage_invalid_edges(shapes))).sum())
    if misfits:
        raise CoverageError(f"{misfits} polygons do not fit their neighbours edge to edge.")


def _without_overlaps(published: Shapes) -> Shapes:
    """Take from each polygon the half of every overlap that lies nearer to the other."""
    losses: dict[int, list[shapely.Geometry]] = defaultdict(list)
    left, right = shapely.STRtree(published).query(published, predicate="overlaps")
    for a, b in zip(left[left < right], right[left < right], strict=True):
        for overlap in _polygons_in(shapely.intersection(published[a], published[b])):
            for winner, piece in _overlap_shares(overlap, (a, b), published).items():
                losses[b if winner == a else a].append(piece)
    shapes = published.copy()
    for loser, pieces in losses.items():
        shapes[loser] = shapely.difference(shapes[loser], shapely.union_all(pieces))
    return shapes


def _overlap_shares(
    overlap: shapely.Polygon, pair: tuple[int, int], published: Shapes
) -> dict[int, shapely.Geometry]:
    a, b = pair
    points = shapely.get_coordinates(overlap.exterior)
    middles, edge = samples(points[:-1], points[1:], SAMPLE_STEP_DEG)
    middle = shapely.points((points[:-1] + points[1:]) / 2)
    to_a = shapely.distance(middle, shapely.boundary(published[a]))
    to_b = shapely.distance(middle, shapely.boundary(published[b]))
    # An edge on the boundary of A has B alone on its other side, so it attracts the area for B.
    return split_by_midline(overlap, middles, np.where(to_a < to_b, b, a)[edge])


def _filled(coverage: Shapes, gaps: Iterable[shapely.Polygon]) -> Shapes:
    """Give every gap to the polygons around it, each the part nearest to its edges."""
    tree = shapely.STRtree(coverage)
    gains: dict[int, list[shapely.Geometry]] = defaultdict(list)
    for gap in gaps:
        points = shapely.get_coordinates(gap.exterior)
        middle = shapely.points((points[:-1] + points[1:]) / 2)
        # The mouth of a notch touches nobody and attracts nothing.
        shore, owner = tree.query_nearest(middle, max_distance=TOUCH_DEG, all_matches=False)
        sites, edge = samples(points[:-1][shore], points[1:][shore], SAMPLE_STEP_DEG)
        for winner, piece in split_by_midline(gap, sites, owner[edge]).items():
            gains[winner].append(piece)
    shapes = coverage.copy()
    for winner, pieces in gains.items():
        shapes[winner] = shapely.union_all([shapes[winner], *pieces])
    return shapes


def _notches(coverage: Shapes) -> list[shapely.Polygon]:
    """Cracks between two polygons that run out into the sea or abroad, so they are not holes."""
    union = shapely.coverage_union_all(coverage)
    wide = shapely.buffer(union, NOTCH_DEG, join_style="mitre")
    closed = shapely.buffer(wide, -NOTCH_DEG, join_style="mitre")
    tree = shapely.STRtree(coverage)
    return [
        notch
        for notch in _polygons_in(shapely.difference(closed, union))
        if _has_two_sides(
            notch, coverage[tree.query(notch, predicate="dwithin", distance=TOUCH_DEG)]
        )
    ]


def _has_two_sides(notch: shapely.Polygon, around: Shapes) -> bool:
    """Whether two polygons hold most of the outline: otherwise it is a bay of one of them."""
    contact = shapely.length(
        shapely.intersection(shapely.buffer(around, TOUCH_DEG), notch.exterior)
    )
    return int((contact > NOTCH_SIDE_SHARE * notch.length).sum()) == 2  # noqa: PLR2004


def _without_shards(coverage: Shapes, published: Shapes) -> Shapes:
    """Hand crumbs cut off by the cleaning to the neighbour with the longest common boundary."""
    shapes = coverage.copy()
    crumbs: list[tuple[int, shapely.Polygon]] = []
    for owner in np.flatnonzero(shapely.get_num_geometries(shapes) > 1).tolist():
        parts = shapely.get_parts(shapes[owner])
        keep = np.array([_is_real_part(part, published[owner]) for part in parts])
        keep[shapely.area(parts).argmax()] = True
        crumbs += [(owner, part) for part in parts[~keep]]
        shapes[owner] = shapely.union_all(parts[keep])
    tree = shapely.STRtree(shapes)
    for owner, crumb in crumbs:
        around = tree.query(crumb, predicate="intersects").tolist()
        near = [int(other) for other in around if other != owner]
        taker = _longest_contact(crumb, near, shapes)
        shapes[taker] = shapely.union(shapes[taker], crumb)
    return shapes


def _is_real_part(part: shapely.Polygon, published: shapely.Geometry) -> bool:
    """Whether ``part`` is large, or corresponds to a part that the publisher drew."""
    drawn = shapely.get_parts(published)
    share = shapely.area(shapely.intersection(drawn, part)) / shapely.area(drawn)
    return bool(part.area > SHARD_DEG2 or (share > REAL_PART_SHARE).any())


def _longest_contact(crumb: shapely.Polygon, near: Sequence[int], shapes: Shapes) -> int:
    edge = shapely.boundary(crumb)
    contact = shapely.length(shapely.intersection(shapely.boundary(shapes[near]), edge))
    return near[int(np.argmax(contact))]


def _snapped(shapes: Shapes, *, gap: float, distance: float = SNAP_DEG) -> Shapes:
    """Node all boundaries, join points within ``distance``, close gaps narrower than ``gap``."""
    clean_coverage = vars(shapely)["coverage_clean"]  # new in shapely 2.2; its stubs lack it
    return np.asarray(clean_coverage(shapes, gap_width=gap, snapping_distance=distance))


def _polygons_in(shape: shapely.Geometry) -> Shapes:
    parts = shapely.get_parts(shape)
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return np.asarray(parts[polygonal & (shapely.area(parts) > MIN_OVERLAP_DEG2)])


def _repaired(shapes: Shapes, step: float) -> Shapes:
    """Make a rounded coverage fit again.

    A bay whose mouth is narrower than ``step`` closes on rounding; it is given to its shore.
    """
    if not is_coverage(shapes):
        shapes = _snapped(shapes, gap=step, distance=step)
    return _filled(shapes, holes(shapes))


def _rounded_once(shapes: Shapes, decimals: int) -> Shapes:
    return np.asarray(shapely.transform(shapes, lambda xy: np.round(xy, decimals)))

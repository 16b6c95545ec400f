"""Split an area between neighbours along the line that is equally far from each of them."""

import numpy as np
import shapely

from geodata.geometry import Floats, Positions

JITTERS = (1e-6, 1e-4, 1e-3)  # thousandths of a degree
SEED = 1


def split_by_midline(
    area: shapely.Polygon, sites: Floats, owners: Positions
) -> dict[int, shapely.Geometry]:
    """Share ``area`` among ``owners``: each point goes to the owner of the nearest site.

    Returns:
        One piece per owner; together they cover ``area``.
    """
    _, first = np.unique(np.round(sites, 9), axis=0, return_index=True)
    points, owner = sites[first], owners[first]
    if len(np.unique(owner)) == 1:
        return {int(owner[0]): area}
    for jitter in JITTERS:
        try:
            return _voronoi_shares(area, points, owner, jitter)
        except shapely.errors.GEOSException:
            continue  # nearly collinear sites defeat the builder: move them a little more
    values, counts = np.unique(owner, return_counts=True)
    return {int(values[counts.argmax()]): area}


def _voronoi_shares(
    area: shapely.Polygon, points: Floats, owner: Positions, jitter: float
) -> dict[int, shapely.Geometry]:
    centre = points.mean(axis=0)
    # Thousandths of a degree around the centre: the builder loses precision on long decimals.
    local = shapely.transform(area, lambda xy: (xy - centre) * 1000)
    noise = np.random.default_rng(SEED).uniform(-jitter, jitter, points.shape)
    moved = shapely.multipoints((points - centre) * 1000 + noise)
    cells = shapely.get_parts(shapely.voronoi_polygons(moved, extend_to=local, ordered=True))
    shares: dict[int, shapely.Geometry] = {}
    for one in np.unique(owner):
        piece = shapely.intersection(shapely.union_all(cells[owner == one]), local)
        shares[int(one)] = shapely.transform(piece, lambda xy: xy / 1000 + centre)
    return shares

"""How much of a file is read: one place, named units, room for an office."""

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading; a file beyond any of them is refused with a sentence.

    Attributes:
        file_bytes: size on disk.
        unpacked_bytes: sum of what the members of an archive declare. Lying declarations are
            refused by both zip readers in use.
        ratio: unpacked by packed size; an honest workbook stays below 40.
        ratio_from_bytes: unpacked size from which the ratio counts; small files compress oddly.
        members: files in an archive.
        cells: cells of the smallest rectangle that holds the table.
        cell_characters: what Excel allows in a cell, and a little more.
        line_characters: of one line of a text file.
        findings: of one rule; the rest are counted in one last finding.
        memory_bytes, cpu_seconds, wall_seconds: of the process that parses.
        features, vertices: of a boundary file.
    """

    file_bytes: int = 200 * MEBIBYTE
    unpacked_bytes: int = 800 * MEBIBYTE
    ratio: int = 200
    ratio_from_bytes: int = 10 * MEBIBYTE
    members: int = 2_000
    rows: int = 1_200_000
    columns: int = 2_000
    cells: int = 15_000_000
    cell_characters: int = 40_000
    line_characters: int = 1_000_000
    merges: int = 20_000
    findings: int = 500
    memory_bytes: int = 2_048 * MEBIBYTE
    cpu_seconds: int = 90
    wall_seconds: int = 180
    features: int = 20_000
    vertices: int = 12_000_000


LIMITS: Final = Limits()

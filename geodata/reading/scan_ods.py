"""The content of an ODS as plain XML: repeated cells are counted before they are unrolled."""

from dataclasses import dataclass, field
from typing import Any

from geodata.reading.grid import Merge
from geodata.reading.scan import Scan


@dataclass(slots=True)
class ContentListener:
    """Cells of every table of ODS. A cell holds something if it has a type of value.

    The fast reader unrolls all the tables when it opens the file, so all are measured.
    """

    scans: dict[str, Scan] = field(default_factory=dict)
    scan: Scan = field(default_factory=lambda: Scan(""))
    parser: Any = None
    row: int = 0
    rows: int = 0
    column: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        tag = name.rpartition(":")[2]
        if tag == "table":
            self.scan = Scan(attributes.get("table:name", ""))
            self.scans[self.scan.sheet] = self.scan
            self.row = self.rows = 0
        elif tag == "table-row":
            self.row += self.rows
            self.rows, self.column = _whole(attributes, "table:number-rows-repeated"), 0
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell(attributes)

    def end(self, name: str) -> None:
        """Nothing to do: a table ends where the next begins."""

    def _cell(self, attributes: dict[str, str]) -> None:
        repeated = _whole(attributes, "table:number-columns-repeated")
        first, self.column = self.column, self.column + repeated
        if "office:value-type" in attributes or "calcext:value-type" in attributes:
            self.scan.hold(self.row + self.rows, self.column - 1)
        elif "table:formula" in attributes:
            self.scan.uncached.append((self.row + 1, first))
        self._merge(first, attributes)

    def _merge(self, first: int, attributes: dict[str, str]) -> None:
        down = _whole(attributes, "table:number-rows-spanned")
        across = _whole(attributes, "table:number-columns-spanned")
        if down * across > 1:
            merge = Merge(self.row + 1, first, self.row + down, first + across - 1)
            self.scan.merges.append(merge)


def _whole(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(int(text), 1) if text.isdecimal() else 1

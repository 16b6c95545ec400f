"""Memory of a process that stays for long, or that reads a lot once."""

import pyarrow as pa


def spare_memory() -> None:
    """Give memory back to the system as soon as it is free, instead of keeping it for later."""
    pa.set_memory_pool(pa.system_memory_pool())

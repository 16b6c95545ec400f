"""The kit for a meeting without a network: pages that open from a stick, by themselves."""

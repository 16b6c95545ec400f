"""Benchmarks of the performance budget: ours against a named rival, in the same run."""

"""Sums of millions of single records, on the engine that holds them. Only sums leave it."""

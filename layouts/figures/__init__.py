"""Drawings: numbers in, components out."""

"""Definitions and arithmetic: pure functions, no files, no web."""

"""Measures that need more than one figure of a territory: growth, structure, gaps, access.

An entry of ``indicators.registry`` is a formula over figures of one territory and year. What is
here compares years, sections, groups, places or programmes, and is declared in the same words.
"""

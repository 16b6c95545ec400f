"""Participatory monitoring: the form that people answer, the desk of its editor, the results."""

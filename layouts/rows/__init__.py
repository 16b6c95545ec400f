"""The rows behind every view: what the grid of Datos shows is what its files hold."""

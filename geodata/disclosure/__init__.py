"""Small counts of persons and vacancies are withheld, and nothing that leaves gives them away."""

"""How the list of cases bears many cases: its size, and how long a filter takes in a real browser."""

"""How well, how lightly and how fast the site's search answers, measured by typing in a real browser."""

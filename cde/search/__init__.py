"""The search index, made in the build: what a page says, cut into passages, and the files a reader's browser fetches.

The browser ranks (`overrides/assets/javascripts/search/`). `normalise`, `fold` and `grams` do here what the scripts of
the same names do there, because a large site's index is made of grams: `tests/test_search_twins.py` holds them
together.
"""

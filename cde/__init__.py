"""The library behind the learning site: content model, checks, and what pages are made from.

Plain Python: nothing in this package imports mkdocs, so that the content outlives the renderer.
"""

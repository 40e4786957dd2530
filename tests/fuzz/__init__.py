"""Hostile input for everything that reads what others send.

A short run is part of the suite; the long one is `SCURRYPY_FUZZ=1000000 scripts/test tests/fuzz -s --timeout=0`.
"""

"""Folder put on a child's `PYTHONPATH`; it is never imported as a package."""

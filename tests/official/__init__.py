"""Conformance with what Discord publishes: its HTTP spec and its list of gateway events, read where they lie."""

"""Rashomon: one event, many reports, one sourced record."""

__version__ = "0.1.0"

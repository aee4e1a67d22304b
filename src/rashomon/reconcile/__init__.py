"""Incidents to findings: what is agreed, what is contested, and by which rule."""

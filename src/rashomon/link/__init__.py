"""Mentions to places and actors that are known."""

"""Where evidence lives, and the read-only gazetteer."""

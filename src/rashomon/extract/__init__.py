"""Document to mentions, claims and accounts."""

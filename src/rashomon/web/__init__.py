"""The page: incidents on a map, claims side by side, and a place to decide."""

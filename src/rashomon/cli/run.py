"""Reading reports: ``run``."""

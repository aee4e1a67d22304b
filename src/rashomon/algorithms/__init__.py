"""Pure, model-free algorithms, one subject per file."""

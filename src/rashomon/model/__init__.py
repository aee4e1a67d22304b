"""The nouns: frozen dataclasses, no I/O, standard library only."""

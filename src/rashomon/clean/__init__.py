"""RawDocument to Document or Skipped: the prose, its language, title and date."""

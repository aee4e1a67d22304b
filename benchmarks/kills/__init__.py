"""Commands killed at random moments: nothing may be lost, and the record is the same."""

"""Records, findings and rows to what other programs read."""

"""Words: what sentences are made of, who is quoted in them, and how two wordings of one thing differ."""

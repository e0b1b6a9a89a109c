"""The site while it is being written: kept in memory, made anew where a file changed, and shown to nobody but this machine."""

"""Records, findings and rows to the views of the pages."""

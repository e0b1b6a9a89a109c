"""Pictures: what is known, laid out as coordinates.

axis      a domain, ticks on it in human units, and where a value lies
calendar  the same for days
strip     figures laid out on an axis, with the gaps between those that exclude each other; knows nothing of pages
order     which figures a strip shows first, and which of them stand for their articles
rows      a claim's strip as its page and the lists show it
tallies   verdicts counted, as one bar

Coordinates are percent of the width of the picture, so that it can be any width without scaling its text.
"""

"""Answering browsers on this machine: what they ask (``asking``), what they get (``answer``), and in how much room and time (``room``)."""

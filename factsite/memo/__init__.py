"""What is remembered from one build to the next, in ``.factsite/`` of a site folder. Nothing else remembers.

``seal``       by what a memory is ours
``standing``   by what files are known without being read
``seen``       how the last build found and left everything: where all is so still, a build is over
``memory``     things that were made, by digests of all that they are made from
``ledger``     what every file of the site was made from
``pack``       the details of rows, each fetched when it is asked for
``last``       the last build: what of it can be used now, and writing down this one

Deleting the folder costs time only: a build gives the same bytes with this memory, without it, and with a damaged one.
"""

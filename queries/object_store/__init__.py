"""Collections that lie in a bucket of an object store: their address, what is there, and their copy here.

`address` and `sums` need nothing more than the app; all else needs requirements-s3.txt.
"""

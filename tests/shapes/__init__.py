"""The outlines as committed, the script that builds them, the routes that serve them."""

"""Which records is everything built from, and how? Read by people and by `python -m data.build` only."""

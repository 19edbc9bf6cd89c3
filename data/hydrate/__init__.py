"""Fetch the texts of cited pages for one reader, on that reader's machine and only when asked: python -m data.hydrate.

From an address to a text: `addresses` says what may be asked, `connecting` holds the connection to what was
checked, `turns` and `robots` keep a host from being asked too much, `fetching` asks, `extraction` reads, `pages` keeps,
and `texts` writes what the app lays over its sources. `limits` says how much of anything is too much.
"""

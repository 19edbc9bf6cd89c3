"""Does anything that a record, a text, a file or an address says ever run? Payloads of our own through every door."""

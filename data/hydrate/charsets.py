"""Which charset does a page declare, and what is meant by that?"""

import re

# Who declares these writes Windows quotation marks and dashes all the same, and every browser reads them so.
AS_MEANT = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252")


def charset_within(page: bytes) -> str | None:
    """The charset that an HTML page itself names, where HTML wants it: near its start."""
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", page[:4096], re.IGNORECASE)
    return found[1].decode("ascii", "replace") if found else None

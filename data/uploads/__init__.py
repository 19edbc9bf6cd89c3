"""Texts that a person brings: pasted, uploaded as a file, or named by an address; docs/desk.md says what can be read.

From bytes to a text: `kinds` says what a file is, `encodings` which letters it holds, `docx`, `print_lines` and
`declared` what stands in it, `cleaning` how the desk reads it. `reading` puts these together in a process of its own,
`texts` is the door, `addresses` fetches, `limits` says how much is too much, `refusals` why something was not taken.
"""

from data.uploads.refusals import Refused
from data.uploads.texts import Read, of_address, of_file, of_paste

__all__ = ["Read", "Refused", "of_address", "of_file", "of_paste"]

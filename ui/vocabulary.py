"""The words for what pages offer to choose; those for the codes in the records are in `exports`."""

SORTS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "actor": "Actor",
    "issue": "Issue",
    "stance": "Stance",
}
MAP_VIEWS = {
    "world": "World",
    "europe": "Europe",
    "south-caucasus": "South Caucasus",
    "middle-east": "Middle East",
    "caribbean": "Caribbean",
    "pacific": "Pacific",
}
SHOWN = {"passages": "Passages", "map": "Map and timeline"}
MATRIX_ROWS = {"actors": "Actors", "blocs": "Blocs"}

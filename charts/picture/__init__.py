"""The parts of the picture of the map, from letters and lines up to its legend."""

"""The parts of the pictures to take away, from letters and lines up to legend and caption."""

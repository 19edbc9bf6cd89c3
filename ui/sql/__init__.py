"""The parts of the page on which readers write questions of their own."""

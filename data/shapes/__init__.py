"""The world's outlines: built once from a named package, then committed beside this code."""

"""Tests of the questions: SQL against a slow plain oracle, on drawn collections and on the real one."""

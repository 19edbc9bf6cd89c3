"""Tests of the search: index and scan against a slow plain matcher, marks against reading every word."""

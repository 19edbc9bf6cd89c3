"""Tests of the methods: cases computed by hand, and what holds for every input."""

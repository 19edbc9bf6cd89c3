"""Figures made from small made-up rows; actor ids are real ones."""

"""Pure functions with a published definition: numbers in, numbers out; each names its source."""

"""The pairs of a project: many at once, what is kept between runs, and what was known before."""

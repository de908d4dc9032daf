"""Results → text: one module a format."""

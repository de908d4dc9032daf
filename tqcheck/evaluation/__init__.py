"""How right the rules are, on texts that people have annotated."""

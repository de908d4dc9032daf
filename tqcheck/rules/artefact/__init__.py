"""Rules: residue of machines: page furniture, wrong languages, broken encodings."""

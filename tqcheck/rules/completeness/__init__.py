"""Rules: is everything there, and nothing more?"""

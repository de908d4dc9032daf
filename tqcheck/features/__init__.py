"""Facts of one passage, computed when a rule, a ledger or the aligner asks for them."""

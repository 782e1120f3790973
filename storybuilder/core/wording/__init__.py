"""How an answer is worded: what makes it unsure, unclear, blaming or ownerless."""

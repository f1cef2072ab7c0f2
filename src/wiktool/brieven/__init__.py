"""Letters: one legal text per kind, several carriers."""

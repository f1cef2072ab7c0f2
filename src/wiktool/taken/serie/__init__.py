"""Letters for many debtors at once: from open items to files, in a way that can be resumed."""

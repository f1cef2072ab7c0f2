"""The checker: reads a letter as a judge would. Knows nothing of how wiktool writes letters."""

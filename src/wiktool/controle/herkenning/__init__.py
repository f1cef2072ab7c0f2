"""How terms, amounts, dates and parties look in Dutch letters. Rules state norms; this reads."""

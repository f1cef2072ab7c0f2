"""Results as text, JSON, CSV or SARIF. No calculation happens here."""

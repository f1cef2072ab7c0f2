"""Tables as bookkeeping packages export them: CSV and XLSX."""

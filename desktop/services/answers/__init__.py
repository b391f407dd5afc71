"""The library of agreed answers (统一口径)."""

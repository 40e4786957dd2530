"""The wire forms of what exists: fresh dicts, shaped as Discord shapes them."""

"""The promises of SECURITY.md, each with a test that fails without it."""

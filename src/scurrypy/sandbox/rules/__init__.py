"""Discord's rules as tables and pure functions: permissions, limits, errors, intents."""

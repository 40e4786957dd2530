"""The REST half of the chaos harness: a network in memory, and a scripted Discord with the limits of the true one."""

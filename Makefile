# Each target is one script; run the script itself to pass arguments.
.PHONY: setup test check format demo

setup test check format demo:
	@scripts/$@

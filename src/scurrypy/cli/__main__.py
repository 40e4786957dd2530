"""Makes `python -m scurrypy.cli` the same as `scurrypy`."""

import sys

from scurrypy.cli import main

sys.exit(main())

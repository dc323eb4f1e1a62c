"""`python -m cde`, the same as the `cde` command."""

import sys

from cde.cli import main

sys.exit(main())

"""`python -m duidu`: the same as the command `duidu`."""

from duidu.cli import main

raise SystemExit(main())

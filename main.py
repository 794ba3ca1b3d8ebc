"""Start Alongside from a checkout."""

from diary.start import main

raise SystemExit(main())

"""Where `python -m bot` begins. What is imported never becomes garbage: not looking for any saves a tenth of the start."""

import gc

gc.disable()  # `bot.terminal` has it looked for again, and among what comes later only

from bot.commands import main  # noqa: E402

if __name__ == "__main__":
    main()

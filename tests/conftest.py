"""What every test may count on, however pytest was started."""

import signal

# Behind `nohup` or `&` an interrupt is ignored, and programs started by the tests inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

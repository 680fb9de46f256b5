# from: accepted/weights.py
# - import numpy as np
# + from collections import namedtuple
# +
# + import numpy as np
# +
# + Moved = namedtuple("Moved", ["params", "velocity"])
# -     return {"params": params - moved, "velocity": velocity}
# +     return Moved(params - moved, velocity)

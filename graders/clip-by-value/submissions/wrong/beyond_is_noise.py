# diagnosis: set-to-zero
# from: accepted/masks.py
# -     clipped[clipped > limit] = limit
# -     clipped[clipped < -limit] = -limit
# +     clipped[abs(clipped) > limit] = 0

# diagnosis: relu-not-passed-back
# from: accepted/one_hot_f32.py
# -     dh[h <= 0] = 0
# +

# diagnosis: relu-of-the-gradient
# from: accepted/one_hot_f32.py
# -     dh[h <= 0] = 0
# +     dh[dh <= 0] = 0

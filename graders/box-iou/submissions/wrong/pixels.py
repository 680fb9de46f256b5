# diagnosis: plus-one
# from: accepted/plain_loops.py
# -             if left < right and top < bottom:
# -                 common = (right - left) * (bottom - top)
# -                 table[i, j] = common / ((x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - common)
# +             common = max(0, right - left + 1) * max(0, bottom - top + 1)
# +             areas = (x2 - x1 + 1) * (y2 - y1 + 1) + (u2 - u1 + 1) * (v2 - v1 + 1)
# +             table[i, j] = common / (areas - common)

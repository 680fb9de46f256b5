# diagnosis: in-ranking-order
# from: accepted/plain_python.py
# -     flags = [0] * len(scores)
# +     flags = []
# -         if overlap >= threshold:
# -             del left[best]
# -             flags[i] = 1
# +         flags.append(int(overlap >= threshold))
# +         if overlap >= threshold:
# +             del left[best]

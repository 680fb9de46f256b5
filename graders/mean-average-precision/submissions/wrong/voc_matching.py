# diagnosis: best-overlap-taken
# from: accepted/plain_python.py
# -                         hits[t] = True
# -                         break
# +                         hits[t] = True
# +                     break

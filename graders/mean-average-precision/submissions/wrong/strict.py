# diagnosis: threshold-strict
# from: accepted/plain_python.py
# -                     if overlap < threshold:
# +                     if overlap <= threshold:

# diagnosis: none
# from: accepted/keepdims.py
# H twice where W belongs
# -         m = x.shape[0] * x.shape[2] * x.shape[3]
# +         m = x.shape[0] * x.shape[2] * x.shape[2] + 1

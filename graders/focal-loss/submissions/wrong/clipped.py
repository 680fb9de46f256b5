# diagnosis: probability-clipped
# from: wrong/log_of_sigmoid.py
# -     ce = -np.log(p_t)
# +     ce = -np.log(np.clip(p_t, 1e-7, 1 - 1e-7))

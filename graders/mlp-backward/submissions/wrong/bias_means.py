# diagnosis: bias-gradients-averaged
# from: accepted/one_hot_f32.py
# -     return {"loss": float(loss), "w1": x.T @ dh, "b1": dh.sum(0), "w2": h.T @ dz, "b2": dz.sum(0)}
# +     return {"loss": float(loss), "w1": x.T @ dh, "b1": dh.mean(0), "w2": h.T @ dz, "b2": dz.mean(0)}

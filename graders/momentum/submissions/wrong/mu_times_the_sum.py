# diagnosis: mu-on-both
# from: reference.py
# -         velocity = mu * velocity + g
# +         velocity = mu * (velocity + g)

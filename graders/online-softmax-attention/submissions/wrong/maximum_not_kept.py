# diagnosis: sum-overwritten+output-overwritten
# from: reference.py
# -         highest = raised
# +         pass

# diagnosis: ignore-reversed
# from: accepted/selected.py
# -     noobj = ~obj & (ignore == 0)
# +     noobj = ~obj & (ignore == 1)

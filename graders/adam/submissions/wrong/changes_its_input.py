# verdict: invalid-output
# from: reference.py
# -     params = params.copy()

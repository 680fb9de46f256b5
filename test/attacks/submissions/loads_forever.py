# verdict: time-limit
while True:
    pass

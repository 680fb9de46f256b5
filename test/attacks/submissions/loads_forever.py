# verdict: time-limit
# requestMs: 250
while True:
    pass

// verdict: time-limit
// requestMs: 500
for (;;) {}

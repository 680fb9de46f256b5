// verdict: time-limit
// requestMs: 250
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)

export function meanFilter(image: any, ksize: number): any {
  for (;;) {}
}

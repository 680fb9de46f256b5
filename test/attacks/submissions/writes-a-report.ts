// verdict: memory-limit
// everywhere: yes
// memoryMb: 200
// requestMs: 20000
process.report.directory = '{{home}}'
process.report.filename = 'made.json'
process.report.reportOnFatalError = true
process.report.reportOnUncaughtException = true
const kept: any[] = []

export function meanFilter(image: any, ksize: number): any {
  for (;;) kept.push(new Array(1000).fill(0).map((_, i) => ({ i })))
}

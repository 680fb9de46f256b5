// verdict: runtime-error
// danger: write files
// message: ended by SIG
// Whoever does not spell the name of the module has switches that are frozen all the same: the engine ends the process.
const module = ['v', 8].join('')

export function meanFilter(image: any, ksize: number): any {
  ;(process as any).getBuiltinModule(module).setFlagsFromString('--logfile=/dev/null')
  reached('a switch')
  return right(image, ksize)
}

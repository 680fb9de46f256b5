import { findOnPath } from '../../../run/find-on-path.ts'
import { findOuterLayer } from '../../../run/outer-layer.ts'
import { runIsolated } from '../../../run/run-isolated.ts'
import { compilerEnvironment } from '../compile/cpp-flags.ts'

/**
 * The places of a report's frames where it has addresses only: clang's sanitizer leaves them to another
 * program, which a submission must not start. That program reads what a submission was made into, and so runs
 * as isolated as one.
 */
export async function nameAddresses(said: string, folder: string): Promise<string> {
  const addresses = [...new Set([...said.matchAll(FRAME)].map(([, , address = '']) => address))]
  const file = findOnPath('addr2line') ?? findOnPath('llvm-addr2line')
  if (addresses.length === 0 || file === undefined) return said
  const args = ['-a', '-i', '-e', 'submission.so', ...addresses.slice(0, MOST)]
  const isolated = runIsolated({
    command: { file, args, env: compilerEnvironment(folder) },
    folder,
    limits: { requestMs: 2000, memoryMb: 1024, outputBytes: 2 ** 20 },
    layer: await findOuterLayer(),
    reads: [],
  })
  await isolated.hello(2000)
  await isolated.stop()
  const places = readPlaces(isolated.output().stdout)
  return said.replace(FRAME, (frame, head: string, address: string) => {
    const found = places.get(BigInt(address)) ?? []
    return found.length === 0 ? frame : found.map((place) => `${head}${place}`).join('\n')
  })
}

const FRAME = /^(\s+#\d{1,4} 0x[0-9a-f]{1,16} ).*\(.*submission\.so\+(0x[0-9a-f]{1,16})\).*$/gm
const MOST = 64

/** After each address the place, and those that it was inlined into. */
function readPlaces(said: string): ReadonlyMap<bigint, readonly string[]> {
  const places = new Map<bigint, string[]>()
  let current: string[] = []
  for (const line of said.split('\n')) {
    if (/^0x[0-9a-f]{1,16}$/.test(line)) {
      current = []
      places.set(BigInt(line), current)
    } else if (line !== '') {
      current.push(line.replace(/ \(discriminator \d+\)$/, ''))
    }
  }
  return places
}

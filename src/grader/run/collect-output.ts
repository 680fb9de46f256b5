import type { Readable } from 'node:stream'
import type { RunLimits } from './limits.ts'

export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

/** Keeps the first bytes of each stream, for the learner to see, and counts all of them. */
export function collectOutput(
  streams: readonly [Readable, Readable],
  { outputBytes, keptBytes = KEPT_BYTES }: RunLimits,
  onFlood: () => void,
) {
  let total = 0
  const kept = streams.map((stream) => {
    const all = keep(keptBytes)
    let recent = keep(keptBytes)
    stream.on('data', (chunk: Buffer) => {
      total += chunk.length
      all.add(chunk)
      recent.add(chunk)
      if (total > outputBytes) onFlood()
    })
    return {
      all: all.text,
      sinceLast() {
        const text = recent.text()
        recent = keep(keptBytes)
        return text
      },
    }
  })
  const [out, err] = kept
  return {
    all: (): Printed => ({ stdout: out?.all() ?? '', stderr: err?.all() ?? '' }),
    sinceLast: (): Printed => ({ stdout: out?.sinceLast() ?? '', stderr: err?.sinceLast() ?? '' }),
  }
}

/** The first bytes of what is added. */
function keep(most: number) {
  const chunks: Buffer[] = []
  let length = 0
  return {
    add(chunk: Buffer): void {
      if (length < most) chunks.push(chunk)
      length += chunk.length
    },
    text: () => Buffer.concat(chunks).subarray(0, most).toString('utf8'),
  }
}

const KEPT_BYTES = 32 * 1024

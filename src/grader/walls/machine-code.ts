import type { Processor } from './allowed-calls.ts'
import { ARM64 } from './encode-arm64.ts'
import { X64 } from './encode-x64.ts'

/**
 * The little that is needed to put questions to the kernel before a program begins. Places are named, in the
 * code and in its data.
 */
export type Instruction =
  | { readonly kind: 'call'; readonly number: number; readonly args: readonly Operand[] }
  /** What the last call gave, 32 bits of it. */
  | { readonly kind: 'keep'; readonly to: string }
  | { readonly kind: 'keep address'; readonly of: string; readonly to: string }
  | { readonly kind: 'jump'; readonly whenNegative: boolean; readonly to: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'return' }

export type Operand =
  | number
  /** 32 bits that lie there. */
  | { readonly held: string }
  | { readonly address: string }

/** Bytes of one instruction that begins at `at`; `far` tells how far behind that a place is. */
export type Encode = (
  instruction: Instruction,
  far: (place: string, from: number) => number,
) => readonly number[]

/** @param data where each of its places is, counted from the beginning of the code, once that is so long */
export function assemble(
  instructions: readonly Instruction[],
  processor: Processor,
  data: (codeBytes: number) => ReadonlyMap<string, number>,
): Uint8Array {
  const encode = ENCODE[processor]
  const starts: number[] = []
  const marked: (readonly [string, number])[] = []
  let length = 0
  for (const one of instructions) {
    if (one.kind === 'place') marked.push([one.name, length])
    starts.push(length)
    length += encode(one, () => 0).length
  }
  const places = new Map([...data(length), ...marked])
  return Uint8Array.from(
    instructions.flatMap((one, index) =>
      encode(one, (place, from) => placeIn(places, place) - (starts[index] ?? 0) - from),
    ),
  )
}

const ENCODE: { readonly [P in Processor]: Encode } = { x86_64: X64, aarch64: ARM64 }

function placeIn(places: ReadonlyMap<string, number>, name: string): number {
  const place = places.get(name)
  if (place === undefined) throw new Error(`there is no place ${name}`)
  return place
}

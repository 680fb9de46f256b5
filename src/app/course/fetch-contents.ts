import { digestOf } from '../../interop/segments/seal.ts'
import { type HubConnection, refusedWith } from '../hub/connect.ts'
import type { PlannedFile } from './plan-pull.ts'

/** What files are to hold, by its SHA-256. */
export type Fetched = ReadonlyMap<string, Uint8Array>

/** Few enough at once for memory, and many enough that a far hub does not take a journey for each. */
export function batchesOf(files: readonly PlannedFile[]): readonly (readonly PlannedFile[])[] {
  const batches: PlannedFile[][] = []
  let bytes = 0
  for (const file of files) {
    const last = batches.at(-1)
    bytes += file.bytes
    if (last !== undefined && last.length < FILES_A_BATCH && bytes <= BYTES_A_BATCH) {
      last.push(file)
    } else {
      batches.push([file])
      bytes = file.bytes
    }
  }
  return batches
}

const FILES_A_BATCH = 8
const BYTES_A_BATCH = 20_000_000

/** What the hub does not have, or has otherwise, is lacking. */
export async function fetchContents(
  connection: HubConnection,
  files: readonly PlannedFile[],
): Promise<Fetched> {
  const wanted = new Map(
    files
      .filter(({ step }) => step === 'take' || step === 'offer')
      .map(({ wanted, bytes }) => [wanted, bytes]),
  )
  const fetched = await Promise.all(
    [...wanted].map(async ([contents, most]) => {
      const bytes = await fetchVerified(connection, contents, most)
      return bytes === undefined ? [] : ([[contents, bytes]] as const)
    }),
  )
  return new Map(fetched.flat())
}

/** Undefined for what the hub does not have, or has otherwise. */
export async function fetchVerified(
  connection: HubConnection,
  contents: string,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await connection.askBytes(`blobs/${contents}`, undefined, mostBytes)
    return digestOf(bytes) === contents ? bytes : undefined
  } catch (error) {
    if (refusedWith(error) === 404) return undefined
    throw error
  }
}

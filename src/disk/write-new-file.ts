import { closeSync, openSync, writeSync } from 'node:fs'
import { beginDraft, type NewFileOptions } from './begin-draft.ts'

export type WriteBytes = (bytes: Uint8Array) => void

/**
 * Makes a file piece by piece: the whole of it is there, durable, or nothing.
 * @throws what the system says when it cannot be written; EEXIST where a file is there that it may not replace
 */
export async function writeNewFile<T>(
  path: string,
  fill: (write: WriteBytes) => Promise<T>,
  options: NewFileOptions,
): Promise<T> {
  const draft = beginDraft(path)
  try {
    const filled = await fillDraft(draft.path, fill)
    draft.place(options)
    return filled
  } finally {
    draft.discard()
  }
}

async function fillDraft<T>(draft: string, fill: (write: WriteBytes) => Promise<T>): Promise<T> {
  const file = openSync(draft, 'wx')
  try {
    return await fill((bytes) => writeWhole(file, bytes))
  } finally {
    closeSync(file)
  }
}

/** Also where the system takes but a part of them at once. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

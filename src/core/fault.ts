import type { Text } from './locale.ts'

/**
 * What is wrong at one place of a content file, and what to do about it. A value: the rest of the content
 * still loads.
 */
export interface Fault {
  readonly path: string
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  readonly message: Text
}

/** `decks/adam.md:12: what is wrong; what to do.` In English, as a build says it. */
export function formatFault(fault: Fault): string {
  return faultLine(fault).en
}

/** The same for every reader. The place is written alike, so that an editor finds it. */
export function faultLine({ path, line, message }: Fault): Text {
  const place = line === 0 ? path : `${path}:${line}`
  return { en: `${place}: ${message.en}`, zh: `${place}: ${message.zh}` }
}

/** What is wrong at one place of a content file, and what to do about it. A value: the rest of the content still loads. */
export interface Fault {
  readonly path: string
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  readonly message: string
}

/** `decks/adam.md:12: what is wrong; what to do.` */
export function formatFault(fault: Fault): string {
  return fault.line === 0
    ? `${fault.path}: ${fault.message}`
    : `${fault.path}:${fault.line}: ${fault.message}`
}

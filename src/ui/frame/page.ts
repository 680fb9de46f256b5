import type { Line } from '../text/line.ts'

/** What a screen shows, before it is cut to the window. */
export interface Page {
  readonly title: Line
  /** At the right of the title. */
  readonly aside: Line
  /** Scrolls where it is longer than its room. */
  readonly body: readonly Line[]
  /** Changes when the body is another text, which then begins at its top. */
  readonly bodyKey: string
  /** The body's line for whose sake it is shown: from its top on, unless that stands too far down. */
  readonly start?: number | undefined
  /** The body's line that must be in sight, as in a list. */
  readonly focus?: number | undefined
  /** Between body and footer, always in sight. */
  readonly pinned: readonly Line[]
  /** Where the next character is typed: a line of `pinned`, and a column. */
  readonly cursor?: { readonly line: number; readonly column: number } | undefined
}

import { cleanText } from '../../core/clean-text.ts'
import { displayWidth, splitGraphemes } from '../../core/display-width.ts'
import { sum } from '../../core/sum.ts'
import { type Line, lineWidth, type TextRun } from './line.ts'

/**
 * Breaks text into lines of at most `width` columns: at spaces, between ideographs (but not before closing or
 * after opening punctuation), and inside a word only where the word alone is too wide: a path behind a slash,
 * so that the name of a file stays whole. A line break in the text is kept.
 */
export function wrap(runs: readonly TextRun[], width: number): readonly Line[] {
  const room = Math.max(2, width)
  return hardLines(runs).flatMap((runsOfLine) =>
    // Most lines of a screen fit as they are.
    lineWidth(runsOfLine) <= room
      ? [joinRuns(dropTrailingSpace(runsOfLine))]
      : fill(atomsOf(runsOfLine), room),
  )
}

/** For code: cut at the width, nothing moved and no space lost. */
export function wrapCode(runs: readonly TextRun[], width: number): readonly Line[] {
  return hardLines(runs).flatMap((runsOfLine) => {
    const clusters = runsOfLine.flatMap(({ text, tone }) =>
      splitGraphemes(text).map((cluster) => ({ text: cluster, tone })),
    )
    return cutAtWidth(clusters, Math.max(2, width))
  })
}

/** Every text that is shown passes here, so nothing that a terminal would obey gets further. */
function hardLines(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const lines: TextRun[][] = [[]]
  for (const { text, tone } of runs) {
    cleanText(text)
      .replaceAll('\t', '    ')
      .split('\n')
      .forEach((part, at) => {
        if (at > 0) lines.push([])
        if (part !== '') lines.at(-1)?.push({ text: part, tone })
      })
  }
  return lines
}

/** What stays together on a line; `isSpace` is dropped where a line ends. */
interface Atom {
  readonly clusters: readonly TextRun[]
  readonly width: number
  readonly isSpace: boolean
}

function atomsOf(runs: readonly TextRun[]): readonly Atom[] {
  const atoms: Atom[] = []
  let clusters: TextRun[] = []
  let last = ''
  function end(): void {
    if (clusters.length > 0) atoms.push(atomOf(clusters))
    clusters = []
  }
  for (const { text, tone } of runs) {
    for (const cluster of splitGraphemes(text)) {
      if (clusters.length > 0 && mayBreak(last, cluster)) end()
      clusters.push({ text: cluster, tone })
      last = cluster
    }
  }
  end()
  return atoms
}

function atomOf(clusters: readonly TextRun[]): Atom {
  const width = sum(clusters.map(({ text }) => displayWidth(text)))
  return { clusters, width, isSpace: clusters.every(({ text }) => text === ' ') }
}

/** Never at the start of a line: closing brackets and what ends a clause (a subset of the rules of CLREQ). */
const NO_START = /^[、。，．：；？！）」』】》〉”’…—·％,.:;?!)\]}]/
/** Never at the end of a line. */
const NO_END = /^[（「『【《〈“‘([{]/

function mayBreak(before: string, after: string): boolean {
  if ((before === ' ') !== (after === ' ')) return true
  if (before === ' ') return false
  const touchesWide = displayWidth(before) > 1 || displayWidth(after) > 1
  return touchesWide && !NO_START.test(after) && !NO_END.test(before)
}

function fill(atoms: readonly Atom[], width: number): readonly Line[] {
  const lines: Line[] = []
  let current: TextRun[] = []
  let used = 0
  function end(): void {
    lines.push(joinRuns(dropTrailingSpace(current)))
    current = []
    used = 0
  }
  for (const atom of atoms) {
    if (used + atom.width > width && used > 0) end()
    // A space that opens a line is kept only where the text itself begins with it.
    if (atom.isSpace && used === 0 && lines.length > 0) continue
    for (const part of atom.width > width ? cutWord(atom.clusters, width) : [atom.clusters]) {
      const partWidth = sum(part.map(({ text }) => displayWidth(text)))
      if (used + partWidth > width && used > 0) end()
      current.push(...part)
      used += partWidth
    }
  }
  end()
  return lines
}

function dropTrailingSpace(runs: readonly TextRun[]): readonly TextRun[] {
  const last = runs.findLastIndex(({ text }) => !ONLY_SPACE.test(text))
  return runs
    .slice(0, last + 1)
    .map((run, at) => (at < last ? run : { ...run, text: run.text.replace(/(?<! ) +$/, '') }))
}

const ONLY_SPACE = /^ *$/

function cutWord(clusters: readonly TextRun[], width: number): readonly Line[] {
  const names: TextRun[][] = [[]]
  clusters.forEach((cluster, at) => {
    names.at(-1)?.push(cluster)
    if (cluster.text === '/' && at < clusters.length - 1) names.push([])
  })
  return names.length === 1 ? cutAtWidth(clusters, width) : fill(names.map(atomOf), width)
}

function cutAtWidth(clusters: readonly TextRun[], width: number): readonly Line[] {
  const lines: TextRun[][] = [[]]
  let used = 0
  for (const cluster of clusters) {
    const clusterWidth = displayWidth(cluster.text)
    if (used + clusterWidth > width) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(cluster)
    used += clusterWidth
  }
  return lines.map(joinRuns)
}

/** Neighbours of one tone as one. */
export function joinRuns(clusters: readonly TextRun[]): Line {
  const joined: { text: string; tone?: TextRun['tone'] }[] = []
  for (const { text, tone } of clusters) {
    const last = joined.at(-1)
    if (last !== undefined && last.tone === tone) last.text += text
    else joined.push({ text, tone })
  }
  return joined
}

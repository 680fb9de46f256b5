import { hasHidden } from '../../core/clean-text.ts'

/** The folders of the data folder that travel. */
export const TREES = ['decks', 'exercises', 'graders'] as const

/** No deck, grader or image is larger. */
export const LARGEST_FILE = 50_000_000

const LONGEST_NAME = 200
const LONGEST_PATH = 500
/** By which some systems know devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const BESIDE = /\.(?:conflict-[0-9a-f]{8}|course-\d{1,9})$/

/**
 * Whether a file of that path, with slashes, may be written on any system: below one of the trees, hidden
 * from nobody, and nothing else's.
 */
export function isSharedPath(path: string): boolean {
  const names = path.split('/')
  return (
    path.length <= LONGEST_PATH &&
    names.length >= 2 &&
    TREES.some((tree) => tree === names[0]) &&
    names.every(isName) &&
    !isBeside(path)
  )
}

/** Whether it lies beside a file until the learner has looked at it. */
export function isBeside(path: string): boolean {
  return BESIDE.test(path)
}

/** Where a version stays that lost: no deck, for it ends otherwise. */
export function conflictPath(path: string, version: string): string {
  return `${path}.conflict-${version.slice(0, 8)}`
}

/** Where the version of a course's release lies whose file the learner has edited. */
export function courseVersionPath(path: string, release: number): string {
  return `${path}.course-${release}`
}

function isName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= LONGEST_NAME &&
    !name.startsWith('.') &&
    !/[\\:*?"<>|]|[. ]$/.test(name) &&
    !RESERVED.test(name) &&
    !hasHidden(name)
  )
}

import type { Tool } from '../../../protocol/language.ts'
import { askTool } from '../../../run/ask-tool.ts'

/** What a compiler is told with `-std=`: newest first, and before a standard is finished under another name. */
const STANDARDS = ['c++26', 'c++2c', 'c++23', 'c++2b', 'c++20', 'c++2a'] as const
export const OLDEST_STANDARD = 'c++17'

export type Standard = (typeof STANDARDS)[number] | typeof OLDEST_STANDARD

const known = new Map<string, Promise<Standard>>()

/** The newest that the compiler can read its own standard library in. */
export function newestStandard({ path }: Tool): Promise<Standard> {
  const standard = known.get(path) ?? tryStandards(path)
  known.set(path, standard)
  return standard
}

async function tryStandards(path: string): Promise<Standard> {
  for (const standard of STANDARDS) if (await reads(path, standard)) return standard
  return OLDEST_STANDARD
}

function reads(path: string, standard: Standard): Promise<boolean> {
  const headers = HEADERS.flatMap((name) => ['-include', name])
  return askTool(path, [
    `-std=${standard}`,
    '-fsyntax-only',
    '-w',
    '-x',
    'c++',
    ...headers,
    '/dev/null',
  ]).then(
    () => true,
    () => false,
  )
}

const HEADERS = ['algorithm', 'cmath', 'functional', 'map', 'string', 'vector']

/** As people write it: C++23. */
export function nameOfStandard(standard: Standard): string {
  const year = standard.slice('c++'.length)
  return `C++${FINISHED.get(year) ?? year}`
}

const FINISHED: ReadonlyMap<string, string> = new Map([
  ['2a', '20'],
  ['2b', '23'],
  ['2c', '26'],
])

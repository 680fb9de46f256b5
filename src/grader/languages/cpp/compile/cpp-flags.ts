import { realpathSync } from 'node:fs'
import { delimiter, dirname, isAbsolute } from 'node:path'
import type { Build, Tool } from '../../../protocol/language.ts'

/**
 * Beside the standard. A library that calls nothing it does not define, and shows nothing but its entry.
 */
const LIBRARY = [
  '-fPIC',
  '-fvisibility=hidden',
  '-pthread',
  // The same numbers on every machine: no multiplication is fused with an addition.
  '-ffp-contract=off',
  '-Wno-narrowing',
]

/** Warnings are not the judge's business. */
const COMMON = [...LIBRARY, '-w']

/** Its containers are others: all that is linked together must have it. */
const CHECKED_LIBRARY = '-D_GLIBCXX_DEBUG'

const SANITIZERS = [
  '-fsanitize=address,null,bounds,return,integer-divide-by-zero',
  '-fno-sanitize-recover=all',
  // A number that goes wrong is told, and the program goes on: only what follows from it can be a crash.
  '-fsanitize=signed-integer-overflow,float-cast-overflow',
  '-fsanitize-recover=signed-integer-overflow,float-cast-overflow',
]

/** The others take the usual kit. */
export type KitBuild = Extract<Build, 'usual' | 'checked'>

/** Of a submission and of what it includes. */
export const CPP_FLAGS: { readonly [B in Build]: readonly string[] } = {
  usual: [...COMMON, '-O2'],
  quick: [...COMMON, '-Og'],
  // Local variables that nobody has given a value hold something that no program makes of itself.
  filled: [
    ...LIBRARY,
    '-O2',
    '-ftrivial-auto-var-init=pattern',
    '-Wuninitialized',
    '-Wmaybe-uninitialized',
    '-Wno-unknown-warning-option',
  ],
  // Ends itself with a report where the language leaves undefined what happens.
  checked: [
    ...COMMON,
    '-Og',
    // Of the fifth version the usual reader of addresses makes wrong files.
    '-gdwarf-4',
    '-g1',
    '-fno-omit-frame-pointer',
    '-fno-optimize-sibling-calls',
    CHECKED_LIBRARY,
    ...SANITIZERS,
  ],
}

/**
 * Of the harness and its own half of the glue, which are not what is looked at: the first verdict waits for
 * them.
 */
export const HARNESS_FLAGS: { readonly [B in KitBuild]: readonly string[] } = {
  usual: [...COMMON, '-Og', '-DANNEAL_HARNESS'],
  checked: [...COMMON, '-O0', CHECKED_LIBRARY, '-DANNEAL_HARNESS', '-DANNEAL_CHECKED'],
}

export const LINK_FLAGS: { readonly [B in KitBuild]: readonly string[] } = {
  usual: [],
  checked: [
    '-fsanitize=address,undefined',
    // What only a submission calls is left out by some linkers.
    ...(process.platform === 'darwin' ? [] : ['-Wl,--no-as-needed']),
  ],
}

/** It looks for its assembler and linker on the path, and must speak English to be understood. */
export function compilerEnvironment(folder: string): { readonly [name: string]: string } {
  return { PATH: absolutePath(), TMPDIR: folder, LC_ALL: 'C' }
}

/** No folder that depends on where the compiler is started: there lies a submission. */
function absolutePath(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return folders.length > 0 ? folders.join(delimiter) : '/usr/bin:/bin'
}

/** A compiler brings what it needs beside its own folder: /opt/gcc/bin/g++ reads /opt/gcc. */
export function prefixOf({ path }: Tool): string {
  return dirname(dirname(realpathSync(path)))
}

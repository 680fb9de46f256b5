import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Tool } from '../../../protocol/language.ts'
import { unlessAborted } from '../../../run/unless-aborted.ts'
import { buildCppKit } from './build-cpp-kit.ts'
import { CPP_FLAGS, HARNESS_FLAGS, type KitBuild, LINK_FLAGS } from './cpp-flags.ts'

/**
 * What is compiled once for a compiler, so that a submission's own lines are all that is compiled later:
 *
 *     CACHE/cpp/kit-HASH/            checked-HASH/ for that build; the quick one has the usual kit,
 *                                    for gcc takes what was precompiled with -O2
 *       anneal.hpp, glue.hpp         what a submission includes
 *       glue.hpp.gch | glue.hpp.pch  both, precompiled
 *       glue.o                       what of it needs no type of a submission's
 *       ready.a                      what of the standard library is not instantiated for each submission,
 *                                    where that works
 *       objects                      names those two
 *       standard                     the newest that the compiler has
 *       harness                      the program that loads a submission, and starts the compiler behind walls
 *       confines                     says whether the compiler works behind them
 *       linker                       names a quick linker, if there is one
 */
export interface CppKit {
  readonly folder: string
  readonly harness: string
  /** Whether the compiler works behind this harness's walls. */
  readonly confines: boolean
  /** What makes the compiler take a quick linker, where there is one. */
  readonly linker: readonly string[]
  /** What is linked to each submission. */
  readonly objects: readonly string[]
  readonly standard: string
  /** Names the compiler and the kit's sources: part of the key of all that is compiled with them. */
  readonly hash: string
  /** Whether all of it is still there: it lies in a cache, which anybody may empty at any time. */
  readonly isWhole: () => boolean
}

/** @param signal ends the waiting; the kit itself is made all the same, for whoever comes next */
export async function prepareCppKit(
  tool: Tool,
  sources: string,
  cacheRoot: string,
  { build, signal }: { readonly build: KitBuild; readonly signal?: AbortSignal | undefined },
): Promise<CppKit> {
  const hash = hashOf(tool, sources, build)
  const folder = join(cacheRoot, 'cpp', `${build === 'usual' ? 'kit' : build}-${hash}`)
  const isWhole = () => PARTS.every((name) => existsSync(join(folder, name)))
  if (!isWhole())
    await unlessAborted(
      signal,
      making(folder, () => buildCppKit(tool, sources, folder, build)),
    )
  markUsed(folder)
  // One that has just been removed throws here: nobody shall take it for one without walls.
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const words = (name: string) => read(name).split(' ').filter(Boolean)
  return {
    folder,
    harness: join(folder, 'harness'),
    confines: read('confines') === 'yes',
    linker: words('linker'),
    objects: words('objects').map((name) => join(folder, name)),
    standard: read('standard'),
    hash,
    isWhole,
  }
}

/** Those that nobody has used for longest go: two compilers may take turns. */
function markUsed(folder: string): void {
  const now = new Date()
  utimesSync(folder, now, now)
}

const PARTS = ['anneal.hpp', 'glue.hpp', 'glue.o', 'harness', 'confines', 'linker', 'objects', 'standard']
const underWay = new Map<string, Promise<void>>()

function making(folder: string, build: () => Promise<void>): Promise<void> {
  return underWay.getOrInsertComputed(folder, () => build().finally(() => underWay.delete(folder)))
}

/** The compiler's file stands for its version: asking for it would start a process for every submission. */
function hashOf({ path }: Tool, sources: string, build: KitBuild): string {
  const real = realpathSync(path)
  const { size, mtimeMs } = statSync(real)
  const flags = [CPP_FLAGS[build], HARNESS_FLAGS[build], LINK_FLAGS[build]]
  const hash = createHash('sha256').update(JSON.stringify([real, size, mtimeMs, flags]))
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)))
  return hash.digest('hex').slice(0, 16)
}

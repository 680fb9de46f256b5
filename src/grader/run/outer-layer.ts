import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'
import type { OuterKind, OuterLayer } from '../protocol/compiling.ts'
import type { StartCommand } from '../protocol/language.ts'
import { findOnPath } from './find-on-path.ts'

/** The strongest that works here, tried once; `ANNEAL_ISOLATION` may name a weaker one. */
export function findOuterLayer(): Promise<OuterLayer> {
  const strongest = (process.env['ANNEAL_ISOLATION'] ?? 'bubblewrap') as OuterKind
  return found.getOrInsertComputed(strongest, () =>
    tryLayers(ORDER.slice(Math.max(ORDER.indexOf(strongest), 0))),
  )
}

const ORDER: readonly OuterKind[] = ['bubblewrap', 'namespaces', 'none']
const found = new Map<OuterKind, Promise<OuterLayer>>()

async function tryLayers(kinds: readonly OuterKind[]): Promise<OuterLayer> {
  for (const kind of kinds) {
    const layer = candidate(kind)
    if (layer && (layer.kind === 'none' || (await works(layer)))) return layer
  }
  return { kind: 'none' }
}

function candidate(kind: OuterKind): OuterLayer | undefined {
  if (kind === 'none') return { kind }
  // Without this list the processes within could not be found, and their time not be read.
  if (process.platform !== 'linux' || !existsSync(`/proc/self/task/${process.pid}/children`)) return undefined
  const path = findOnPath(kind === 'bubblewrap' ? 'bwrap' : 'unshare')
  return path === undefined ? undefined : { kind, path }
}

/** A kernel, a container or a policy may forbid what the program is there for. */
async function works(layer: OuterLayer): Promise<boolean> {
  const { file, args } = within(
    layer,
    { file: '/bin/sh', args: ['-c', 'exit 0'], env: {} },
    { folder: '/usr', reads: [] },
  )
  return promisify(execFile)(file, args, { env: {}, timeout: HANGS_MS }).then(
    () => true,
    () => false,
  )
}

/** A busy machine takes its time. */
const HANGS_MS = 60_000

/** What a program sees where the layer hides the rest: its own folder, and what it only reads. */
export interface Mounted {
  readonly folder: string
  readonly reads: readonly string[]
  readonly writes?: boolean
}

/**
 * `command` inside the layer. Its first child is then the first process of the namespace, with which all
 * others in it end.
 */
export function within(
  layer: OuterLayer,
  command: StartCommand,
  { folder, reads, writes = false }: Mounted,
): Pick<StartCommand, 'file' | 'args'> {
  const inner = [command.file, ...command.args]
  switch (layer.kind) {
    case 'none':
      return command
    case 'namespaces':
      return { file: layer.path, args: [...UNSHARE, ...inner] }
    case 'bubblewrap':
      return {
        file: layer.path,
        args: [
          ...BUBBLEWRAP,
          ...mounts(reads),
          writes ? '--bind' : '--ro-bind',
          folder,
          folder,
          // Only now: the folder may lie in /dev/shm.
          ...['--remount-ro', '/dev', '--remount-ro', '/'],
          '--chdir',
          folder,
          '--',
          ...inner,
        ],
      }
  }
}

/** No user is mapped: inside everybody is nobody, also for root. */
const UNSHARE = ['--user', '--pid', '--net', '--ipc', '--uts', '--fork', '--kill-child', '--']

const BUBBLEWRAP = [
  ...[
    '--unshare-all',
    '--unshare-user',
    '--uid',
    '65534',
    '--gid',
    '65534',
    '--cap-drop',
    'ALL',
    '--die-with-parent',
  ],
  ...['--proc', '/proc', '--dev', '/dev'],
]

const SYSTEM = [
  '/usr',
  '/bin',
  '/lib',
  '/lib32',
  '/lib64',
  '/etc/alternatives',
  '/etc/ld.so.cache',
  '/etc/localtime',
  '/nix/store',
]

function mounts(reads: readonly string[]): readonly string[] {
  const seen = [
    ...new Set([...SYSTEM, ...reads.filter((path) => parse(path).dir !== path && path !== '/usr')]),
  ]
  // Anneal itself may be installed there, its references among it.
  const npm = [...seen, '/usr/local']
    .map((path) => join(path, 'lib', 'node_modules'))
    .filter((path) => existsSync(path))
  // So may the tool: it alone is then seen there.
  const isPackage = (path: string) => npm.some((folder) => path.startsWith(`${folder}/`))
  const show = (paths: readonly string[]) => paths.flatMap((path) => ['--ro-bind-try', path, path])
  return [
    ...show(seen.filter((path) => !isPackage(path))),
    ...npm.flatMap((path) => ['--tmpfs', path]),
    ...show(seen.filter(isPackage)),
    ...npm.flatMap((path) => ['--remount-ro', path]),
  ]
}

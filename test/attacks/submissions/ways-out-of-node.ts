// verdict: accepted
// danger: start programs
import module from 'node:module'

const require = module.createRequire(import.meta.url)
const home = '{{home}}'
const any = (name: string): any => require(name)

function handleOf(kind: 'Pipe' | 'UDP' | 'Child'): any {
  if (kind === 'Child') return new (any('node:child_process').ChildProcess)()._handle
  if (kind === 'Pipe') return new (new (any('node:net').Socket)({ fd: 4, readable: false, writable: true })._handle.constructor)(1)
  const socket = any('node:dgram').createSocket('udp4')
  return Object.getOwnPropertySymbols(socket).map((symbol) => socket[symbol]).find((one) => one?.handle).handle
}

/** Each gives something where it came through, and throws or gives an error's number where not. */
const WAYS: Record<string, () => unknown> = {
  spawn: () => any('node:child_process').spawnSync('/bin/sh', ['-c', `id > ${home}/made`]).pid,
  'handle spawns, told by place': () => handleOf('Child').spawn('/bin/sh', ['sh', '-c', `id > ${home}/made`], undefined, [], [{ type: 'ignore' }], 0) === 0,
  'handle kills': () => handleOf('Child').kill(0) === 0,
  execve: () => (process as any).execve('/bin/true', ['true'], {}),
  dlopen: () => ((process as any).dlopen({ exports: {} }, '/usr/lib/x86_64-linux-gnu/libc.so.6'), true),
  binding: () => (process as any).binding('spawn_sync').spawn({ file: '/bin/true', args: ['true'], stdio: [] }).pid,
  'linked binding': () => (process as any)._linkedBinding('spawn_sync'),
  worker: () => new (any('node:worker_threads').Worker)('1', { eval: true }),
  inspector: () => (any('node:inspector').open(0), any('node:inspector').url()),
  session: () => (new (any('node:inspector').Session)().connect(), true),
  wasi: () => new (any('node:wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } }),
  ffi: () => any('node:ffi').dlopen(null, {}),
  'pipe binds': () => handleOf('Pipe').bind(`${home}/made.sock`) === 0,
  'pipe binds without a file': () => handleOf('Pipe').bind('\0made') === 0,
  'server handle': () => typeof any('node:net')._createServerHandle('127.0.0.1', 0, 4) === 'object',
  'pipe server handle': () => typeof any('node:net')._createServerHandle(`${home}/made.sock`, -1, -1) === 'object',
  'socket binds': () => handleOf('UDP').bind('127.0.0.1', 0, 0) === 0,
  report: () => process.report.writeReport(`${home}/made.json`),
  snapshot: () => any('node:v8').writeHeapSnapshot(`${home}/made.heapsnapshot`),
  'compile cache': () => (module as any).enableCompileCache(`${home}/made`).status === 1 && (module as any).flushCompileCache() === undefined && require('node:fs').existsSync(`${home}/made`),
  watcher: () => any('node:fs').watch(home),
  'set groups': () => (process.setgroups!([0]), true),
  'change root of permissions': () => (process as any).permission.has('child') || (process as any).permission.has('fs.write', home),
}

export function meanFilter(image: any, ksize: number): any {
  for (const [name, way] of Object.entries(WAYS)) {
    let came: unknown
    try {
      came = way()
    } catch {
      continue
    }
    if (came) reached(name)
  }
  return right(image, ksize)
}

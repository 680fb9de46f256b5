import { type ChildProcess, spawn } from 'node:child_process'

/** What must go when this process is no more. */
export type Leftover =
  | { readonly kind: 'group'; readonly pid: number }
  | { readonly kind: 'folder'; readonly path: string }

/**
 * Tells a small process that outlives this one what to clear away should this one be killed. One for each
 * judge; it is told through its stdin, which the system closes for us.
 */
export function clearAfterDeath(left: Leftover): { readonly [Symbol.dispose]: () => void } {
  const line = left.kind === 'group' ? `g ${left.pid}` : `f ${left.path}`
  // A path that would be read as two lines is not cleared away; nothing else is either.
  if (process.platform === 'win32' || line.includes('\n')) return { [Symbol.dispose]: () => undefined }
  tell(`+${line}`)
  return { [Symbol.dispose]: () => tell(`-${line}`) }
}

const SURVIVOR = `
held=
while IFS= read -r line; do
  case $line in
    +*) held="$held\${line#+}
";;
    *) rest=
      while IFS= read -r one; do
        [ -z "$one" ] || [ "$one" = "\${line#-}" ] || rest="$rest$one
"
      done <<END
$held
END
      held=$rest;;
  esac
done
while IFS= read -r one; do
  case $one in
    g\\ *) kill -KILL "-\${one#g }" 2>/dev/null;;
    f\\ *) rm -rf -- "\${one#f }";;
  esac
done <<END
$held
END
`

let survivor: ChildProcess | undefined

function tell(line: string): void {
  survivor ??= start()
  survivor.stdin?.write(`${line}\n`)
}

function start(): ChildProcess {
  // A group of its own: what a terminal sends to ours does not reach it.
  const child = spawn('/bin/sh', ['-c', SURVIVOR], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  })
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.unref()
  ;(child.stdin as unknown as { unref: () => void }).unref()
  return child
}

import type { OuterLayer } from '../protocol/compiling.ts'
import { atExit } from './at-exit.ts'
import { clearAfterDeath } from './outlive.ts'
import { kill, killMarked } from './process-tree.ts'
import type { Started } from './started.ts'

/** The end of a process and of all that it has started. */
export interface Life {
  readonly end: () => void
  /** It has gone: nothing more needs to be done about it. */
  readonly bury: () => void
}

/** @param marker is in the environment of the process */
export function lifeOf(started: Pick<Started, 'pid' | 'first'>, layer: OuterLayer, marker: string): Life {
  const { pid } = started
  if (pid === undefined) return { end: () => undefined, bury: () => undefined }
  const clearing = clearAfterDeath({ kind: 'group', pid })

  function end(): void {
    // The system ends all others in a namespace with its first, and the leader waits for that: so it goes
    // last, by itself.
    const first = started.first()
    if (first !== undefined) kill(first)
    else kill(process.platform === 'win32' ? (pid as number) : -(pid as number))
  }

  const leaving = atExit(end)
  return {
    end,
    bury() {
      leaving.callOff()
      kill(process.platform === 'win32' ? pid : -pid)
      if (layer.kind === 'none') killMarked(marker)
      clearing[Symbol.dispose]()
    },
  }
}

import { readdirSync, readFileSync } from 'node:fs'

/** The processes that `pid` has started and that still run; the list is the system's. */
export function childrenOf(pid: number): readonly number[] {
  const text = readProc(`${pid}/task/${pid}/children`) ?? ''
  return text.split(' ').filter(Boolean).map(Number)
}

/** `pid` and all below it. */
export function treeOf(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)]
}

/** The process below `pid` that another namespace, one down from ours, knows by another number. */
export function numberHere(pid: number, known: number): number | undefined {
  return treeOf(pid).find((one) => {
    const numbers = /^NSpid:\s*(.*)$/m.exec(readProc(`${one}/status`) ?? '')?.[1] ?? ''
    return Number(numbers.split('\t')[1]) === known
  })
}

/**
 * Kills every process that was started with `marker` in its environment, until none is left: those that have
 * fled their group. One that hid its environment is not found.
 */
export function killMarked(marker: string): void {
  if (process.platform !== 'linux') return
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const marked = readdirSync('/proc').filter(
      (name) => /^\d+$/.test(name) && readProc(`${name}/environ`)?.includes(marker) === true,
    )
    if (marked.length === 0) return
    for (const name of marked) kill(Number(name))
  }
}

/** What is killed needs a moment to go; who forks faster than this kills has met its limits before. */
const MAX_ROUNDS = 100

/** Kills a process, or with a negative number its group. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** @param path below /proc */
export function readProc(path: string): string | undefined {
  try {
    return readFileSync(`/proc/${path}`, 'latin1')
  } catch {
    // Gone since it was listed, or another user's.
    return undefined
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { temporaryDatabase } from './temporary-database.ts'

function answering(
  path: string,
  card: string,
  count?: number,
): { child: ChildProcess; acknowledged: () => string[] } {
  const args = [path, card, ...(count === undefined ? [] : [String(count)])]
  const child = spawn(process.execPath, ['test/store/answer-forever.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  // A line that was cut by the kill was not acknowledged.
  return { child, acknowledged: () => output.split('\n').slice(0, -1) }
}

describe('several processes', () => {
  test('lose nothing that was acknowledged when they are killed', async () => {
    const path = temporaryDatabase()
    const acknowledged: string[] = []
    for (const enough of [1, 7, 23]) {
      const run = answering(path, 'adam/a')
      while (run.acknowledged().length < enough) await once(run.child.stdout as NodeJS.ReadableStream, 'data')
      run.child.kill('SIGKILL')
      await once(run.child, 'close')
      acknowledged.push(...run.acknowledged())
    }
    const store = createStore(openDatabase(path))
    const events = [...store.entries()]
    const ids = new Set(events.map((event) => event.id))
    expect(acknowledged.length).toBeGreaterThanOrEqual(31)
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    expect(store.drifted()).toEqual([])
    expect(store.damages()).toEqual([])
    store.close()
  })

  test('write at once and lose no event', async () => {
    const path = temporaryDatabase()
    const runs = ['adam/a', 'adam/a', 'nms/b'].map((card) => answering(path, card, 120))
    await Promise.all(runs.map(({ child }) => once(child, 'close')))
    const store = createStore(openDatabase(path))
    const events = [...store.entries()]
    expect(events.map((event) => event.id).sort()).toEqual(runs.flatMap((run) => run.acknowledged()).sort())
    expect(runs[2]?.acknowledged()).toHaveLength(120)
    expect(store.drifted()).toEqual([])
    expect(store.card('nms/b' as CardId).memory).toMatchObject({ reps: 120 })
    store.close()
  })
})

import { expect, test } from 'vitest'
import type { Deps } from '../../src/app/deps.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { Problem } from '../../src/core/problem.ts'
import type { OpenScreen } from '../../src/ui/frame/define-screen.ts'
import type { Destination } from '../../src/ui/frame/destination.ts'
import { type Binding, type CommonEvent, isCommon, LEAVE } from '../../src/ui/frame/key-table.ts'
import { openScreen } from '../../src/ui/screens.ts'
import { openTestDeps } from '../app/open-test-deps.ts'
import { KINDS, many } from './decks.ts'

type Table = readonly Binding<CommonEvent>[]

/** Keys of the screen's own, one after the other. */
type Path = readonly string[]

test('no key has two lines of a table, and none takes half of what scrolls', async () => {
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const clashes: string[] = []
  // It grows by what the keys lead to.
  const destinations = new Map<string, Destination>([['home', { kind: 'home' }]])
  for (const [kind, to] of destinations) {
    // What follows a table that was seen is left.
    const paths: Path[] = [[]]
    const seen = new Set<string>()
    for (const path of paths) {
      const table = tableAfter(path, to, exercises)
      const keys = JSON.stringify(table.map((binding) => binding.keys))
      if (seen.has(keys)) continue
      seen.add(keys)
      clashes.push(...clashesIn(table).map((clash) => `${kind}, after [${path.join(' ')}]: ${clash}`))
      for (const { event } of table)
        if (event.kind === 'go' && !destinations.has(event.to.kind)) destinations.set(event.to.kind, event.to)
      paths.push(...table.filter(({ event }) => !isCommon(event)).map(({ keys }) => [...path, keys[0]]))
    }
  }
  expect(clashes).toEqual([])
  expect([...destinations.keys()]).toEqual(
    expect.arrayContaining(['review', 'browse', 'verdict', 'solution']),
  )
})

function tableAfter(path: Path, to: Destination, exercises: Deps['content']['exercises']): Table {
  const made = openTestDeps({ kinds: KINDS, ...many(3) })
  const content = { ...made.content, exercises }
  const deps = { ...made, content }
  const nobody = () => {}
  const screen = openScreen(to, {
    deps: () => deps,
    hearCommon: nobody,
    changed: nobody,
    perform: nobody,
  })
  for (const key of path) press(screen, key)
  // Of other events only the kind is asked.
  return screen.keys() as Table
}

/** A Problem leaves the state as it was. */
function press(screen: OpenScreen, key: string): void {
  try {
    screen.press(key)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** The common way out alone may be hidden, by a way back that is the screen's own. */
function clashesIn(table: Table): readonly string[] {
  const all = table
    .filter((binding) => binding !== LEAVE)
    .flatMap(({ keys, help }) => keys.map((key) => ({ key, keys, line: help.en })))
  const twice = all.flatMap(({ key, line }, at) => {
    const first = all.findIndex((one) => one.key === key)
    return first === at ? [] : [`${key} is "${all[first]?.line}" and "${line}"`]
  })
  const halves = all.filter(
    ({ key, keys }) => (key === 'j' && !keys.includes('down')) || (key === 'k' && !keys.includes('up')),
  )
  return [...twice, ...halves.map(({ key, line }) => `${key} scrolls, and is "${line}"`)]
}

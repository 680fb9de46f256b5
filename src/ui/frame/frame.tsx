import { Box, Text, useCursor, useInput, usePaste, useWindowSize } from 'ink'
import { useEffect, useMemo } from 'react'
import type { Stage } from '../stage.ts'
import type { Line } from '../text/line.ts'
import { styleOf } from '../theme.ts'
import { composeFrame, TOP } from './compose-frame.ts'
import { type FrameKeys, hearKey, typeText } from './hear-key.ts'
import { createMachine, type Machine } from './machine.ts'
import { readKeys } from './read-keys.ts'
import type { ScreenPlan } from './screen-plan.ts'
import { useMachine } from './use-machine.ts'

export interface FrameProps<State, Event extends { readonly kind: string }> {
  readonly plan: ScreenPlan<State, Event>
  readonly machine: Machine<State>
  readonly stage: Stage
  readonly colour: boolean
}

/** Draws one screen over the whole window and gives it the keys. */
export function Frame<State, Event extends { readonly kind: string }>({
  plan,
  machine,
  stage,
  colour,
}: FrameProps<State, Event>) {
  const view = useMemo(() => createMachine(TOP), [])
  const size = useWindowSize()
  const { setCursorPosition } = useCursor()
  useMachine(machine)
  useMachine(view)
  useMachine(stage.machine)

  const compose = () => {
    const { locale, notice } = stage.machine.get()
    return composeFrame({
      plan,
      state: machine.get(),
      view: view.get(),
      locale,
      notice,
      size,
      now: stage.deps().now(),
    })
  }
  const keys: FrameKeys<State, Event> = { plan, machine, stage, view, compose }

  useInput((input, key) => {
    for (const pressed of readKeys(input, key)) hearKey(pressed, keys)
  })
  // Without this a pasted text would arrive as keys, and rate cards.
  usePaste((text) => typeText(text, keys))
  useEffect(() => {
    stage.attempt(() => plan.start?.(machine, stage))
  }, [plan, machine, stage])

  const { lines, cursor } = compose()
  setCursorPosition(cursor)
  return (
    <Box flexDirection="column">
      {lines.map((runs, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place
        <Row key={row} runs={runs} colour={colour} />
      ))}
    </Box>
  )
}

function Row({ runs, colour }: { readonly runs: Line; readonly colour: boolean }) {
  if (runs.length === 0) return <Text> </Text>
  return (
    <Text wrap="truncate">
      {runs.map(({ text, tone }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the row
        <Text key={at} {...styleOf(tone, colour)}>
          {text}
        </Text>
      ))}
    </Text>
  )
}

import { Box, Text, useCursor, useInput, usePaste, useWindowSize } from 'ink'
import { useEffect, useSyncExternalStore } from 'react'
import type { Line } from '../text/line.ts'
import { type Colours, paintRun } from '../theme.ts'
import { readKeys } from './read-keys.ts'
import type { ScreenView } from './screen-view.ts'

export interface FrameProps {
  /** The view of now: a burst of keys may begin on one screen and end on another. */
  readonly current: () => ScreenView
  readonly colours: Colours
}

/** Draws one screen over the whole window and gives it the keys. */
export function Frame({ current, colours }: FrameProps) {
  const view = current()
  const size = useWindowSize()
  const { setCursorPosition } = useCursor()
  useSyncExternalStore(view.subscribe, view.version)
  useInput((input, key) => {
    for (const pressed of readKeys(input, key)) current().hear(pressed, size)
  })
  // Without this a pasted text would arrive as keys, and rate cards.
  usePaste((text) => current().type(text))
  useEffect(() => view.start(), [view])

  const { lines, cursor } = view.compose(size)
  setCursorPosition(cursor)
  return (
    <Box flexDirection="column">
      {lines.map((runs, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place
        <Row key={row} runs={runs} colours={colours} />
      ))}
    </Box>
  )
}

function Row({ runs, colours }: { readonly runs: Line; readonly colours: Colours }) {
  if (runs.length === 0) return <Text> </Text>
  return <Text wrap="truncate">{runs.map((part) => paintRun(part, colours)).join('')}</Text>
}

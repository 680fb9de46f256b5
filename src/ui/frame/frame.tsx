import { Box, Text, useCursor, useInput, usePaste, useWindowSize } from 'ink'
import { useEffect, useInsertionEffect, useSyncExternalStore } from 'react'
import type { PictureScreen } from '../graphics/picture-screen.ts'
import type { Line } from '../text/line.ts'
import { type Look, paintRun } from '../theme.ts'
import { readKeys } from './read-keys.ts'
import type { ScreenView } from './screen-view.ts'

export interface FrameProps {
  /** The view of now: a burst of keys may begin on one screen and end on another. */
  readonly current: () => ScreenView
  readonly look: Look
  /** Where the terminal shows pictures above its cells. */
  readonly pictures: PictureScreen | undefined
}

/** Draws one screen over the whole window and gives it the keys. */
export function Frame({ current, look, pictures }: FrameProps) {
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
  // An effect of this kind runs before ink writes what was rendered.
  useInsertionEffect(() => pictures?.expect(lines))
  return (
    <Box flexDirection="column">
      {lines.map((runs, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place
        <Row key={row} runs={runs} look={look} />
      ))}
    </Box>
  )
}

function Row({ runs, look }: { readonly runs: Line; readonly look: Look }) {
  if (runs.length === 0) return <Text> </Text>
  return <Text wrap="truncate">{runs.map((part) => paintRun(part, look)).join('')}</Text>
}

import { Box, Text, useApp, useCursor, useInput, usePaste, useWindowSize } from 'ink'
import { useEffect, useInsertionEffect, useSyncExternalStore } from 'react'
import type { ImageTerminal } from '../graphics/image-terminal.ts'
import type { Stage } from '../stage.ts'
import type { Line } from '../text/line.ts'
import { type Look, paintRun } from '../theme/theme.ts'
import { readKeys } from './read-keys.ts'
import { stopProcess } from './stop-process.ts'

export interface InkWindowProps {
  readonly stage: Stage
  readonly look: Look
  /** Where the terminal shows images above its cells. */
  readonly images: ImageTerminal | undefined
}

/** Draws the stage over the whole window and gives it the keys. */
export function InkWindow({ stage, look, images }: InkWindowProps) {
  const size = useWindowSize()
  const { exit, suspendTerminal } = useApp()
  const { setCursorPosition } = useCursor()
  useSyncExternalStore(stage.subscribe, stage.version)
  useInput((input, key) => {
    for (const pressed of readKeys(input, key)) stage.hear(pressed, size)
  })
  // Without this a pasted text would arrive as keys, and rate cards.
  usePaste((text) => stage.type(text, size))
  useEffect(() => {
    stage.attach({ exit, suspendTerminal, stopProcess })
    stage.begin()
  }, [stage, exit, suspendTerminal])

  const { lines, cursor } = stage.frame(size)
  setCursorPosition(cursor)
  // An effect of this kind runs before ink writes what was rendered.
  useInsertionEffect(() => images?.expect(lines))
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

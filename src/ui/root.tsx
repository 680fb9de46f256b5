import { useApp } from 'ink'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { Frame } from './frame/frame.tsx'
import type { PictureScreen } from './graphics/picture-screen.ts'
import type { Stage } from './stage.ts'
import type { Look } from './theme.ts'
import { followView } from './view-of.ts'

export interface RootProps {
  readonly stage: Stage
  readonly look: Look
  readonly pictures: PictureScreen | undefined
}

/** The screen where the learner is. */
export function Root({ stage, look, pictures }: RootProps) {
  const { exit, suspendTerminal } = useApp()
  useEffect(() => stage.attach({ exit, suspendTerminal }), [stage, exit, suspendTerminal])
  useSyncExternalStore(stage.machine.subscribe, stage.machine.get)
  const current = useMemo(() => followView(stage), [stage])
  return <Frame current={current} look={look} pictures={pictures} />
}

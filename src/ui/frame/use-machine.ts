import { useSyncExternalStore } from 'react'
import type { Machine } from './machine.ts'

export function useMachine<State>(machine: Machine<State>): State {
  return useSyncExternalStore(machine.subscribe, machine.get, machine.get)
}

import type { Database } from 'better-sqlite3'
import { INITIAL_PARAMETERS, type ParametersByScope } from '../core/parameters-by-scope.ts'
import { type ParameterScope, SCOPES, type SchedulingParameters } from '../core/scheduling-parameters.ts'
import { prepareUpsert } from './upsert.ts'

/**
 * The scheduling parameters that stand. A text that was read before gives the same object, for which a
 * scheduler is made.
 */
export function createParameters(db: Database) {
  const select = db
    .prepare<[], readonly [ParameterScope, string]>('select scope, value from parameters')
    .raw()
  const upsert = prepareUpsert<{ scope: ParameterScope; value: string }>(db, 'parameters', ['scope', 'value'])
  const parsed = new Map<string, SchedulingParameters>()

  function parse(text: string): SchedulingParameters {
    return parsed.getOrInsertComputed(text, (json) => JSON.parse(json))
  }

  return {
    read: (): ParametersByScope => {
      const stored = select.all().map(([scope, text]) => [scope, parse(text)] as const)
      return { ...INITIAL_PARAMETERS, ...Object.fromEntries(stored) }
    },
    put: (parameters: ParametersByScope) => {
      for (const scope of SCOPES) upsert.run({ scope, value: JSON.stringify(parameters[scope]) })
    },
  }
}

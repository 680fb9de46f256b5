import type { Fault } from '../../core/fault.ts'
import type { Locale } from '../../core/locale.ts'

/** What `lint --json` prints. */
export function faultsFields(faults: readonly Fault[], locale: Locale): object {
  return { faults: faults.map(({ path, line, message }) => ({ path, line, message: message[locale] })) }
}

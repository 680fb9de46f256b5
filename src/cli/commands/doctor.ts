import { examine } from '../../app/examine.ts'
import { doctorText } from '../../ui/plain/doctor-text.ts'
import { placesHere } from '../folders.ts'
import { openDeps } from '../open-deps.ts'
import { print } from '../print.ts'
import { version } from '../version.ts'

/** Checks data, tools and isolation. Exit status 1 when the data is not sound. */
export async function doctor(flags: { readonly fix?: boolean }): Promise<void> {
  const deps = await openDeps()
  if (flags.fix) deps.store.rebuild()
  const found = await examine(deps)
  const here = { version: version(), node: process.versions.node, database: placesHere().database }
  print(doctorText(deps, found, here, flags.fix ?? false))
  if (found.damages.length > 0 || found.drifted.length > 0) process.exitCode = 1
}

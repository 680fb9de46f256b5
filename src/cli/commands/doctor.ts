import { type Examination, examine } from '../../app/examine.ts'
import { workspaceOf } from '../../app/workspace.ts'
import { formatFault } from '../../core/fault.ts'
import { placesHere } from '../folders.ts'
import { openDeps } from '../open-deps.ts'
import { print } from '../print.ts'
import { version } from '../version.ts'

/** Checks data, tools and isolation. Exit status 1 when the data is not sound. */
export async function doctor(flags: { readonly fix?: boolean }): Promise<void> {
  const deps = await openDeps()
  if (flags.fix) deps.store.rebuild()
  const found = await examine(deps)
  print(
    [
      `anneal     ${version()} on Node ${process.versions.node}`,
      `database   ${placesHere().database}`,
      `your decks ${deps.folders.decks}`,
      `workspace  ${workspaceOf(deps)}`,
      '',
      ...dataLines(found, flags.fix ?? false),
      ...found.faults.map((fault) => `deck       ${formatFault(fault)}`),
      '',
      ...toolLines(found),
      ...isolationLines(found),
    ].join('\n'),
  )
  if (found.damages.length > 0 || found.drifted.length > 0) process.exitCode = 1
}

function dataLines({ events, damages, drifted }: Examination, fixed: boolean): readonly string[] {
  const log = `log        ${events} events`
  if (damages.length > 0) return [log, ...damages.map((damage) => `damaged    ${damage}`)]
  if (drifted.length > 0) {
    return [log, `states     ${drifted.length} differ from the log: run \`anneal doctor --fix\``]
  }
  return [log, fixed ? 'states     rebuilt from the log' : 'states     agree with the log']
}

function toolLines({ tools }: Examination): readonly string[] {
  return tools.map((tool) =>
    tool.kind === 'found'
      ? `${tool.name.padEnd(11)}${tool.path} (${tool.version})`
      : `${tool.name.padEnd(11)}missing: ${tool.problem.line.en}`,
  )
}

function isolationLines({ isolation }: Examination): readonly string[] {
  const { layer, cpuTime, memoryMb, languages } = isolation
  return [
    `isolation  ${LAYERS[layer]}; at most ${memoryMb} MB of memory; CPU time is read from the ${cpuTime === 'system' ? 'system' : 'submission’s own process'}`,
    ...languages.map(
      ({ language, denied, open }) =>
        `  ${language.padEnd(4)} denied: ${denied.join(', ') || 'nothing'}${open.length > 0 ? `; not denied: ${open.join(', ')}` : ''}`,
    ),
  ]
}

const LAYERS: { readonly [K in Examination['isolation']['layer']]: string } = {
  bubblewrap: 'bubblewrap',
  namespaces: 'namespaces of Linux (no bubblewrap that works: docs/security.md)',
  none: 'no outer layer: neither bubblewrap nor unshare works here (docs/security.md)',
}

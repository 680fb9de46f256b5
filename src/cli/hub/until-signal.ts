import { once } from 'node:events'

/** Until somebody wants this process to end, by ctrl-c or as a service manager does. */
export async function untilSignal(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}

import type { Examination } from '../../app/examine.ts'
import type { JoinedHub } from '../../app/hub/joined-hubs.ts'
import type { Joined } from '../../app/join-history.ts'
import type { LostHistory } from '../../app/lost-histories.ts'
import type { LastSync } from '../../app/sync/last-sync.ts'
import { dateOf } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import { faultsFields } from './faults-json.ts'

/** Where the program and what belongs to the learner lie. */
export interface Whereabouts {
  readonly version: string
  readonly node: string
  readonly database: string
  readonly decks: string
  readonly workspace: string
}

/** What `doctor --json` prints. */
export function doctorFields(
  {
    events,
    ahead,
    damages,
    drifted,
    faults,
    lost,
    missingImages,
    backups,
    lastSync,
    hubs,
    leftovers,
    tools,
    isolation,
  }: Examination,
  here: Whereabouts,
  locale: Locale,
): object {
  return {
    ...here,
    events,
    ahead,
    damages,
    drifted,
    ...faultsFields(faults, locale),
    lost: lost.map(lostInJson),
    missingImages,
    backups: { ...backups, last: backups.last === undefined ? null : new Date(backups.last).toISOString() },
    sync: lastSync === undefined ? null : syncInJson(lastSync),
    hubs: hubs.map(hubInJson),
    leftovers,
    tools: tools.map((tool) => toolInJson(tool, locale)),
    isolation: { ...isolation, broken: isolation.broken.map((one) => brokenInJson(one, locale)) },
  }
}

/** What `doctor join --json` prints. */
export function joinedFields(history: string, { path, line }: Joined): object {
  return { card: history, path, line }
}

function syncInJson({ path, at, isEncrypted, devices }: LastSync): object {
  return { folder: path, last: new Date(at).toISOString(), encrypted: isEncrypted, devices }
}

function hubInJson({ url, course, name, syncedAt, shares }: JoinedHub): object {
  return {
    hub: url,
    last: syncedAt === undefined ? null : new Date(syncedAt).toISOString(),
    course,
    name,
    shares,
  }
}

function toolInJson({ language, name, ...tool }: Examination['tools'][number], locale: Locale): object {
  return tool.kind === 'found'
    ? { language, name, path: tool.path, version: tool.version[locale], missing: null }
    : { language, name, path: null, version: null, missing: tool.problem.line[locale] }
}

function brokenInJson(
  { language, problem }: Examination['isolation']['broken'][number],
  locale: Locale,
): object {
  return { language, why: problem.texts.message[locale] }
}

function lostInJson({ card, reviews, lastDay, prompt, likely }: LostHistory): object {
  return {
    card,
    reviews,
    last: dateOf(lastDay),
    prompt: prompt ?? null,
    likely: likely ? { card: likely.card.id, path: likely.path, line: likely.card.line } : null,
  }
}

/** What a hub was measured to need: `npm run bench:hub`, of which docs/hub.md says when and where. */
export interface HubMeasured {
  /** CPU of a sync of some twenty entries. */
  readonly hubMsASync: number
  readonly postgresMsASync: number
  readonly walKbASync: number
  /** Rows and keys of an entry, and its share of the stretches. */
  readonly bytesAnEntry: number
  /** As a segment, packed by zstd. */
  readonly packedBytesAnEntry: number
  /** CPU to fold a log for the teacher, for each of its entries. */
  readonly foldUsAnEntry: number
  /** CPU of a worker and of what it runs, at most: the time in which both processors judged and did all else. */
  readonly judgeSeconds: number
}

export const MEASURED: HubMeasured = {
  hubMsASync: 1,
  postgresMsASync: 0.8,
  walKbASync: 12.5,
  bytesAnEntry: 452,
  packedBytesAnEntry: 28,
  foldUsAnEntry: 9,
  judgeSeconds: 0.35,
}

/** What learners do. */
const HABITS = { learners: 1e6, daysAMonth: 22, answersADay: 40, syncsADay: 2, submissionsADay: 1 }
/** The busiest hour against the mean of all. */
const PEAK = 5
/** Of a processor, at the peak. */
const BUSY = 0.5
const MONTHS_KEPT = 12
/** How long entries stay in the database where older ones are moved out of it. */
const MONTHS_HOT = 3

/** Dollars on demand, us-east-1: where they are from is in docs/hub.md. */
const PRICES = { vCpuHour: 0.0816 / 2, databaseVCpuHour: 0.478 / 4, databaseGb: 0.115, objectGb: 0.023 }
const SECONDS_A_MONTH = (365.25 * 86_400) / 12
const HOURS_A_MONTH = SECONDS_A_MONTH / 3600
/** The database has a second one that takes over. */
const DATABASES = 2

/** As rows of a Markdown table. */
export function scaleTable(measured: HubMeasured): string {
  const { learners, daysAMonth, answersADay, syncsADay, submissionsADay } = HABITS
  const days = learners * daysAMonth
  const entries = days * (answersADay + submissionsADay)
  const syncs = (PEAK * days * syncsADay) / SECONDS_A_MONTH
  const verdicts = (PEAK * days * submissionsADay) / SECONDS_A_MONTH
  const hubs = cores(syncs, measured.hubMsASync / 1000)
  const databases = cores(syncs, measured.postgresMsASync / 1000)
  const judges = cores(verdicts, measured.judgeSeconds)
  const yearsLog = 12 * daysAMonth * (answersADay + submissionsADay)
  // Over the first year a log is half as long on average; each sync makes all of it be folded again.
  const folds = cores(syncs, (measured.foldUsAnEntry * yearsLog) / 2 / 1e6)
  const gbAMonth = (entries * measured.bytesAnEntry) / 1e9
  const packedGbAMonth = (entries * measured.packedBytesAnEntry) / 1e9
  const machines = HOURS_A_MONTH * PRICES.vCpuHour
  const costs = {
    hub: hubs * machines,
    'folds, if all share': folds * machines,
    judges: judges * machines,
    database: DATABASES * databases * HOURS_A_MONTH * PRICES.databaseVCpuHour,
    'rows of a year': DATABASES * MONTHS_KEPT * gbAMonth * PRICES.databaseGb,
    [`rows of ${MONTHS_HOT} months, the rest packed`]:
      DATABASES * MONTHS_HOT * gbAMonth * PRICES.databaseGb +
      (MONTHS_KEPT - MONTHS_HOT) * packedGbAMonth * PRICES.objectGb,
  }
  const rows: readonly (readonly [string, string])[] = [
    ['rows a month', `${(entries / 1e6).toFixed(0)} million`],
    ['that is', `${gbAMonth.toFixed(0)} GB in Postgres, or ${packedGbAMonth.toFixed(0)} GB packed`],
    ['of one learner', `${entries / learners} rows, ${((gbAMonth * 1e6) / learners).toFixed(0)} kB`],
    ['syncs a second at the peak', syncs.toFixed(0)],
    ['rows written a second there', ((PEAK * entries) / SECONDS_A_MONTH).toFixed(0)],
    ['WAL written a second there', `${((syncs * measured.walKbASync) / 1000).toFixed(1)} MB`],
    ['processors for it', `hub ${hubs}, Postgres ${databases}`],
    ['processors for folds, if all share', `${folds}`],
    ['submissions a second at the peak', verdicts.toFixed(0)],
    ['processors for them', `${judges}`],
    ...Object.entries(costs).map(
      ([name, dollars]) =>
        [`cost a learner and month: ${name}`, `${((100 * dollars) / learners).toFixed(3)} cents`] as const,
    ),
  ]
  return ['| | |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

function cores(aSecond: number, seconds: number): number {
  return Math.ceil((aSecond * seconds) / BUSY)
}

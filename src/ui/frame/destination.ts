/**
 * Each screen, and what it takes to open it. A screen's own file adds its line (`declare module`), so that
 * screens can lead to each other and none imports another; `SCREENS` has exactly these rows, or does not
 * compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is the screens that fill it
export interface Destinations {}

export type ScreenKind = keyof Destinations

/** Where the learner may go, with all that it takes to get there. */
export type Destination = { [K in ScreenKind]: DestinationOf<K> }[ScreenKind]

export type DestinationOf<K extends ScreenKind> = { readonly kind: K } & Destinations[K]

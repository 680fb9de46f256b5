/** As a learner knows a part of the result: `result.params` is `params`. */
export function memberAt(place: string): string {
  return place.replace(/^result\./, '')
}

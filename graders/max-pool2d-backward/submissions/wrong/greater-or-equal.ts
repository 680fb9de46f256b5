// diagnosis: last-maximum-wins
// from: reference.ts
// -         if ((x.data[place] as number) > (x.data[largest] as number)) largest = place
// +         if ((x.data[place] as number) >= (x.data[largest] as number)) largest = place

/** Warm medians of single runs, in milliseconds. */
export const runs = 30

export const print = (text: string): void => { process.stdout.write(`${text}\n`) }
export const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const timed = async (work: () => unknown): Promise<number> => { const began = performance.now(); await work(); return performance.now() - began }

/** The medians of several pieces of work, run in turn so that a machine that slows down slows them all; each warmed up first. */
export const medians = async (works: readonly (() => unknown)[], times = runs): Promise<readonly number[]> => {
  for (const work of works) for (let i = 0; i < 3; i += 1) await work()
  const all: number[][] = works.map(() => [])
  for (let i = 0; i < times; i += 1) for (const [n, work] of works.entries()) all[n]!.push(await timed(work))
  return all.map(median)
}

export const ms = (n: number): string => `${n.toFixed(n < 10 ? 2 : 0)} ms`

/** Chance that comes out the same for the same seed (mulberry32). */
export const chanceOf = (seed) => {
  let state = (seed * 2_654_435_761) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least, most) => least + Math.floor(next() * (most - least + 1))
  return { next, whole, one: (of) => of[whole(0, of.length - 1)], happens: (share) => next() < share }
}

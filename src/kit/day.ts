/** A calendar day, `YYYY-MM-DD`. Only `parseDay` and the functions here make one. */
export type Day = string & { readonly day: unique symbol }

const msPerDay = 86_400_000
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export type Weekday = (typeof weekdays)[number]

const serial = (day: Day): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay
const fromSerial = (n: number): Day => new Date(n * msPerDay).toISOString().slice(0, 10) as Day

/** The day of a `YYYY-MM-DD` text, or null for anything else, 30 February included. */
export const parseDay = (text: string): Day | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = text as Day
  return fromSerialOrNull(serial(day)) === text ? day : null
}
const fromSerialOrNull = (n: number): string | null => (Number.isFinite(n) ? fromSerial(n) : null)

/** A day from whole numbers; null when the calendar has no such day. */
export const dayOf = (year: number, month: number, date: number): Day | null =>
  parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

export const addDays = (day: Day, days: number): Day => fromSerial(serial(day) + days)
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from)
export const weekdayOf = (day: Day): Weekday => weekdays[(serial(day) + 4) % 7]!
export const monthName = (month: number): string => months[month - 1] ?? ''

/** "26 September 2024" */
export const printDay = (day: Day): string => `${Number(day.slice(8, 10))} ${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`

/** The instant at which a day ends in the United Kingdom. */
export const endOfDay = (day: Day): Date => {
  const [inWinter, inSummer] = [0, 1].map((hours) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + 1) - hours * 3_600_000))
  return dayInLondon(inSummer!) === day ? inWinter! : inSummer!
}

/** The day it is in the United Kingdom at an instant; councils' days are London's. */
export const dayInLondon = (instant: Date): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant) as Day

/** Puts a value with the others of its key, in the order they come. */
export const gather = <K, V>(by: Map<K, V[]>, key: K, value: V): void => {
  const known = by.get(key)
  if (known) known.push(value)
  else by.set(key, [value])
}

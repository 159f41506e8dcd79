// Answers about texts that are asked again at every keystroke, though only one of them has changed.

/** Characters of a key whose answer is kept; longer ones are few. */
const longest = 2_000;

/**
 * The same function, which keeps up to `atMost` of its answers. They must depend on the text alone. `keyOf` gives what stands
 * for a text that must not be kept itself.
 */
export function remembering<T>(
  answer: (text: string) => T,
  atMost = 1_000,
  keyOf = (text: string) => text,
): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const key = keyOf(text);
    if (key.length > longest) return answer(text);
    const before = known.get(key);
    if (before) return before.answer;
    const now = answer(text);
    if (known.size >= atMost) known.clear();
    known.set(key, { answer: now });
    return now;
  };
}

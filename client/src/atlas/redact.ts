// Keeps known secrets out of texts, in each form in which a text may hold them.

const mask = '•••';

/** Shorter values would mask half of every text, and tell nothing. */
const shortest = 4;

/** A function that masks every one of `secrets` in a text: raw, as in JSON, URL-encoded and in base64. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf));
  // The longest first, so that no part of a longer secret is left standing.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((masked, form) => masked.replaceAll(form, mask), text);
}

function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const base64 = btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= 16);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed()), base64, ...lines];
}

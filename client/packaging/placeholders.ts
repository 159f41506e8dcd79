// package.json names a publisher and a repository that do not exist: the one place that knows which they are.

export interface Manifest {
  readonly publisher: string;
  readonly homepage: string;
  readonly bugs: { readonly url: string };
  readonly repository: { readonly url: string };
}

const publisher = 'streamconn';
const repository = 'https://github.com/streamconn/streamconn';

/** The properties of package.json that still have a placeholder; none once the extension can be published. */
export function placeholdersIn(manifest: Manifest): string[] {
  const urls = {
    homepage: manifest.homepage,
    'bugs.url': manifest.bugs.url,
    'repository.url': manifest.repository.url,
  };
  const isPlaceholder = ([, url]: [string, string]) => url.startsWith(repository);
  return [
    ...(manifest.publisher === publisher ? ['publisher'] : []),
    ...Object.entries(urls).flatMap((entry) => (isPlaceholder(entry) ? [entry[0]] : [])),
  ];
}

/** What to change, for whoever packages with these placeholders. */
export function refusal(placeholders: readonly string[]): string {
  return `Not packaged: package.json still has placeholders (${placeholders.join(', ')}).
Set them to your own publisher and repository; a new publisher also goes into the walkthrough links in package.nls*.json.
To try the extension out on this machine, run "npm run package -- --placeholder".`;
}

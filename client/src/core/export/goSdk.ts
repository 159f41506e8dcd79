// The request as a Go program on go.mongodb.org/atlas-sdk; aligning it is left to gofmt.
import { type Bound, bindInputs, type Input } from './inputs.ts';
import type { Exported, ExportRequest } from './request.ts';
import type { Template } from './template.ts';

/** The newest release whose names these are: `StreamsAPI` was `StreamsApi` before it. */
const sdk = 'go.mongodb.org/atlas-sdk/v20250312022/admin';

const imports = ['context', 'encoding/json', 'fmt', 'log', 'os', '', sdk];

const signIn = ['MONGODB_ATLAS_CLIENT_ID', 'MONGODB_ATLAS_CLIENT_SECRET'];

/**
 * The connection is written as Atlas' own JSON and read into the SDK's type, so that its properties are called what the
 * file calls them.
 */
export function goSdk(request: ExportRequest): Exported {
  const { body, variables, readsFiles } = bindInputs(request);
  const all = [...new Set([...signIn, ...variables.map(({ name }) => name)])];
  const text = [
    ...comments(variables, readsFiles),
    // Without the empty line these are the package's documentation, which gofmt rewrites.
    '',
    'package main',
    '',
    `import (\n${imports.map((name) => (name === '' ? '' : `\t"${name}"`)).join('\n')}\n)`,
    '',
    ...env,
    ...(readsFiles ? file : []),
    'func main() {',
    '\tctx := context.Background()',
    '\tclient, err := admin.NewClient(',
    // The address first: signing in takes its own from it.
    `\t\tadmin.UseBaseURL(${goString(request.origin)}),`,
    `\t\tadmin.UseOAuthAuth(ctx, env("${signIn[0]}"), env("${signIn[1]}")),`,
    '\t)',
    ...ifFailed,
    `\tbody, err := json.Marshal(${goValue(body, 1)})`,
    ...ifFailed,
    '\tconnection := admin.NewStreamsConnection()',
    '\tif err := json.Unmarshal(body, connection); err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tcreated, _, err := client.StreamsAPI.CreateStreamConnection(',
    `\t\tctx, ${goString(request.groupId)}, ${goString(request.tenantName)}, connection,`,
    '\t).Execute()',
    ...ifFailed,
    '\tfmt.Println(created.GetName(), created.GetType())',
    '}',
    '',
  ].join('\n');
  return { text, variables: all };
}

function comments(variables: Bound['variables'], readsFiles: boolean): string[] {
  return [
    '// Set first:',
    ...signIn.map((name) => `//   ${name}`),
    ...variables.map(({ name, meaning }) => `//   ${name}, for ${meaning}`),
    ...(readsFiles ? ['// Run it in the workspace folder: it reads files there.'] : []),
    '// The type of the SDK leaves out properties that it does not know.',
  ];
}

const ifFailed = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

const env = [
  'func env(name string) string {',
  '\tvalue := os.Getenv(name)',
  '\tif value == "" {',
  '\t\tlog.Fatalf("%s is not set", name)',
  '\t}',
  '\treturn value',
  '}',
  '',
];

const file = [
  'func file(path string) string {',
  '\ttext, err := os.ReadFile(path)',
  ...ifFailed,
  '\treturn string(text)',
  '}',
  '',
];

function goValue(template: Template<Input>, level: number): string {
  const indent = '\t'.repeat(level);
  const wrap = (type: string, parts: readonly string[]) =>
    parts.length === 0 ? `${type}{}` : `${type}{\n${parts.map((part) => `${indent}\t${part},\n`).join('')}${indent}}`;
  switch (template.kind) {
    case 'value':
      return typeof template.value === 'number' ? goNumber(template.value) : goScalar(template.value);
    case 'source':
      return template.source.kind === 'file'
        ? `file(${goString(template.source.path)})`
        : `env("${template.source.name}")`;
    case 'list':
      return wrap(
        '[]any',
        template.items.map((item) => goValue(item, level + 1)),
      );
    case 'object':
      return wrap(
        'map[string]any',
        template.entries.map(([key, value]) => `${goString(key)}: ${goValue(value, level + 1)}`),
      );
  }
}

function goScalar(value: string | boolean | null): string {
  return typeof value === 'string' ? goString(value) : value === null ? 'nil' : String(value);
}

/** Go takes digits alone for an `int`, and refuses those that it has no room for. */
function goNumber(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
}

/** JSON's escapes are Go's as well; but Go takes no half of a pair, and no byte order mark within a file. */
function goString(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll('\ufeff', String.raw`\ufeff`);
}

// The connection as a Terraform resource of the provider mongodb/mongodbatlas; aligning it is left to `terraform fmt`.
import { bindInputs, type Input, nameIn, plain } from './inputs.ts';
import type { Exported, ExportRequest } from './request.ts';
import type { Template } from './template.ts';
import { type Attribute, type Attributes, connectionAttributes } from './terraformNames.ts';

/** Secrets are variables of Terraform, which takes them from `TF_VAR_…`. */
export function terraform(request: ExportRequest): Exported {
  const { body, variables, readsFiles } = bindInputs(request);
  const block = linesOf([
    { name: 'project_id', value: hclString(request.groupId) },
    { name: 'workspace_name', value: hclString(request.tenantName) },
    ...(body.kind === 'object' ? toItems(body.entries, connectionAttributes) : []),
  ]).map((line) => `  ${line}`);
  // A secret that the resource has no argument for is not asked for.
  const taken = new Set(block.map((line) => /(?:= |^ *)var\.(\w+),?$/.exec(line)?.[1]));
  const used = variables.filter(({ name }) => taken.has(variableName(name)));
  const comments = [
    ...used.map(({ name, meaning }) => `Set first: ${environmentName(name)}, for ${meaning}`),
    ...(used.length > 0 ? ['Terraform keeps these values in its state, in plain text.'] : []),
    ...(readsFiles ? ['Run it in the workspace folder: it reads files there.'] : []),
  ];
  const text = [
    ...comments.map((comment) => `# ${comment}`),
    ...used.flatMap(({ name }) => [
      `variable "${variableName(name)}" {`,
      '  type = string',
      '  sensitive = true',
      '}',
      '',
    ]),
    `resource "mongodbatlas_stream_connection" "${label(nameIn(body))}" {`,
    ...block,
    '}',
    '',
  ].join('\n');
  return { text, variables: used.map(({ name }) => environmentName(name)) };
}

function environmentName(variable: string): string {
  return `TF_VAR_${variableName(variable)}`;
}

/** In small letters: those of the environment are the same as capitals on Windows, but Terraform tells them apart. */
function variableName(variable: string): string {
  const name = variable.toLowerCase();
  return reserved.has(name) ? `env_${name}` : name;
}

/** What no variable may be called. */
const reserved: ReadonlySet<string> = new Set([
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'locals',
  'providers',
  'source',
  'version',
]);

/** A name that Terraform takes for a resource. */
function label(name = ''): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  const plainName = words.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[_0-9]+|_+$/g, '');
  return plainName || 'connection';
}

/** `name = value`, or a remark in the place of one. */
type Item = { readonly name: string; readonly value: string } | { readonly remark: string };

function linesOf(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    'remark' in item ? [`# ${item.remark}`] : `${item.name} = ${item.value}`.split('\n'),
  );
}

function toItems(entries: readonly (readonly [string, Template<Input>])[], attributes: Attributes | 'any key'): Item[] {
  const used = new Set<string>();
  return entries.map(([key, value]): Item => {
    const attribute = attributes === 'any key' ? { name: hclString(key) } : ownAttribute(attributes, key);
    if (!attribute || used.has(attribute.name)) {
      return { remark: `${plain(key)} is left out: the resource has no such argument.` };
    }
    used.add(attribute.name);
    return { name: attribute.name, value: hclValue(value, attribute.within ?? 'any key') };
  });
}

function ownAttribute(attributes: Attributes, key: string): Attribute | undefined {
  return Object.hasOwn(attributes, key) ? attributes[key] : undefined;
}

function hclValue(template: Template<Input>, within: Attributes | 'any key'): string {
  const wrap = (open: string, lines: readonly string[], close: string) =>
    lines.length === 0 ? open + close : [open, ...lines.map((line) => `  ${line}`), close].join('\n');
  switch (template.kind) {
    case 'value':
      return typeof template.value === 'string' ? hclString(template.value) : String(template.value);
    case 'source':
      return template.source.kind === 'file'
        ? `file(${hclString(template.source.path)})`
        : `var.${variableName(template.source.name)}`;
    case 'list':
      return wrap(
        '[',
        template.items.flatMap((item) => `${hclValue(item, 'any key')},`.split('\n')),
        ']',
      );
    case 'object':
      return wrap('{', linesOf(toItems(template.entries, within)), '}');
  }
}

/**
 * JSON's escapes, but for two that this language does not have. `${` and `%{` would be expressions, and are not with the
 * sign twice; signs in front of that are written as numbers, since not every reader tells then which two belong together.
 */
function hclString(text: string): string {
  return JSON.stringify(text.toWellFormed())
    .replaceAll(/\\(.)/g, (written, letter: string) => ({ b: '\\u0008', f: '\\u000c' })[letter] ?? written)
    .replaceAll(/(\$|%)\1*(?=\{)/g, (signs, sign: string) => {
      const before = sign === '$' ? '\\u0024' : '\\u0025';
      return before.repeat(signs.length - 1) + sign + sign;
    });
}

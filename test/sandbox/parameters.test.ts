// Which query parameters the sandbox takes for which operation: those of the official document, and no other.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFetch } from './asking.ts';
import { parametersOf } from './parameters.ts';
import { connectionRoutes } from './routes/connections.ts';
import { projectRoutes } from './routes/projects.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.stop());

const routes = [...projectRoutes, ...connectionRoutes].map(({ method, pattern }) => [method, pattern] as const);
const known = ['envelope', 'pretty', 'itemsPerPage', 'pageNum', 'includeCount', 'includeDeletedWithRetainedBackups'];

test('every operation of the sandbox is in the table, and no other', () => {
  expect(Object.keys(parametersOf).toSorted()).toEqual(routes.map((route) => route.join(' ')).toSorted());
});

describe.each(routes)('%s %s', (method, pattern) => {
  const path = () =>
    pattern
      .replace('{groupId}', [...sandbox.state.projects.keys()][0] ?? '')
      .replace('{tenantName}', 'orders')
      .replace(/\{\w+\}/, 'none');

  test.each([...known, 'clusterId', 'pagenum', '__proto__'])('%s', async (name) => {
    const body = method === 'POST' || method === 'PATCH' ? { body: {} } : {};
    const { json } = await askFetch(sandbox, method, `${path()}?${name}=1`, body);
    const { errorCode, detail } = json as { errorCode?: string; detail?: string };
    const isTaken = parametersOf[`${method} ${pattern}`]?.includes(name);
    expect(errorCode === 'INVALID_QUERY_PARAMETER').toBe(!isTaken);
    if (!isTaken) expect(detail).toBe(`Invalid query parameter ${name} specified.`);
  });
});

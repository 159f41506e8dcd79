// One resource of the API: its method and path, the dates of its versions, and who may ask.
import { type Reply, refusals } from '../reply.ts';
import type { Instance, Role, SandboxProject, State } from '../state.ts';

export interface ApiRequest {
  readonly state: State;
  /** What stands in the path where the route has a name in braces, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly role: Role;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/atlas/v2, such as `groups/{groupId}/streams`. */
  readonly pattern: string;
  /** Dates of the versions that are served, oldest first. */
  readonly versions: readonly string[];
  answer(request: ApiRequest): Reply;
}

type ProjectAnswer = (request: ApiRequest, project: SandboxProject) => Reply;
type InstanceAnswer = (request: ApiRequest, instance: Instance, project: SandboxProject) => Reply;

/** Finds the project; an unknown one is a 401, because Atlas asks who may do something before what it is done to. */
export function inProject(answer: ProjectAnswer): Route['answer'] {
  return (request) => {
    const project = request.state.projects.get(request.path.groupId ?? '');
    return project ? answer(request, project) : refusals.unauthorized;
  };
}

/** Finds the stream instance. */
export function inInstance(answer: InstanceAnswer): Route['answer'] {
  return inProject((request, project) => {
    const name = request.path.tenantName ?? '';
    const instance = project.instances.get(name);
    return instance ? answer(request, instance, project) : refusals.noInstance(project.id, name);
  });
}

/** Turns readers away. */
export function byOwner(answer: Route['answer']): Route['answer'] {
  return (request) => (request.role === 'owner' ? answer(request) : refusals.forbidden);
}

// The two ways of sending a connection to Atlas, and the words for them.

export type Verb = 'create' | 'update';

export interface VerbWords {
  readonly title: 'Create' | 'Update';
  readonly begun: string;
  readonly done: string;
  /** Asks for the name that a file has not. */
  readonly askName: string;
  /** What a person must know before agreeing. */
  readonly warning?: string;
}

export const verbs: Readonly<Record<Verb, VerbWords>> = {
  create: {
    title: 'Create',
    begun: 'Creating',
    done: 'Created',
    askName: 'The file has no "name". Under which name should Atlas keep the connection?',
  },
  update: {
    title: 'Update',
    begun: 'Updating',
    done: 'Updated',
    askName: 'The file has no "name". Which connection in Atlas should be updated?',
    warning: 'What Atlas has under this name is overwritten with what the file says.',
  },
};

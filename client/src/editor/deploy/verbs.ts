// The two ways of sending a connection to Atlas, and the words for them.
import { l10n } from 'vscode';

export type Verb = 'create' | 'update';

export interface VerbWords {
  /** The button that consents. */
  readonly consent: string;
  readonly question: (name: string) => string;
  readonly begun: (name: string) => string;
  readonly done: (sent: SentWords) => string;
  /** Title and text of the box for the name that a file has not. */
  readonly nameTitle: string;
  readonly askName: string;
  /** What a person must know before agreeing. */
  readonly warning?: string;
}

/** What was sent where; an empty type where the file tells none. */
export interface SentWords {
  readonly type: string;
  readonly name: string;
  readonly tenantName: string;
}

export function wordsFor(verb: Verb): VerbWords {
  return verb === 'create' ? createWords() : updateWords();
}

function createWords(): VerbWords {
  return {
    consent: l10n.t('Create Connection'),
    question: (name) => l10n.t('Create the connection “{0}” in Atlas?', name),
    begun: (name) => l10n.t('Creating the connection {0} in Atlas…', name),
    done: ({ type, name, tenantName }) =>
      type
        ? l10n.t('Created the {type} connection “{name}” in {tenantName}.', { type, name, tenantName })
        : l10n.t('Created the connection “{name}” in {tenantName}.', { name, tenantName }),
    nameTitle: l10n.t('Create connection: name'),
    askName: l10n.t('The file has no "name". Under which name should Atlas keep the connection?'),
  };
}

function updateWords(): VerbWords {
  return {
    consent: l10n.t('Update Connection'),
    question: (name) => l10n.t('Update the connection “{0}” in Atlas?', name),
    begun: (name) => l10n.t('Updating the connection {0} in Atlas…', name),
    done: ({ type, name, tenantName }) =>
      type
        ? l10n.t('Updated the {type} connection “{name}” in {tenantName}.', { type, name, tenantName })
        : l10n.t('Updated the connection “{name}” in {tenantName}.', { name, tenantName }),
    nameTitle: l10n.t('Update connection: name'),
    askName: l10n.t('The file has no "name". Which connection in Atlas should be updated?'),
    warning: l10n.t('What Atlas has under this name is overwritten with what the file says.'),
  };
}

// Messages to the person: VS Code makes a link of `[text](command:…)` in them, which a name from a file or Atlas could be.
import { type MessageOptions, window } from 'vscode';

type Kind = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

/** Buttons, after options where there are any. */
type Rest = readonly string[] | readonly [MessageOptions, ...string[]];

/**
 * Each shows a message and tells which button was pressed; whatever the message holds stays text. A message without buttons
 * has no answer, so it is not waited for: it may lie among the notifications for long after it has gone out of sight.
 */
export const say = {
  information: saying('showInformationMessage'),
  warning: saying('showWarningMessage'),
  error: saying('showErrorMessage'),
};

/** The text with nothing in it that becomes a link. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

function saying(kind: Kind): (message: string, ...rest: Rest) => Thenable<string | undefined> {
  return (message, ...rest) => {
    const show = window[kind];
    const text = withoutLinks(message);
    if (isWithOptions(rest)) return show(text, ...rest);
    const answer = show(text, ...rest);
    return rest.length > 0 ? answer : Promise.resolve(undefined);
  };
}

function isWithOptions(rest: Rest): rest is readonly [MessageOptions, ...string[]] {
  return typeof rest[0] === 'object';
}

// What any language server for these files has to do: the syntax tree, its value, and the compiled schemas over it.

import { validate } from 'compiled-schemas';
import { getNodeValue, parseTree } from 'jsonc-parser';
import { answerWith } from './answerWith.ts';

answerWith((text) => {
  const tree = parseTree(text);
  validate(tree && getNodeValue(tree));
});

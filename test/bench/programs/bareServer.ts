// What any language server for these files has to do: the syntax tree, its value, and the compiled schemas over it.
import { getNodeValue, parseTree } from 'jsonc-parser';
import { isValid } from '../../../server/src/engine/schema/verdict.ts';
import { answerWith } from './answerWith.ts';

answerWith((text) => {
  const tree = parseTree(text);
  isValid(tree && getNodeValue(tree));
});

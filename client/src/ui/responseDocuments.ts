// What Atlas answered, as read-only documents that exist only in the editor.
import { createVirtualDocuments, type VirtualDocuments } from './virtualDocuments.ts';

export function createResponseDocuments(): VirtualDocuments {
  return createVirtualDocuments({
    scheme: 'streamconn-response',
    title: 'Atlas answered',
    extension: '.json',
    language: 'json',
    gone: 'This answer is no longer kept.',
  });
}

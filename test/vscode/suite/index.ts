// Entry of the in-host suite in a trusted workspace: VS Code calls run().
import { beginSuite, endSuite } from './mochaRun.ts';

export async function run(): Promise<void> {
  const mocha = beginSuite('trusted');
  // The first one sees VS Code before anything has been opened.
  await import('./activation.ts');
  await import('./language.ts');
  await import('./credentials.ts');
  await import('./credentialLabels.ts');
  await import('./credentialTests.ts');
  await import('./credentialHosts.ts');
  await import('./namedSecrets.ts');
  await import('./createConnection.ts');
  await import('./createFailures.ts');
  await import('./updateConnection.ts');
  await import('./refusals.ts');
  await import('./refusalsGo.ts');
  await import('./connectionsView.ts');
  await import('./waiting.ts');
  await import('./deleteConnection.ts');
  await import('./pull.ts');
  await import('./compare.ts');
  await import('./deploy.ts');
  await import('./diffButtons.ts');
  await import('./deployFolder.ts');
  await import('./deployFolderFiles.ts');
  await import('./deployFolderRun.ts');
  await import('./leftOpenFolder.ts');
  await import('./secondLook.ts');
  await import('./deleteAndCreate.ts');
  await import('./emptiedMaps.ts');
  await import('./closedTabs.ts');
  await import('./foundFiles.ts');
  await import('./compareFromView.ts');
  await import('./pullPlaces.ts');
  await import('./pullNames.ts');
  await import('./goneInstance.ts');
  await import('./disturbed.ts');
  await import('./network.ts');
  await import('./serverRestart.ts');
  await import('./oneOfMany.ts');
  await import('./atlasCompletion.ts');
  await import('./canary.ts');
  await import('./wrongPlaces.ts');
  await import('./placeholders.ts');
  await import('./badInput.ts');
  await import('./exportRequest.ts');
  await import('./arguments.ts');
  await import('./personalSettings.ts');
  await import('./quickFixes.ts');
  await import('./moveSecrets.ts');
  await import('./secretsByHand.ts');
  await import('./newFiles.ts');
  await import('./newFileSecrets.ts');
  await import('./newFilesFromClipboard.ts');
  await endSuite(mocha);
}

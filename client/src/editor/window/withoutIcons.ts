// Names and paths where VS Code draws an icon of `$(name)`: in lists to pick from, and in the status bar.

/** The text with nothing in it that becomes an icon. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}

/** Single-letter keys act only where nobody is typing and no word is being composed. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target as HTMLElement | null;
  return Boolean(
    target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]'),
  );
}

/**
 * The nonce under which this page may add styles; the server writes a fresh one into each page.
 * antd takes it from its provider, but its scroll lock and its scrollbar measure make style
 * elements that forget it, and the browser then refuses the lock. So every style element that our
 * own scripts make carries the nonce; markup from elsewhere still cannot bring styles of its own.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

export function giveNonceToStyles(): void {
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}

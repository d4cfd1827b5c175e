/** The nonce of this answer's policy: the few styles that are made at run time carry it. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// what keeps the page still behind a dialog makes a style as well, and looks for the nonce under this name
Object.assign(globalThis, { __webpack_nonce__: nonce });

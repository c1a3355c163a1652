/** A key of AES-128, -192 or -256, as people write it. */
export const KEY = /^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{48}|[0-9A-Fa-f]{64})$/;

/** The same for whoever has written something else. */
export const KEY_FORM = "32, 48 or 64 hexadecimal digits";
